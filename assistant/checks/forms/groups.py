"""几组资金之间的规则：按来源与按性质的总数相同，结余等于预算减支出。"""

from collections.abc import Iterator

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.money import COLUMNS, told_at
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import CENT
from assistant.domain.findings import Severity
from assistant.scoring.form_money import amount, number
from assistant.scoring.forms import ScoredForm


@form_rule("SCR208", "fund-groups-disagree", Severity.MUST)
def fund_groups_disagree(scored: ScoredForm) -> Iterator[CellFault]:
    """按来源、按性质（投向）各列一遍的，总数相同。

    依据：同一笔钱两种分法，总额应当相等。
    错例：
        按收入性质分 = 130
    正例：
        按收入性质分 = 120
    """
    groups = scored.form.funds
    for group in groups[1:]:
        for column, label in COLUMNS.items():
            told, whole = told_at(group[0], column), amount(groups[0][0], column)
            if told is None or told.number is None or whole is None:
                continue
            if abs(told.number - whole) > CENT:
                yield CellFault(
                    told.cell,
                    f"“{group[0].label}”的{label}{told.number:f}，与资金总额{whole:f}不等",
                    f"{whole:f}",
                )


@form_rule("SCR209", "fund-balance", Severity.MUST)
def fund_balance(scored: ScoredForm) -> Iterator[CellFault]:
    """结余等于全年预算数减全年执行数。

    依据：年末结余 = 全年预算数 - 全年执行数，逐行如此。
    错例：
        资金总额.结余 = 8
    正例：
        资金总额.结余 = 6
    """
    for line in (line for group in scored.form.funds for line in group):
        told, budget, done = number(line.balance), number(line.adjusted), number(line.executed)
        if told is None or budget is None or done is None or line.balance is None:
            continue
        if abs(told - (budget - done)) > CENT:
            right = f"{budget - done:f}"
            yield CellFault(
                line.balance.cell, f"结余{told:f}，应为{right}（{budget:f}-{done:f}）", right
            )
