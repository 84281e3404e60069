"""行内的关系：执行率、增减、结余、合计栏、人均，由表头和各行的数认出。"""

from tests.reading.tables.reports import statements, tabbed, wrong


def test_rates_are_recomputed_against_the_adjusted_budget() -> None:
    text = """单位：万元
    |项目名称|年初预算数|全年预算数|全年执行数|执行率|
    |道路养护|80.00|100.00|90.00|112.50%|
    |桥梁加固|50.00|50.00|45.50|91.00%|
    |合计|130.00|150.00|135.50|90.33%|
    """
    assert wrong(tabbed(text)) == ["execution_rate ≠112.50% 应为90.00%"]


def test_a_single_row_is_enough_when_the_heading_names_every_column() -> None:
    text = """单位：万元
    |资金|年初预算数|全年预算数|全年执行数|执行率|
    |年度资金总额|80.00|100.00|90.00|95.00%|
    """
    assert wrong(tabbed(text)) == ["execution_rate ≠95.00% 应为90.00%"]


def test_changes_keep_their_sign() -> None:
    text = """单位：万元
    |项目|本年数|上年数|增减额|增减率|
    |教育支出|90.00|100.00|10.00|-10.00%|
    |科学支出|60.00|50.00|10.00|20.00%|
    |合计|150.00|150.00|0.00|0.00%|
    """
    assert wrong(tabbed(text)) == [
        "yoy_amount ≠10.00 应为-10.00万元",
        "sum ≠0.00 应为20.00万元",
    ]


def test_percent_columns_need_no_percent_signs() -> None:
    text = """
    |支出科目|执行数（万元）|上年执行数（万元）|增减（%）|
    |教育支出|85216|81904|3.89|
    |科学支出|3418|3050|12.07|
    |卫生支出|34870|36420|-4.26|
    """
    assert wrong(tabbed(text)) == ["yoy_percent ≠3.89 应为4.04%"]


def test_relations_the_heading_does_not_name_are_learnt_from_the_rows() -> None:
    text = """
    |评价维度|很好（人）|较好（人）|一般（人）|参评（人）|
    |课程|402|380|62|844|
    |师资|436|361|51|848|
    |条件|318|389|118|852|
    |管理|421|377|49|847|
    """
    assert wrong(tabbed(text)) == ["sum ≠852 应为825人"]


def test_two_rows_do_not_make_a_relation_of_their_own() -> None:
    text = """
    |名目|甲|乙|丙|
    |一|3|4|7|
    |二|5|6|12|
    """
    assert statements(tabbed(text)) == []


def test_what_is_left_over_is_recomputed() -> None:
    text = """单位：万元
    |项目名称|全年预算|支出|结余|
    |文物保护|862.00|768.92|93.08|
    |旅游推广|546.00|538.10|9.70|
    |非遗传承|128.00|126.55|1.45|
    """
    assert wrong(tabbed(text)) == ["difference ≠9.70 应为7.90万元"]


def test_amounts_per_head_are_recomputed_across_units() -> None:
    text = """
    |片区|人口（人）|资金（万元）|人均（元）|
    |松岭|10320|380.50|368.70|
    |河西|9860|347.00|315.93|
    |北山|7215|310.80|430.77|
    |南关|8000|400.00|500.00|
    """
    assert wrong(tabbed(text)) == ["average ≠315.93 应为351.93元"]


def test_shares_are_taken_of_the_total_row() -> None:
    text = """
    |等级|项目数（个）|占比|
    |优|318|65.43%|
    |良|127|26.13%|
    |中|41|8.34%|
    |合计|486|100.00%|
    """
    assert wrong(tabbed(text)) == ["ratio ≠8.34% 应为8.44%"]


UPRIGHT = """2023年“三公”经费支出情况表
单位：万元
|项目|年初预算|调整预算|决算数|上年决算|比预算增减|比上年增减|
|合计|12.00|11.50|9.36|10.27|-2.14|-0.91|
|1.因公出国（境）费|0|0|0|0|0|0|
|2.公务用车购置及运行维护费|7.00|7.00|6.18|6.42|-0.82|-0.24|
|其中：公务用车购置费|0|0|0|0|0|0|
|公务用车运行维护费|7.00|7.00|6.18|6.42|-0.82|-0.24|
|3.公务接待费|5.00|4.50|3.18|3.85|-1.32|-0.67|
"""


def test_a_column_called_only_change_is_an_amount_where_it_is_a_difference() -> None:
    assert wrong(tabbed(UPRIGHT)) == []
    assert wrong(tabbed(UPRIGHT.replace("-0.67", "-0.76")))
    assert "sum ≠9.63 应为9.36万元" in wrong(tabbed(UPRIGHT.replace("9.36", "9.63")))
