"""草稿：带占位符的章节文字，不含数字。"""

from assistant.domain.facts import Frozen
from assistant.domain.findings import Span


class DraftVersion(Frozen):
    """一节的一个版本。model 为空表示由大纲自带文字写成。"""

    section: str
    text: str
    model: str = ""
    prompt: str = ""
    notes: tuple[str, ...] = ()
    by: str = ""
    at: str = ""


class Printed(Frozen):
    """成文里由占位符印出的一处：位置和数字的键。"""

    span: Span
    key: str
