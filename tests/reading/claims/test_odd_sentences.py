"""拼错、删残的句子和离奇的数：不中断，也不乱下断语。"""

from decimal import Decimal

from assistant.domain.quantities import half_up, truncated
from tests.reading.tables.reports import wrong


def test_a_number_of_too_many_digits_stops_nothing() -> None:
    huge = Decimal("9" * 30 + ".996")
    assert half_up(huge, 2) == Decimal(10) ** 30
    assert str(truncated(huge, 2)) == "9" * 30 + ".99"


def test_a_list_whose_planned_figure_is_the_last_one_is_read() -> None:
    text = "运行维护支出9.00万元，其中：购置费预算数4.00万元"
    assert wrong(text) == []
    assert wrong(f"{text}，决算数9.00万元。") == []
