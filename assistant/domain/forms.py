"""自评表：项目支出绩效自评表、部门整体支出绩效自评表、项目自评汇总表，读成的样子。

每个值都带着它在哪一格；空白与 0 不同：空白的 number 为 None，格的地址仍在。
"""

from decimal import Decimal
from typing import Literal, NamedTuple

from assistant.domain.grid import address
from assistant.domain.targets import Actual, Target


class Told(NamedTuple):
    """表里的一个值。

    number 是存储的数（% 已乘 100），shown 是印出的数，problem 是读不成数的原因。
    """

    text: str
    row: int
    column: int
    number: Decimal | None = None
    shown: Decimal | None = None
    problem: str = ""

    @property
    def cell(self) -> str:
        """单元格地址。"""
        return address(self.row, self.column)

    @property
    def blank(self) -> bool:
        """没有填。横线、斜线也是没有填。"""
        return (
            self.number is None
            and not self.problem
            and self.text.strip("—－-–/／\\×✕*＊… 　") == ""
        )


class Funds(NamedTuple):
    """资金的一行。depth 0 是总额，1 是其中的一项，2 是再下一层。"""

    label: str
    depth: int
    initial: Told | None
    adjusted: Told | None
    executed: Told | None
    rate: Told | None = None
    weight: Told | None = None
    points: Told | None = None
    reason: Told | None = None
    balance: Told | None = None


class Indicator(NamedTuple):
    """一个三级指标。target 为 None 表示指标值读不懂。"""

    name: str
    name_cell: str
    level_one: str
    level_two: str
    target: Target | None
    target_cell: str
    actual: Actual
    actual_told: Told | None
    weight: Told | None
    points: Told | None
    reason: Told | None
    deduction: Told | None = None
    evidence: Told | None = None
    over_reason: Told | None = None
    level_one_cell: str = ""


class Unread(NamedTuple):
    """没有读懂的一处：表、格、写着什么、为什么。"""

    sheet: str
    cell: str
    text: str
    why: str


class Subtotal(NamedTuple):
    """一行小计：first 至 last（含）是它所合计的指标的次序。"""

    label: str
    weight: Told | None
    points: Told | None
    first: int
    last: int


class Form(NamedTuple):
    """一张自评表。unit 是金额单位；funds 是资金各行，可能有几组（按来源、按性质）。

    guessed 是表头说法不常用、按意思推断的角色。
    """

    sheet: str
    kind: Literal["project", "department"]
    title: Told | None
    year: int | None
    project: str
    project_cell: str
    unit: str
    funds: tuple[tuple[Funds, ...], ...]
    indicators: tuple[Indicator, ...]
    total_weight: Told | None = None
    total_points: Told | None = None
    grade: Told | None = None
    goal: Told | None = None
    goal_done: Told | None = None
    subtotals: tuple[Subtotal, ...] = ()
    unread: tuple[Unread, ...] = ()
    guessed: frozenset[str] = frozenset()

    @property
    def main_funds(self) -> Funds | None:
        """记分的那一行资金总额。"""
        return next((group[0] for group in self.funds if group), None)


class SummaryRow(NamedTuple):
    """汇总表的一行。"""

    row: int
    serial: Told | None
    project: str
    project_cell: str
    initial: Told | None
    adjusted: Told | None
    executed: Told | None
    rate: Told | None
    points: Told | None
    grade: Told | None


class Summary(NamedTuple):
    """项目自评汇总表。total 合计行，mean 平均行，notes 标题和说明，points_cell 得分栏的表头。"""

    sheet: str
    year: int | None
    unit: str
    rows: tuple[SummaryRow, ...]
    total: SummaryRow | None
    mean: SummaryRow | None
    notes: tuple[Told, ...]
    points_cell: str = ""
    unread: tuple[Unread, ...] = ()


class Workbook(NamedTuple):
    """一个文件里的全部自评表。"""

    name: str
    forms: tuple[Form, ...] = ()
    summaries: tuple[Summary, ...] = ()
    unread: tuple[Unread, ...] = ()
