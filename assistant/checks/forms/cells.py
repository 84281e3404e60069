"""读不成数的格：公式出错、公式没有存下结果、数字栏里写文字。"""

from collections.abc import Iterator

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.domain.findings import Severity
from assistant.domain.forms import Told
from assistant.scoring.forms import ScoredForm


@form_rule("SCR241", "number-unreadable", Severity.MUST)
def number_unreadable(scored: ScoredForm) -> Iterator[CellFault]:
    """金额、分值、得分栏里是可读的数。

    依据：公式引用丢失（#REF!）、公式没有存下结果、数字栏里写文字，都使表无法复算。
    错例：
        培训场次.得分 = 满分
    正例：
        培训场次.得分 = 20
    """
    for told in _numeric_cells(scored):
        if told is None or told.number is not None or told.blank:
            continue
        if told.problem:
            yield CellFault(told.cell, f"{told.problem}，读不出数；请打开文件重算后保存")
        else:
            yield CellFault(told.cell, f"这里应是数，写的是“{told.text}”")


def _numeric_cells(scored: ScoredForm) -> Iterator[Told | None]:
    for line in (line for group in scored.form.funds for line in group):
        yield from (line.initial, line.adjusted, line.executed, line.rate, line.weight, line.points)
    for one in scored.form.indicators:
        yield from (one.weight, one.points, one.deduction)
    yield from (scored.form.total_weight, scored.form.total_points)
