"""核减、下浮、节约的率除以原来的数，不除以核后的数。"""

import pytest

from tests.reading.tables.reports import wrong

CASES = (
    ("招标控制价500.00万元，中标价480.00万元，下浮率{}%，节约资金20.00万元。", "4.00", "4.17"),
    ("送审200.00万元，审定188.00万元，核减12.00万元，核减率{}%。", "6.00", "6.38"),
    ("最高限价合计500.00万元，中标价合计480.00万元，下浮{}%。", "4.00", "4.17"),
    ("送审200.00万元，审定188.00万元，核减{}万元，核减率6.00%。", "12.00", "21.00"),
)


@pytest.mark.parametrize(("text", "right", "slipped"), CASES)
def test_what_was_saved_is_a_share_of_what_was_asked(text: str, right: str, slipped: str) -> None:
    assert wrong(text.format(right)) == []
    assert any("存疑" not in each for each in wrong(text.format(slipped)))


def test_a_saving_without_both_sums_is_left_alone() -> None:
    assert wrong("中标价480.00万元，节约率4.00%；节水率12.00%。") == []
