"""提示词的用例：一份提示词配一组，供各单位比较模型。全部虚构。"""

from assistant.domain.facts import Frozen


class CasePassage(Frozen):
    """用例给出的一段条款，虚构的。"""

    title: str
    provision: str
    text: str
    document_number: str = ""


class PromptCase(Frozen):
    """一个用例。各提示词只用得着其中几项。

    facts   键 → 值，如 executed.total: 817.20万元；文字字段写文字
    said    办事人员的话（turn）或问题（answer）
    expect  应指出的事实，如“在职人数 28人 @2022”（turn）；答复里应有的字眼，答不了的没有（answer）
    passages 给出的条款（answer）
    section 章节编号；draft 是这一节的文字（rewrite）或有毛病的草稿（repair）
    marked、action 是要改的一段和做法（rewrite）
    """

    name: str
    facts: dict[str, str] = {}  # noqa: RUF012 冻结的值，从不就地修改
    said: str = ""
    expect: tuple[str, ...] = ()
    passages: tuple[CasePassage, ...] = ()
    section: str = ""
    marked: str = ""
    action: str = ""
    draft: str = ""
