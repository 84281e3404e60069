"""问题：规则找出的矛盾、疑点和习惯问题。"""

from enum import StrEnum
from typing import NamedTuple

from assistant.domain.facts import Frozen


class Severity(StrEnum):
    """程度。必改：仅凭文本或事实本身就能断定；存疑：多半有误或缺少应有的事实；提示：体例。"""

    MUST = "必改"
    DOUBT = "存疑"
    HINT = "提示"


class Span(NamedTuple):
    """原文中的位置 [start, end)，以字符计。"""

    start: int
    end: int


class Fault(Frozen):
    """规则交出的一处毛病；程度和代号由规则登记，不由它决定。

    where       在文中的位置；与文本无关的（如缺少事实）为 None
    found       那里写着什么
    expected    应当是什么（能确定时）
    message     一句中文：何处、写着什么、应是什么、怎么办
    suggestion  改好的句子（能给出时）
    cause       错因，如 以本年数为基数
    """

    where: Span | None = None
    found: str = ""
    expected: str = ""
    message: str
    suggestion: str = ""
    cause: str = ""


class Finding(Frozen):
    """一条校核结果。id 由代号与原文算出，同一毛病每次相同。"""

    id: str
    code: str
    name: str
    severity: Severity
    fault: Fault
    quote: str = ""
    page: int | None = None
    section: str = ""

    @property
    def waivable(self) -> bool:
        """可否由具名人员说明理由后接受：数字和得分的必改只能改正。"""
        return not (self.severity is Severity.MUST and self.code[:3] in ("FIG", "SCR"))


class Waiver(Frozen):
    """接受一条问题：谁、何时、为什么。印入附表。"""

    finding: str
    code: str
    quote: str
    reason: str
    by: str
    at: str


class Coverage(Frozen):
    """覆盖：全文多少数字经过验算、多少只有出处、多少无从核对。"""

    figures: int = 0
    verified: int = 0
    sourced: int = 0
    unchecked: int = 0

    @property
    def share(self) -> float:
        """(验算 + 有出处) ÷ 全部；没有数字时为 1。"""
        return (self.verified + self.sourced) / self.figures if self.figures else 1.0
