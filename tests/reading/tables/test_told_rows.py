"""正文照着表说的一行，横排的得分表，决算的收支总计。数都是虚构的。"""

import pytest

from tests.reading.tables.reports import tabbed, wrong

CHANGED = """
{}
支出对比表（单位：万元）
|支出分类|2024年决算数|2023年决算数|增减额|增减幅度|
|工资福利支出|220.00|200.00|20.00|10.00%|
|商品服务支出|90.00|100.00|-10.00|-10.00%|
"""
RATED = """
项目支出表（单位：万元）
|项目名称|预算数|实际支出|执行率|
|水库加固工程|100.00|92.00|92.00%|
|道路养护工程|300.00|297.00|99.00%|
|渠道清淤工程|200.00|194.00|97.00%|
{}
"""
SCORED = """
得分表
|一级指标|决策|过程|产出|合计|
|分值|20|20|60|100|
|得分|{}|19.00|55.00|{}|
|扣分|2.00|{}|5.00|8.00|
|得分率|90.0%|95.0%|91.7%|{}%|
"""
TOLD = (
    ("工资福利支出同比增加{}万元，增长10.00%。", "20.00", "12.00"),
    ("商品服务支出比上年减少10.00万元，下降{}%。", "10.00", "11.11"),
)
MOST = (
    ("执行率最低的是水库加固工程，为{}%。", "92.00", "97.00"),
    ("道路养护工程支出最多，为{}万元。", "297.00", "279.00"),
)


@pytest.mark.parametrize(("text", "right", "slip"), TOLD)
def test_a_change_told_from_its_row(text: str, right: str, slip: str) -> None:
    assert wrong(tabbed(CHANGED.format(text.format(right)))) == []
    assert len(wrong(tabbed(CHANGED.format(text.format(slip))))) == 1


@pytest.mark.parametrize(("text", "right", "slip"), MOST)
def test_the_foremost_row(text: str, right: str, slip: str) -> None:
    assert wrong(tabbed(RATED.format(text.format(right)))) == []
    assert len(wrong(tabbed(RATED.format(text.format(slip))))) == 1


@pytest.mark.parametrize("cells", [
    ("23.00", "92.00", "1.00", "92.0"),
    ("18.00", "93.00", "1.00", "92.0"),
    ("18.00", "92.00", "2.00", "92.0"),
    ("18.00", "92.00", "1.00", "93.0"),
])  # fmt: skip
def test_a_score_table_laid_on_its_side(cells: tuple[str, ...]) -> None:
    assert wrong(tabbed(SCORED.format("18.00", "92.00", "1.00", "92.0"))) == []
    assert wrong(tabbed(SCORED.format(*cells)))


@pytest.mark.parametrize(("used", "closing"), [("6.25", "70.00"), ("60.25", "77.00")])
def test_the_grand_total_of_the_accounts(used: str, closing: str) -> None:
    text = (
        "2024年度收、支总计均为1160.25万元。\n本年收入合计1050.00万元。年初结转和结余50.00万元，"
        "使用非财政拨款结余{}万元。\n本年支出合计1080.25万元。结余分配10.00万元，年末结转和结余{}万元。"
    )
    assert wrong(text.format("60.25", "70.00")) == []
    assert wrong(text.format(used, closing))
