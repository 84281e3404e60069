"""草稿：带占位符的章节文字，不含数字。"""

from assistant.domain.facts import Frozen
from assistant.domain.findings import Span


class DraftVersion(Frozen):
    """一节的一个版本。model 为空表示由大纲自带文字或人写成，by 是写它、改它、采用它的人。

    basis 是写成时所依的文字事实的摘要（见 workflow/drafting/basis.py）。
    """

    section: str
    text: str
    model: str = ""
    prompt: str = ""
    notes: tuple[str, ...] = ()
    by: str = ""
    at: str = ""
    basis: str = ""


class Printed(Frozen):
    """成文里由占位符印出的一处：位置和数字的键。"""

    span: Span
    key: str


class DraftWords(Frozen):
    """起草的词表：没有事实的评价、套话、模型自己的话、不必有出处就可提到的机关。"""

    praise: tuple[str, ...]
    padding: tuple[str, ...]
    leaks: tuple[str, ...]
    bodies: tuple[str, ...]
