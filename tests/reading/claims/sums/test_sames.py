"""两种单位说同一个数：单价之后说合计的不是。"""

from tests.reading.tables.reports import wrong


def test_a_price_and_a_total_are_two_figures() -> None:
    assert wrong("共资助610人次，每人次1000元，合计61.00万元。") == []
    assert wrong("人员经费540.07万元，合5400元。")
