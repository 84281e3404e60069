"""读表：一张张不同样式的表，应取的数和不该取的格。"""

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.types import Found
from assistant.reading.materials.uploads import read_upload
from tests.needs import ROOT
from tests.reading.table_notation import document, table

CATALOGUE = FileCatalogue(ROOT / "knowledge")
NAMES = Names(CATALOGUE.chart(), CATALOGUE.outline("department-self-evaluation").fields)


def read(text: str, sheet: str = "表", year: int = 2023) -> Found:
    return read_upload(document(table(text, sheet)), NAMES, year)


def lines(found: Found) -> list[str]:
    """每个数一行：格 键 年度 值。"""
    return [f"{t.locator.partition('!')[2]} {t.key} {t.year} {t.value}" for t in found.facts]


BALANCE = """
收入支出决算总表|>|>|>|>|>
部门：云岭县民政局|||||金额单位：元
收入|>|>|支出|>|>
项目|行次|金额|项目（按功能分类）|行次|金额
栏次||1|栏次||2
一、一般公共预算财政拨款收入|1|500.00|一、一般公共服务支出|9|
二、政府性基金预算财政拨款收入|2|20.00|二、社会保障和就业支出|10|460.00
三、其他收入|3|0.00|三、其他支出|11|20.00
本年收入合计|4|520.00|本年支出合计|12|480.00
年初结转和结余|5|30.00|年末结转和结余|13|70.00
总计|6|550.00|总计|14|550.00
"""


def test_a_two_sided_table_is_read_by_its_sides() -> None:
    assert lines(read(BALANCE)) == [
        "C6 final.appropriation.general 2023 500.00元",
        "C7 final.appropriation.fund 2023 20.00元",
        "F7 function.208 2023 460.00元",
        "C8 final.other_income 2023 0.00元",
        "F8 function.229 2023 20.00元",
        "C9 final.income.current 2023 520.00元",
        "F9 final.expenditure.current 2023 480.00元",
        "C10 carryover.opening 2023 30.00元",
        "F10 carryover.closing 2023 70.00元",
        "C11 final.income 2023 550.00元",
        "F11 final.expenditure 2023 550.00元",
    ]


def test_a_blank_is_not_a_zero() -> None:
    found = read(BALANCE)
    assert "function.201" not in {t.key for t in found.facts}
    assert not found.unread


def test_one_fund_only_is_the_whole_appropriation() -> None:
    found = read(BALANCE.replace("20.00|二", "0.00|二").replace("|20.00\n本", "|0.00\n本"))
    assert "C6 final.appropriation 2023 500.00元" in lines(found)


