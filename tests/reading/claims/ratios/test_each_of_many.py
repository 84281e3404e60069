"""均摊：生均、例均、每公里；按标准发放；除出来的人次是四舍五入的。"""

import pytest

from tests.reading.tables.reports import statements, wrong


@pytest.mark.parametrize(
    ("said", "right", "slip"),
    [
        ("在校学生2388人，拨付公用经费180.78万元，生均{}元。", "757.04", "775.04"),
        ("救治患者1043例，支付救助金506.54万元，平均每例救助{}元。", "4856.57", "4586.57"),
        ("养护公路29.3公里，支出养护资金281.96万元，每公里平均养护成本{}万元。", "9.62", "6.92"),
        ("按每户1500元的标准，向2157户发放一次性补助，共计{}万元。", "323.55", "332.55"),
    ],
)
def test_a_total_over_its_count(said: str, right: str, slip: str) -> None:
    assert wrong(said.format(right)) == []
    assert wrong(said.format(slip))


def test_a_mean_of_people_is_rounded_to_one() -> None:
    assert statements("全年开放320天，接待群众326600人次，日均接待1021人次。") == [
        "average ＝1021人次"
    ]


def test_a_monthly_standard_is_not_the_whole_year() -> None:
    assert wrong("按每人每月100元的标准，向2157人发放生活补助，共计258.84万元。") == []
