"""隔着句段的均摊：总数、个数照名目找；算不通的存疑。"""

import pytest

from tests.reading.tables.reports import wrong

CASES = (
    ("在校学生1500人，校园占地45000平方米，生均{}平方米。", "30", "36"),
    ("在校学生1500人。\n公用经费150.00万元，人员经费900.00万元。\n生均公用经费{}元。",
     "1000", "1100"),
    ("全镇辖18个行政村。\n村集体收入1134.00万元，平均每个行政村{}万元。", "63.00", "68.00"),
    ("在校学生1728人。\n有计算机216台，每百名学生{}台。", "12.5", "15.2"),
    ("改造面积25.00万平方米，批复总投资6000.00万元。\n按总投资计算，每平方米改造成本{}元。",
     "240", "280"),
    ("工程划分为6个标段。\n参与投标企业54家，平均每个标段{}家。", "9", "8"),
    ("公务接待费14.70万元。公务接待735人次，人均{}元。", "200", "220"),
    ("在职教职工132人，退休57人。\n工资福利支出2402.88万元。\n在职教职工人均工资福利支出{}万元。",
     "18.2", "20.4"),
)  # fmt: skip
QUIET = (
    # 没有写个数、总数的
    "生均公用经费2066元。",
    "户均增收3680元，带动1250户。",
    # 个数有好几个，说不准是哪个
    "参训学员300人。\n受助学生200人。\n培训费60.00万元。\n人均培训费1500元。",
    # 除的是别的金额，算得通
    "总投资3200.00万元，实际支出3000.00万元。\n受益人口30000人。\n项目人均投资1000元。",
    # 按标准发的，不是均数
    "低保标准每人每月680元；发放低保金90.00万元，保障200人。",
)


@pytest.mark.parametrize(("text", "right", "slipped"), CASES)
def test_a_mean_is_held_against_figures_told_elsewhere(text: str, right: str, slipped: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slipped))


@pytest.mark.parametrize("text", QUIET)
def test_a_mean_of_what_is_not_told_is_left_alone(text: str) -> None:
    assert wrong(text) == []
