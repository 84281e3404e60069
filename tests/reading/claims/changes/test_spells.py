"""环比比的是上一期；增加部分分的是增加额；按比例补助；预算以内。"""

import pytest

from tests.reading.tables.reports import wrong

MORE = (
    "支出决算数589.24万元，较年初预算数503.38万元增加85.86万元，增加的比例为{}%。"
    "增加部分包括：上级转移支付{}万元，年中追加82.62万元。"
)


@pytest.mark.parametrize(
    ("said", "right", "slip"),
    [
        ("一季度支出130.92万元，二季度支出172.68万元，环比增长{}%。", "31.9", "24.2"),
        ("核定总投资445.30万元，上级按{}%的比例补助129.14万元。", "29.0", "92.0"),
        ("成本控制在预算330.72万元以内，实际支出299.57万元，预算执行率{}%。", "90.58", "95.08"),
        ("收入556.42万元，其中税收收入283.68万元，税收占比{}%。", "50.98", "59.08"),
        ("接待24批次、147人次，支出54.96万元，批均{}元。", "22900", "29200"),
    ],
)
def test_a_rate_of_figures_told_another_way(said: str, right: str, slip: str) -> None:
    assert wrong(said.format(right)) == []
    assert wrong(said.format(slip))


def test_the_parts_of_an_increase_add_up_to_it() -> None:
    assert wrong(MORE.format("17.1", "3.24")) == []
    assert wrong(MORE.format("17.1", "3.42"))
    assert wrong(MORE.format("11.7", "3.24"))


def test_a_limit_that_is_no_budget_is_no_denominator() -> None:
    assert wrong("单价控制在330.72元以内，实际支出299.57元，完好率95.08%。") == []
