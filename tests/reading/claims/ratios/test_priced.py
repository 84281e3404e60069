"""单价乘数量、标准乘人数和月数，是总数；补差的、分担的、不止一种单价的不验。"""

import pytest

from tests.reading.tables.reports import wrong


@pytest.mark.parametrize(
    ("text", "right", "slipped"),
    [
        ("采购净水设备65套，单价1.40万元，共计{}万元。", "91.00", "19.00"),
        ("购置电脑30台，每台单价5200元，合计{}万元。", "15.60", "16.50"),
        ("为248名村医发放补助，每人每月350元，全年发放{}万元。", "104.16", "104.61"),
        ("护林员180人，每人每年1.20万元，全年发放工资{}万元。", "216.00", "261.00"),
        ("按每人每年800元的标准为950名儿童发放补助{}万元。", "76.00", "67.00"),
    ],
)
def test_a_price_times_a_number_is_the_total(text: str, right: str, slipped: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slipped)) == [f"sum ≠{slipped}万元 应为{right}万元 存疑"]


@pytest.mark.parametrize(
    "text",
    [
        "农村低保标准为每人每月420元，保障对象1650人，全年发放低保金480.20万元。",
        "每人每月补助300元，其中省级承担200元，县级承担100元，全县248名村医，县级支出29.76万元。",
        "采购甲型设备5台，单价2.00万元，采购乙型设备3台，单价3.00万元，合计19.00万元。",
        "采购办公电脑12台，单价不超过5000元，支出5.80万元。",
        "为248名村医发放补助，每人每月350元，发放60.76万元。",
    ],
)
def test_a_price_of_another_matter_is_left_alone(text: str) -> None:
    assert wrong(text) == []


def test_months_that_are_told_are_counted() -> None:
    said = "聘用护林员120人，每人每月500元，发放6个月，共{}万元。"
    assert wrong(said.format("36.00")) == []
    assert wrong(said.format("72.00")) == ["sum ≠72.00万元 应为36.00万元 存疑"]


def test_pupils_to_a_class_are_a_mean() -> None:
    said = "全县初中开设教学班90个，在校生4140人，平均班额{}人。"
    assert wrong(said.format(46)) == []
    assert wrong(said.format(64)) == ["average ≠64人 应为46人"]
