"""占总支出、占全年预算：总数写在别的段。"""

import pytest

from tests.reading.tables.reports import wrong

BEFORE = "2023年实际支出1607.74万元，全年预算1652.30万元。\n"
PAIRS = (
    ("第四季度支出562.70万元，占全年支出的{}%。", "35.00", "34.06"),
    ("基本支出1003.46万元，占总支出的{}%。", "62.41", "60.73"),
    ("年末结余44.56万元，占全年预算的{}%。", "2.70", "4.52"),
)


@pytest.mark.parametrize(("sentence", "right", "slipped"), PAIRS)
def test_the_total_of_the_report_is_the_whole(sentence: str, right: str, slipped: str) -> None:
    assert wrong(BEFORE + sentence.format(right)) == []
    assert wrong(BEFORE + sentence.format(slipped))


def test_two_totals_are_not_chosen_between() -> None:
    said = "实际支出1607.74万元。\n本年支出1500.00万元。\n"
    assert wrong(said + "日常支出500.00万元，占总支出的40.00%。") == []


def test_the_total_of_one_fund_is_not_the_total_of_the_report() -> None:
    fund = "政府性基金预算财政拨款本年收入90.00万元，本年支出80.00万元。\n"
    assert wrong(fund + "公共安全支出500.00万元，占本年支出合计的40.00%。") == []
