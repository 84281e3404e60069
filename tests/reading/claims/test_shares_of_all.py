"""合起来是全部的占比、收支相抵、另一头的数。句子都是虚构的。"""

import pytest

from tests.reading.tables.reports import statements, wrong

QUIET = (
    # 收入的其中说完了，分号之后说支出
    "全市预算收入完成800.0亿元，下降5%，其中：税收收入完成560.0亿元；全市预算支出完成1500.0亿元，下降3%。",
    # 并列的一排里的一个，不是下一排的总数
    "货物、工程、服务规模分别为9.0亿元、16.0亿元和10.0亿元。从组织形式来看，集中采购、部门采购、"
    "分散采购规模分别为8.0亿元、3.0亿元和24.0亿元。",
    # 登记失业率与完成任务的百分数不能相减
    "困难人员再就业4500人，完成全年任务114.73%；登记失业率2.1%，低于年度控制目标1.7个百分点。",
)
PAIRS = (
    ("办理结果为A类（已解决的）40件，占{}%；B类（计划解决的）50件，占50.0%；C类（留作参考的）10件，占10.0%。",
     "40.0", "44.0"),
    ("已经解决的（A类）22件，占承办提案总数的{}%。正在解决的（B类）66件，占承办提案总数的75.00%。",
     "25.00", "52.00"),
    ("全市收入总计1872.4亿元。全市支出总计1604.8亿元。收支相抵，全市资金结余结转{}亿元。",
     "267.6", "276.6"),
    ("提案共92件，其中集体提案25件，委员个人和联名提案{}件。", "67", "76"),
)  # fmt: skip


@pytest.mark.parametrize("sentence", QUIET)
def test_right_sentences_are_silent(sentence: str) -> None:
    assert wrong(sentence) == []


@pytest.mark.parametrize(("sentence", "right", "slipped"), PAIRS)
def test_one_wrong_figure_is_found(sentence: str, right: str, slipped: str) -> None:
    assert statements(sentence.format(right))
    assert wrong(sentence.format(right)) == []
    assert wrong(sentence.format(slipped))


def test_a_rate_on_the_wrong_year_is_told_before_two_words_turned() -> None:
    # 500÷25000＝2.00%，除以上年数是1.96%：一处基数错，不必说成两处增减用词都反了
    found = wrong("采购规模为25000亿元，较上年减少500.0亿元，下降2.00%。")
    assert found == ["yoy_percent ≠2.00% 应为1.96%"]


def test_the_whole_may_be_named_more_fully_in_another_paragraph() -> None:
    text = (
        "2025年一季度全市政府采购规模为2.00亿元。\n"
        "授予中小企业合同金额为1.50亿元，占全市政府采购规模的{}%。\n"
    )
    assert wrong(text.format("75.00")) == []
    assert wrong(text.format("57.00"))
