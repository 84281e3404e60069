"""标准变动带来的增加额：是（乙－甲）×个数，不是两个标准之差。"""

import pytest

from tests.reading.tables.reports import statements, wrong

RECKONED = "云岭县村级运转补助标准由每村12000元提高到15000元，按48个村测算，增加{}万元。"
MAINLY = "本年收入比2023年预算数3610.50万元增加120.40万元，主要是{}。"


@pytest.mark.parametrize(
    "said",
    [
        "云岭县人均体检补助标准由62元提高到70元，按参检老人1.5万人测算，增加12.00万元",
        "云岭县护林补助标准从每亩15元提高至18元，比上年增加3元，按4.2万亩计算，增加12.6万元",
        "云岭县教师补贴标准由0.85万元降低到0.80万元，按320名教师测算，减少16.00万元",
    ],
)
def test_the_difference_of_a_standard_times_the_count(said: str) -> None:
    for each in (said, MAINLY.format(said)):
        amount = said.rpartition("增加")[2].rpartition("减少")[2]
        assert [x for x in statements(each) if x.startswith(f"yoy_amount ＝{amount}")]
        assert wrong(each) == []


@pytest.mark.parametrize(
    "said",
    [
        "云岭县特困供养标准由每人每月780元提高到820元，共1500人，全年增加72万元。",
        "云岭县垃圾清运单价由65元/吨提高到72元/吨，增加12.60万元。",
        "云岭县体检补助标准由62元提高到70元，按1.5万人测算，县级承担三成，增加3.60万元。",
    ],
)
def test_a_product_of_more_than_the_count_is_left_alone(said: str) -> None:
    assert wrong(said) == []


def test_another_product_is_doubted_never_called_wrong() -> None:
    assert wrong(RECKONED.format("14.40")) == []
    assert wrong(RECKONED.format("41.40")) == ["yoy_amount ≠41.40万元 应为14.40万元 存疑"]


@pytest.mark.parametrize(
    "said",
    [
        "云岭县人均体检补助标准由62元提高到70元，增加18元。",
        "云岭县人均工资由8.50万元提高到9.10万元，增加0.90万元。",
        "云岭县项目支出由890万元增加到940万元，涉及32个项目，增加150万元。",
        MAINLY.format("培训费由89万元增加到94万元，增加15万元"),
    ],
)
def test_a_plain_difference_is_still_checked(said: str) -> None:
    assert [line for line in wrong(said) if line.startswith("yoy_amount ≠") and "存疑" not in line]


def test_a_reason_told_from_one_figure_to_another_is_not_against_the_base_before() -> None:
    assert wrong(MAINLY.format("培训费由89万元增加到94万元，增加5万元")) == []
