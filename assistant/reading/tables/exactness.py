"""整数的分和没有单位的整数没有取舍：各项之和必须恰为合计。"""

from assistant.domain.quantities import Dimension, Quantity, half_up, places_of
from assistant.reading.claims.judging.judging import Input
from assistant.reading.tables.grids import Value


def part_input(value: Value, role: str) -> Input:
    """一格数值作合计的一项；整数按两位小数算，不留半个的余地。"""
    quantity = value.quantity
    if quantity.dimension in (Dimension.SCORE, Dimension.NUMBER) and not places_of(quantity.value):
        quantity = Quantity(half_up(quantity.value, 2), quantity.unit)
    return Input(role, quantity, value.span)
