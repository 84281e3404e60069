"""自评表资金栏的数：空白与零分开，总额空着时用分项之和，执行率的分值。"""

from decimal import Decimal

from assistant.domain.forms import Form, Funds, Told
from assistant.domain.scheme import Base, Scheme

ZERO = Decimal(0)


def number(value: Told | None) -> Decimal | None:
    """格里的数；空白、读不出为 None。"""
    return value.number if value else None


def amount(funds: Funds, column: str) -> Decimal | None:
    """一行资金某栏的数。"""
    columns = {"initial": funds.initial, "adjusted": funds.adjusted, "executed": funds.executed}
    return number(columns[column])


def parts_sum(group: tuple[Funds, ...], column: str) -> Decimal | None:
    """总额以下第一层各项之和；一项也没有填则为 None。"""
    values = [v for line in group[1:] if line.depth == 1 if (v := amount(line, column)) is not None]
    return sum(values, ZERO) if values else None


def amounts_of(form: Form, base: Base) -> tuple[Decimal | None, Decimal | None]:
    """预算数与执行数：取总额一行；总额空着或为 0 而分项有数时取分项之和。"""
    if not form.funds or not form.funds[0]:
        return None, None
    return _amount_or_parts(form.funds[0], base), _amount_or_parts(form.funds[0], "executed")


def _amount_or_parts(group: tuple[Funds, ...], column: str) -> Decimal | None:
    whole, parts = amount(group[0], column), parts_sum(group, column)
    return parts if not whole and parts else whole


def execution_weight(form: Form, scheme: Scheme) -> Decimal:
    """预算执行率的分值：表上印的；没有印的按方案，除非各指标已合满分（执行率不记分的旧表）。"""
    told = number(form.main_funds.weight) if form.main_funds else None
    if told is not None:
        return told
    weights = [number(row.weight) for row in form.indicators]
    full = sum((w for w in weights if w is not None), ZERO) == scheme.total
    return (
        ZERO
        if full and not (form.main_funds and form.main_funds.points)
        else (scheme.execution.weight)
    )
