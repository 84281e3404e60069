"""一张表里预算、决算各占一栏：正文的数与口径相同的一栏比，说不清口径的不下结论。"""

import pytest

from tests.reading.tables.reports import statements, tabbed, wrong

TABLE = """
|项目|{}|{}|{}|
|基本支出|640.00|662.50|103.52%|
|农村公路养护支出|350.00|331.00|94.57%|
|合计|990.00|993.50|100.35%|
"""
HEADS = (
    ("预算数（万元）", "决算数（万元）", "完成率"),
    ("年初预算（万元）", "实际支出（万元）", "比率"),
    ("全年预算数（万元）", "全年执行数（万元）", "执行率"),
)


@pytest.mark.parametrize("heads", HEADS)
def test_a_figure_agrees_with_the_column_of_its_kind(heads: tuple[str, str, str]) -> None:
    text = "2023年决算支出993.50万元，其中：基本支出662.50万元，农村公路养护支出331.00万元。\n"
    found = statements(text + tabbed(TABLE.format(*heads)))
    assert "same_as ＝662.50万元 存疑" in found
    assert "same_as ＝331.00万元 存疑" in found
    assert not [line for line in found if "same_as ≠" in line]


@pytest.mark.parametrize(("said", "stated"), [("决算", "313.00"), ("预算", "530.00")])
def test_a_figure_is_held_against_the_column_of_its_kind(said: str, stated: str) -> None:
    table = tabbed(TABLE.format(*HEADS[0]))
    expected = {"决算": "331.00", "预算": "350.00"}[said]
    assert wrong(f"农村公路养护支出{said}{expected}万元。\n{table}") == []
    found = wrong(f"农村公路养护支出{said}{stated}万元。\n{table}")
    assert found == [f"same_as ≠{stated}万元 应为{expected}万元 存疑"]


def test_a_figure_of_no_kind_is_held_against_neither() -> None:
    text = "农村公路养护支出300.00万元。\n"
    assert wrong(text + tabbed(TABLE.format(*HEADS[0]))) == []
