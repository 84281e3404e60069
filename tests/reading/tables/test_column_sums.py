"""列的合计：合计在下在上、小计、其中、分级，结构有疑的不说。"""

from tests.reading.tables.reports import statements, tabbed, wrong


def test_the_total_below_is_the_sum_of_the_rows() -> None:
    text = """单位：万元
    |项目|预算数|执行数|
    |道路养护|100.00|90.00|
    |桥梁加固|50.00|45.50|
    |合计|150.00|153.50|
    """
    assert wrong(tabbed(text)) == ["sum ≠153.50 应为135.50万元"]


def test_the_total_above_is_the_sum_of_the_rows_below() -> None:
    text = """固定资产占用情况表
    单位：万元
    |项目|数量|价值|
    |资产总额||128.00|
    |1、房屋|2|96.00|
    |2、车辆|1|18.00|
    |3、其他固定资产||10.00|
    """
    assert wrong(tabbed(text)) == ["sum ≠128.00 应为124.00万元"]


def test_subtotals_add_up_to_the_total() -> None:
    text = """单位：万元
    |乡镇|资金|
    |青龙镇|10.00|
    |白塔镇|20.00|
    |小计|30.00|
    |松岭乡|5.00|
    |石门乡|6.00|
    |小计|11.00|
    |合计|41.00|
    """
    assert statements(tabbed(text)) == ["sum ＝30.00", "sum ＝11.00", "sum ＝41.00"]
    assert wrong(tabbed(text.replace("合计|41.00", "合计|42.00"))) == ["sum ≠42.00 应为41.00万元"]


def test_balances_after_the_sum_join_the_grand_total() -> None:
    text = """收入支出决算总表
    单位：万元
    |项目|决算数|项目|决算数|
    |一、财政拨款收入|90.00|一、科学技术支出|70.00|
    |二、其他收入|5.00|二、住房保障支出|20.00|
    |本年收入合计|95.00|本年支出合计|90.00|
    |年初结转和结余|3.00|年末结转和结余|8.00|
    |总计|98.00|总计|98.00|
    """
    assert [line.partition("＝")[0] for line in statements(tabbed(text))] == [
        *["sum "] * 3,
        "same_as ",
        "sum ",
    ]
    assert wrong(tabbed(text.replace("总计|98.00|总计", "总计|89.00|总计"))) == [
        "sum ≠89.00 应为98.00万元",
        "same_as ≠98.00 应为89.00万元",
    ]


def test_what_is_within_a_row_is_not_added_again() -> None:
    text = """单位：万元
    |项目|2023年|2024年|
    |基本支出|60.00|66.00|
    |其中：人员经费|50.00|54.00|
    |公用经费|10.00|12.00|
    |项目支出|40.00|44.00|
    |合计|100.00|110.00|
    """
    assert wrong(tabbed(text)) == []
    assert wrong(tabbed(text.replace("|54.00|", "|45.00|"))) == ["sum ≠66.00 应为57.00万元"]


def test_rows_that_contain_others_by_name_are_not_added_twice() -> None:
    text = """单位：万元
    |项目|金额|
    |基本支出|60.00|
    |人员经费|50.00|
    |公用经费|10.00|
    |项目支出|40.00|
    |合计|100.00|
    """
    assert wrong(tabbed(text)) == []


def test_one_column_of_unclear_structure_is_not_judged() -> None:
    text = """单位：万元
    |项目|金额|
    |基本支出|60.00|
    |人员经费|50.00|
    |公用经费|11.00|
    |项目支出|40.00|
    |合计|101.00|
    """
    assert wrong(tabbed(text)) == []


def test_rates_and_averages_are_not_added() -> None:
    text = """单位：万元
    |项目|预算数|支出数|使用率|户均|
    |低保|100.00|90.00|90.00%|0.30|
    |救助|50.00|40.00|80.00%|0.20|
    |合计|150.00|130.00|86.67%|0.26|
    """
    assert wrong(tabbed(text)) == []


def test_a_total_of_scores_may_be_their_mean() -> None:
    text = """
    |项目|自评得分|
    |甲项目|96.00|
    |乙项目|92.00|
    |合计|94.00|
    """
    assert statements(tabbed(text)) == ["average ＝94.00"]


