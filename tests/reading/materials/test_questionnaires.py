"""问卷：三种样子的表，应得的份数、满意度和算式。"""

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.types import Found
from assistant.reading.materials.uploads import read_upload
from tests.needs import ROOT
from tests.reading.table_notation import document, table

CATALOGUE = FileCatalogue(ROOT / "knowledge")
NAMES = Names(CATALOGUE.chart(), CATALOGUE.outline("department-self-evaluation").fields)


def read(text: str) -> Found:
    return read_upload(document(table(text)), NAMES, 2023)


def facts(found: Found) -> list[str]:
    return [f"{t.key} {t.value}" for t in found.facts]


SUMMARY = """
服务对象满意度问卷调查情况表
项目|份数
发放问卷数|100
收回问卷数|96
有效问卷数|94
其中：满意|80
基本满意|10
不满意|4
"""


def test_options_as_rows_give_the_rate_with_its_formula() -> None:
    found = read(SUMMARY)
    assert facts(found) == [
        "survey.sent 100份",
        "survey.returned 96份",
        "survey.valid 94份",
        "survey.satisfaction 95.74%",
    ]
    assert found.facts[-1].quote == (
        "满意度 =（满意80 + 基本满意10）÷ 有效问卷94 = 95.74%；不计基本满意则为85.11%"
    )
    assert not found.unread


@pytest.mark.parametrize("stated", ["95.74%", "85.11%"])
def test_a_stated_rate_that_one_way_of_counting_gives_is_kept(stated: str) -> None:
    found = read(f"{SUMMARY.rstrip()}\n满意度|{stated}\n")
    assert facts(found)[-1] == f"survey.satisfaction {stated}"
    assert f"= {stated}" in found.facts[-1].quote
    assert not found.breaks


def test_a_stated_rate_that_no_way_of_counting_gives_is_pointed_out() -> None:
    found = read(f"{SUMMARY.rstrip()}\n满意度|98.00%\n")
    (wrong,) = found.breaks
    assert (wrong.stated, wrong.expected) == ("98.00%", "95.74%")


def test_options_as_columns_use_the_question_on_the_whole() -> None:
    found = read("""
满意度调查统计表
调查内容|很满意|比较满意|一般|不满意
1.对办事效率|40|5|3|2
2.对服务态度|45|4|1|0
3.对工作的总体评价|44|4|2|0
""")
    assert facts(found) == ["survey.satisfaction 96.00%"]
    assert "很满意44 + 比较满意4" in found.facts[0].quote


def test_without_a_question_on_the_whole_all_answers_count() -> None:
    found = read("""
满意度调查统计表
调查内容|非常满意|满意|不满意
对办事效率|40|8|2
对服务态度|45|5|0
""")
    assert facts(found) == ["survey.satisfaction 98.00%"]
    assert "2题答卷100" in found.facts[0].quote


def test_one_row_a_questionnaire_counts_returned_and_valid() -> None:
    found = read("""
序号|姓名|对办事效率|总体评价
1|甲|满意|非常满意
2|乙|满意|满意
3|丙||满意
4|丁|不满意|不满意
5|戊|满意|满意
""")
    assert facts(found) == [
        "survey.returned 5份",
        "survey.valid 4份",
        "survey.satisfaction 75.00%",
    ]


def test_an_accounts_table_is_no_questionnaire() -> None:
    found = read("收入决算表 单位：元\n项目|本年收入合计\n合计|100")
    assert facts(found) == ["final.income.current 100元"]
