"""一段里的合计：列到哪里为止，总数是哪一个。"""

from tests.reading.tables.reports import wrong

STAFF = (
    "核定编制68名，其中行政编制14名、事业编制54名；"
    "实有在职人员63人，其中男性13人、女性{}人；离退休人员41人。"
)
EQUIPMENT = (
    "全年购置设备38台。其中：CT机1台，金额386.00万元；"
    "彩色超声诊断仪{}台，金额156.00万元；其他设备35台。"
)


def test_what_has_its_own_parts_is_not_a_part_of_the_total_before_it() -> None:
    assert wrong(STAFF.format("50")) == []


def test_the_total_in_the_same_part_of_the_sentence_is_certain() -> None:
    assert wrong(STAFF.format("52")) == ["count ≠63人 应为65人"]


def test_ultrasound_is_not_a_comparison() -> None:
    assert wrong(EQUIPMENT.format("2")) == []
    assert wrong(EQUIPMENT.format("3"))


FUND = (
    "政府性基金收入完成{}万元，受市场影响，土地出让收入仅完成47000万元，比上年下降5.5%。"
    "加上上级补助3000万元、上年结转5000万元，收入总计60000万元。"
)


def test_what_is_added_to_may_be_told_before_its_part() -> None:
    assert wrong(FUND.format("52000")) == []


def test_a_chain_no_earlier_amount_explains_is_doubted_when_its_head_may_be_a_part() -> None:
    assert wrong(FUND.format("53000")) == ["sum ≠60000万元 应为55000万元 存疑"]


def test_a_chain_with_one_amount_before_it_is_certain() -> None:
    text = "政府性基金收入完成{}万元。加上上级补助3000万元、上年结转5000万元，收入总计60000万元。"
    assert wrong(text.format("52000")) == []
    assert wrong(text.format("53000")) == ["sum ≠60000万元 应为61000万元"]


def test_a_part_told_in_the_same_sentence_as_the_chain_is_doubted() -> None:
    text = "基金收入完成52000万元，土地出让收入{}万元，加上上级补助3000万元，收入总计{}万元。"
    assert wrong(text.format("47000", "55000")) == ["sum ≠55000万元 应为102000万元 存疑"]
    assert wrong(text.format("47000", "58000")) == ["sum ≠58000万元 应为102000万元"]


LEVEL = "安排资金：森林防火8.40万元；道路养护5.60万元；危桥改造3.20万元，合计{}万元。"
NESTED = "支出12.00万元，道路养护5.60万元、危桥改造3.20万元，合计8.80万元。"


def test_a_first_part_on_a_level_with_the_rest_is_not_their_whole() -> None:
    assert wrong(LEVEL.format("17.20")) == []
    assert wrong(LEVEL.format("8.80")) == ["sum ≠8.80万元 应为17.20万元"]
    assert wrong(NESTED) == []