CASES = {
    "收入表": """
收入决算表
||||单位：万元
科目编码|科目名称|本年收入合计|财政拨款收入|其他收入
合计|>|12.50|12.00|0.50
208|社会保障和就业支出|12.50|12.00|0.50
====
C4 final.income.current 2023 12.50万元
D4 final.appropriation 2023 12.00万元
E4 final.other_income 2023 0.50万元
C5 income.function.208 2023 12.50万元
D5 income.function.208.by.final.appropriation 2023 12.00万元
E5 income.function.208.by.final.other_income 2023 0.50万元
""",
    "支出表": """
2022年度支出决算表
项目|>|本年支出合计（元）|基本支出（元）|项目支出（元）|对附属单位补助支出（元）
功能分类科目编码|科目名称|^|^|^|^
栏次|>|1|2|3|4
合计|>|300|200|100|
2130101|行政运行|300|200|100|
====
C5 final.expenditure.current 2022 300元
D5 expenditure.basic 2022 200元
E5 expenditure.project 2022 100元
C6 function.2130101 2022 300元
D6 function.2130101.by.expenditure.basic 2022 200元
E6 function.2130101.by.expenditure.project 2022 100元
""",
    "类款项三列": """
支出决算表（单位：万元）
类|款|项|科目名称|本年支出合计|基本支出|项目支出
类|款|项|合计|9.00|6.00|3.00
208|05|01|行政单位离退休|9.00|6.00|3.00
====
E3 final.expenditure.current 2023 9.00万元
F3 expenditure.basic 2023 6.00万元
G3 expenditure.project 2023 3.00万元
E4 function.2080501 2023 9.00万元
F4 function.2080501.by.expenditure.basic 2023 6.00万元
G4 function.2080501.by.expenditure.project 2023 3.00万元
""",
    "财政拨款总表": """
财政拨款收入支出决算总表|>|>|>|>
单位：万元
收入|>|支出|>|>
项目|金额|项目|合计|一般公共预算财政拨款
一、一般公共预算财政拨款|90.00|一、卫生健康支出|80.00|80.00
本年收入合计|90.00|本年支出合计|80.00|80.00
年初财政拨款结转和结余|5.00|年末财政拨款结转和结余|15.00|15.00
一、一般公共预算财政拨款|5.00|||
总计|95.00|总计|95.00|95.00
====
B5 final.appropriation 2023 90.00万元
D5 appropriation.function.210 2023 80.00万元
E5 general.function.210 2023 80.00万元
B6 final.appropriation 2023 90.00万元
D6 appropriation.expenditure.current 2023 80.00万元
E6 general.expenditure.current 2023 80.00万元
B7 appropriation.carryover.opening 2023 5.00万元
D7 appropriation.carryover.closing 2023 15.00万元
E7 general.carryover.closing 2023 15.00万元
B8 carryover.opening.general 2023 5.00万元
B9 appropriation.income 2023 95.00万元
D9 appropriation.expenditure 2023 95.00万元
E9 general.expenditure 2023 95.00万元
""",
    "三公（按列）": """
“三公”经费支出决算表
单位：元
预算数|>|>|决算数|>|>
合计|公务用车购置及运行维护费|公务接待费|合计|公务用车购置及运行维护费|公务接待费
300.00|200.00|100.00|260.00|190.00|70.00
====
A5 three_public.budget 2023 300.00元
B5 initial.three_public.vehicles 2023 200.00元
C5 initial.three_public.reception 2023 100.00元
D5 three_public.total 2023 260.00元
E5 three_public.vehicles 2023 190.00元
F5 three_public.reception 2023 70.00元
""",
    "三公（按行，有上年）": """
2023年度“三公”经费情况表（单位：万元）
项目|2022年决算数|2023年决算数|增减额|增减率（%）
合计|5.00|4.00|-1.00|-20
1.因公出国（境）费|0.00|0.00||
2.公务用车购置及运行维护费|3.00|3.00|0.00|0
（1）公务用车购置费|0.00|0.00||
（2）公务用车运行维护费|3.00|3.00||
3.公务接待费|2.00|1.00|-1.00|-50
====
B3 three_public.total 2022 5.00万元
C3 three_public.total 2023 4.00万元
D3 three_public.total.change 2023 -1.00万元
E3 three_public.total.change_rate 2023 -20%
B4 three_public.overseas 2022 0.00万元
C4 three_public.overseas 2023 0.00万元
B5 three_public.vehicles 2022 3.00万元
C5 three_public.vehicles 2023 3.00万元
D5 three_public.vehicles.change 2023 0.00万元
E5 three_public.vehicles.change_rate 2023 0%
B6 three_public.vehicle_purchase 2022 0.00万元
C6 three_public.vehicle_purchase 2023 0.00万元
B7 three_public.vehicle_running 2022 3.00万元
C7 three_public.vehicle_running 2023 3.00万元
B8 three_public.reception 2022 2.00万元
C8 three_public.reception 2023 1.00万元
D8 three_public.reception.change 2023 -1.00万元
E8 three_public.reception.change_rate 2023 -50%
""",
    "预决算三栏": """
收入支出决算总表 单位：万元
项目|年初预算数|全年预算数|决算数
本年收入合计|10.00|12.00|11.00
收入总计|10.00|13.00|12.00
支出总计|10.00|13.00|12.00
====
B3 initial.income.current 2023 10.00万元
C3 adjusted.income.current 2023 12.00万元
D3 final.income.current 2023 11.00万元
B4 initial.income 2023 10.00万元
C4 adjusted.income 2023 13.00万元
D4 final.income 2023 12.00万元
B5 initial.expenditure 2023 10.00万元
C5 adjusted.expenditure 2023 13.00万元
D5 final.expenditure 2023 12.00万元
""",
    "预算批复": """
2023年部门预算批复表
|||单位：万元
单位名称|收入预算|支出预算|>
^|合计|合计|项目支出
云岭县民政局|321.00|321.00|60.00
====
B5 initial.income 2023 321.00万元
C5 initial.expenditure 2023 321.00万元
D5 initial.expenditure.project 2023 60.00万元
""",
    "资产": """
国有资产占用情况表
截止日期：2023年12月31日||金额单位：元
项目|数量|价值
资产总额||900.00
1.房屋（平方米）|120.5|500.00
2.车辆（辆）|2|300.00
3.单价20万元（含）以上的设备|0|0.00
4.其他固定资产||100.00
====
C4 assets.total 2023 900.00元
B5 assets.building_area 2023 120.5平方米
C5 assets.buildings 2023 500.00元
B6 assets.vehicle_count 2023 2辆
C6 assets.vehicles 2023 300.00元
B7 assets.equipment_count 2023 0台
C7 assets.equipment 2023 0.00元
C8 assets.other 2023 100.00元
""",
    "人员": """
人员情况表
单位名称|编制数|在职人数|退休人数
局本级|10|9|3
服务中心|5|5|0
合计|15|14|3
====
B5 staff.establishment 2023 15人
C5 staff.in_post 2023 14人
D5 staff.retired 2023 3人
""",
    "年初年末": """
资产情况表（单位：万元）
项目|年初数|年末数
固定资产|30.00|28.00
====
B3 assets.fixed 2022 30.00万元
C3 assets.fixed 2023 28.00万元
""",
}


