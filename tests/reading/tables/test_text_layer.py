"""文字层的表：空格分列、略去空格、名称折行、左右两栏。"""

from tests.reading.tables.reports import statements, wrong

CODED = """支出决算表
单位：万元
科目编码 科目名称 合计 基本支出 项目支出
205 教育支出 300.00 180.00 120.00
20501 教育管理事务 100.00 100.00
2050101 行政运行 100.00 100.00
20502 普通教育 200.00 80.00 120.00
2050202 小学教育 200.00 80.00 120.00
208 社会保障和就业支出 50.00 50.00
20805 行政事业单位养老支出 50.00 50.00
合计 350.00 230.00 120.00
"""

SIDES = """收入支出决算总表
单位：万元
收入 支出
项目 决算数 项目 决算数
一、财政拨款收入 90.00 一、一般公共服务支出
五、事业收入 5.00 八、社会保障和就业支出 60.00
十九、住房保障支出 30.00
本年收入合计 95.00 本年支出合计 90.00
"""


def test_blank_cells_left_out_do_not_move_the_others() -> None:
    assert wrong(CODED) == []
    found = wrong(CODED.replace("205 教育支出 300.00", "205 教育支出 309.00"))
    assert sorted(set(found)) == ["sum ≠309.00 应为300.00万元", "sum ≠350.00 应为359.00万元"]


def test_a_row_with_only_the_right_half_belongs_there() -> None:
    assert [line[:5] for line in statements(SIDES)] == ["sum ＝", "sum ＝"]


def test_a_name_that_runs_on_is_one_row() -> None:
    text = """支出决算表
单位：万元
科目编码 科目名称 合计 基本支出 项目支出
2080505 机关事业单位基本养老保险缴
费支出
446.11 446.11 0.00
2080506 机关事业单位职业年金缴费支出 225.12 225.12 0.00
20805 行政事业单位养老支出 671.23 671.23 0.00
"""
    assert wrong(text) == []


def test_full_rows_take_their_columns_from_the_heading() -> None:
    text = """单位：万元
项目 本年数 上年数 增减额 增减率
教育支出 90.00 100.00 -10.00 -11.11%
科学支出 60.00 50.00 10.00 20.00%
合计 150.00 150.00 0.00 0.00%
"""
    assert wrong(text) == ["yoy_percent ≠-11.11% 应为-10.00%"]


def test_a_sentence_after_the_table_does_not_swallow_its_last_row() -> None:
    text = """单位：万元
项目 价值
资产总额 27.00
1、房屋 20.00
2、车辆 7.00

项目实施单位建立了专账管理制度，资金拨付手续完备。
"""
    assert statements(text) == ["sum ＝27.00"]


def test_contents_are_no_table() -> None:
    text = "目录\n一、部门概况\t1\n二、收支情况\t4\n三、评价结论\t15\n"
    assert statements(text) == []
