"""自评总分：正文说的分与自评表的总分。"""

import pytest

from tests.reading.tables.reports import tabbed, wrong

TABLE = """部门整体支出绩效自评表
|一级指标|二级指标|分值|得分|
|投入|预算执行率|10|9.50|
|产出|数量指标|60|58.20|
|效益|社会效益|30|29.00|
|合计||100|96.70|
"""
SAME = (
    "云岭县水利局2023年度部门整体支出绩效自评得分{}分。",
    "经自评，我局综合得分{}分，各项指标见下表。",
    "我局自评总分为{}分。",
)
APART = (
    "小型水库除险加固项目自评得分98.20分。",
    "上年部门整体支出绩效自评得分95.10分。",
    "经财政局复核，部门整体支出评价得分94.00分。",
    "各项目自评平均得分97.30分。",
    "预算执行率得分9.50分。",
    "该指标分值60分，评价得分58.20分。",
    "评价等级标准为：综合得分90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。",
)


@pytest.mark.parametrize("sentence", SAME)
def test_the_score_told_is_the_total_of_the_table(sentence: str) -> None:
    assert wrong(tabbed(TABLE) + sentence.format("96.70")) == []
    assert wrong(tabbed(TABLE) + sentence.format("97.60"))


@pytest.mark.parametrize("sentence", APART)
def test_another_score_is_not_held_against_it(sentence: str) -> None:
    assert wrong(tabbed(TABLE) + sentence) == []


def test_two_tables_with_two_totals_are_not_told_apart() -> None:
    other = TABLE.replace("58.20", "57.20").replace("96.70", "95.70")
    assert wrong(tabbed(TABLE) + "\n" + tabbed(other) + SAME[0].format("90.00")) == []


def test_of_several_score_columns_the_own_one_is_meant() -> None:
    rows = TABLE.replace("|得分|", "|自评得分|复核得分|").replace("|9.50|", "|9.50|9.00|")
    rows = rows.replace("|58.20|", "|58.20|57.00|").replace("|29.00|", "|29.00|29.00|")
    rows = tabbed(rows.replace("|96.70|", "|96.70|95.00|"))
    assert wrong(rows + "我局自评得分96.70分。") == []
    assert wrong(rows + "我局自评得分95.00分。")
