"""紧挨着的表：行数、格、合计行的栏。"""

import pytest

from tests.reading.tables.reports import tabbed, wrong

TABLE = """
|序号|项目名称|预算数|执行数|执行率|受益人口（人）|
|1|松材线虫病防治|312.00|306.84|98.35%|8420|
|2|国土绿化补助|428.60|421.30|98.30%|11360|
|3|古树名木保护|68.00|62.58|92.03%|6250|
|合计||808.60|790.72|97.79%|26030|
"""
PAIRS = (
    ("全年共安排项目{}个，执行情况如下。\n", "3", "4"),
    ("全年项目受益人口{}人。\n", "26030", "26300"),
    ("古树名木保护项目执行率仅为{}%。\n", "92.03", "97.55"),
)
QUIET = (
    "全年共安排项目12个，主要项目如下。\n",
    "全年共安排项目5个，其中完成项目3个。\n",
    "全县受益人口58000人。\n",
)


ACCOUNTS = """
|项目|年初预算数|决算数|
|财政拨款收入|312.00|306.84|
|其他收入|8.60|7.30|
|年初结转和结余|6.00|6.25|
"""


def test_rows_of_an_account_are_no_projects() -> None:
    assert wrong("2023年纳入绩效自评的项目4个，情况如下。\n" + tabbed(ACCOUNTS)) == []


@pytest.mark.parametrize(("sentence", "right", "slipped"), PAIRS)
def test_the_text_before_a_table_says_what_it_says(sentence: str, right: str, slipped: str) -> None:
    assert wrong(sentence.format(right) + tabbed(TABLE)) == []
    assert wrong(sentence.format(slipped) + tabbed(TABLE))


@pytest.mark.parametrize("sentence", QUIET)
def test_another_matter_is_not_held_against_the_table(sentence: str) -> None:
    assert wrong(sentence + tabbed(TABLE)) == []