def test_weights_add_up_exactly() -> None:
    text = """
    |指标|分值|得分|
    |产出|50|48.60|
    |效益|30|28.40|
    |满意度|10|9.80|
    |合计|100|86.80|
    """
    assert wrong(tabbed(text)) == ["score_sum ≠100 应为90分"]


def test_figures_in_several_headings_are_kept_apart() -> None:
    text = """单位：万元
    |三公经费|2023年决算|2024年决算|
    |1、公务用车维护费|10.32|8.92|
    |2、公务接待|6.70|5.36|
    |人员情况（人）|编制数|在职人数|
    |机关|30|28|
    |事业|40|39|
    |合计|70|68|
    """
    assert wrong(tabbed(text)) == ["sum ≠68 应为67" + "人"]


def test_parts_named_but_left_blank_are_no_parts() -> None:
    text = """单位：万元
    |项目|金额|
    |公用经费|12.50|
    |其中：办公费|—|
    |印刷费|—|
    """
    assert statements(tabbed(text)) == []


def test_a_total_named_in_the_ordinal_column_is_a_total() -> None:
    text = """机构设置情况表
    |序号|单位名称|编制数|实有人数|
    |1|局机关|24|23|
    |2|执法大队|46|44|
    |3|管理站|38|35|
    |合计||108|102|
    """
    assert wrong(tabbed(text)) == []
    assert wrong(tabbed(text.replace("||108|", "||118|"))) == ["sum ≠118 应为108"]


def test_what_a_building_is_worth_is_not_in_square_metres() -> None:
    text = """固定资产情况表（单位：万元）
    |项目|数量|原值|
    |房屋（平方米）|5860|4120.00|
    |其中：办公用房（平方米）|3240|2280.50|
    |车辆（辆）|17|486.30|
    |其他固定资产||4763.50|
    |合计||9369.80|
    """
    assert statements(tabbed(text)) == ["sum ＝9369.80"]
    assert wrong(tabbed(text.replace("486.30", "468.30"))) == ["sum ≠9369.80 应为9351.80万元"]


def test_a_mean_in_the_total_row_is_a_mean_even_when_it_is_wrong() -> None:
    text = """项目自评情况表
    |项目名称|预算数（万元）|自评得分（分）|
    |文化馆免费开放|52.00|98.50|
    |数字资源采购|38.60|97.00|
    |文物修缮|420.00|86.40|
    |合计/平均|510.60|93.97|
    """
    assert wrong(tabbed(text)) == []
    assert wrong(tabbed(text.replace("93.97", "93.79"))) == ["average ≠93.79 应为93.97分"]
    weighted = text.replace("93.97", "88.43")
    assert wrong(tabbed(weighted)) == []


FLAT = """收入支出决算总表（单位：万元）
收入项目 决算数 支出项目 决算数
本年收入合计 {} 本年支出合计 830.10
使用非财政拨款结余 6.50 结余分配 4.20
年初结转和结余 41.30 年末结转和结余 73.50
总计 {} 总计 907.80
"""


def test_balances_below_a_first_sum_are_added_to_it() -> None:
    assert wrong(FLAT.format("860.00", "907.80")) == []
    assert "sum ≠907.80 应为914.80万元" in wrong(FLAT.format("867.00", "907.80"))
    assert "sum ≠908.70 应为907.80万元" in wrong(FLAT.format("860.00", "908.70"))


def test_balances_below_a_sum_are_not_its_parts_even_with_no_total() -> None:
    assert wrong(FLAT.format("860.00", "").partition("总计")[0]) == []


def test_what_lies_between_a_first_sum_and_the_total_is_not_surely_its_parts() -> None:
    text = """单位：万元
    |项目|金额|
    |本级收入合计|860.00|
    |上级补助收入|40.00|
    |调入资金|8.00|
    |收入总计|{}|
    """
    assert wrong(tabbed(text.format("908.00"))) == []
    assert wrong(tabbed(text.format("980.00"))) == ["sum ≠980.00 应为908.00万元"]
    below = text.replace("40.00", "850.00").replace("8.00", "10.00")
    assert statements(tabbed(below.format("860.00")))[0] == "sum ＝860.00"