@pytest.mark.parametrize("layout", CASES)
def test_each_layout_gives_its_figures(layout: str) -> None:
    text, _, expected = CASES[layout].partition("====\n")
    assert lines(read(text)) == expected.strip().split("\n")


def test_several_tables_on_one_sheet_each_keep_their_unit() -> None:
    text = """
收入决算表 单位：元
项目|本年收入合计|财政拨款收入
合计|100|100
注：本表反映部门本年度取得的各项收入情况。
支出决算表 单位：万元
项目|本年支出合计|基本支出
合计|2.00|2.00
"""
    assert lines(read(text)) == [
        "B3 final.income.current 2023 100元",
        "C3 final.appropriation 2023 100元",
        "B7 final.expenditure.current 2023 2.00万元",
        "C7 expenditure.basic 2023 2.00万元",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("收入决算表\n项目|本年收入合计\n合计|100", "没有写明单位"),
        ("收入决算表 单位：元\n项目|本年收入合计\n合计|#REF!", "公式出错"),
        ("收入决算表 单位：元\n项目|本年收入合计\n合计|约100", "不是数"),
        ("收入决算表 单位：元\n项目|本年收入合计\n合计|-100", "不能小于0"),
        ("收入支出决算总表 单位：元\n项目|决算数\n云朵收入|100", "没有认出"),
    ],
)
def test_what_is_not_understood_is_listed_with_its_cell(text: str, why: str) -> None:
    found = read(text)
    assert not found.facts
    (unread,) = found.unread
    assert unread.locator == "材料.xlsx#表!B3"
    assert why in unread.why


def test_a_table_without_a_year_is_not_dated_by_guess() -> None:
    found = read("收入决算表 单位：元\n项目|本年收入合计\n合计|100", year=0)
    assert not found.facts
    assert "哪一年" in found.unread[0].why


def test_rows_of_one_office_are_not_the_whole_department() -> None:
    found = read("人员情况表\n单位|编制数\n局本级|10\n服务中心|5")
    assert not found.facts


@pytest.mark.parametrize(
    ("old", "new", "cell", "expected"),
    [
        ("4|520.00", "4|530.00", "C9", "520.00元"),
        ("|460.00", "|465.00", "F9", "485.00元"),
        ("6|550.00", "6|555.00", "C11", "550.00元"),
    ],
)
def test_a_sum_that_fails_is_named_with_its_cell(
    old: str, new: str, cell: str, expected: str
) -> None:
    found = read(BALANCE.replace(old, new))
    first = found.breaks[0]
    assert first.locator == f"材料.xlsx#表!{cell}"
    assert first.expected == expected


def test_sums_that_hold_are_silent() -> None:
    assert not read(BALANCE).breaks
