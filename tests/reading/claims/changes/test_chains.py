"""一年的滚动：上年末的余额，加新增、减偿还，是年末的余额；财力要扣除上解。"""

import pytest

from tests.reading.tables.reports import statements, wrong


@pytest.mark.parametrize(
    "text",
    [
        "2022年末债务余额8.60亿元，2023年新增债务1.90亿元，偿还本金0.50亿元，2023年末债务余额{}亿元。",
        "截至2022年底债务余额8.60亿元。2023年发行新增债券1.90亿元，偿还到期债务0.50亿元。"
        "截至2023年底债务余额{}亿元。",
        "截至2022年末，全县政府债务余额8.60亿元。2023年下达新增债券额度1.90亿元，当年还本0.50亿元。"
        "截至2023年末，政府债务余额{}亿元。",
    ],
)
def test_a_debt_rolls_forward(text: str) -> None:
    assert "sum ＝10.00亿元 存疑" in statements(text.format("10.00"))
    assert wrong(text.format("10.90")) == ["sum ≠10.90亿元 应为10.00亿元 存疑"]


@pytest.mark.parametrize(
    "text",
    [
        "2022年末债务余额8.60亿元，2023年发行新增债券1.90亿元、再融资债券1.10亿元，"
        "偿还0.50亿元，2023年末债务余额10.00亿元。",
        "2022年末债务余额8.60亿元，2023年还本付息0.90亿元，新增1.90亿元，2023年末债务余额10.00亿元。",
        "2022年末贷款余额46.20亿元，2023年新增贷款7.30亿元，2023年末贷款余额51.20亿元。",
    ],
)
def test_a_debt_whose_moves_are_not_all_told_is_left_alone(text: str) -> None:
    assert wrong(text) == []


def test_posts_filled_at_the_end_of_two_years_roll_forward() -> None:
    said = "2022年末在职128人，2023年新招录7人，退休4人，2023年末在职{}人。"
    assert wrong(said.format(131)) == []
    assert wrong(said.format(141)) == ["sum ≠141人 应为131人"]


@pytest.mark.parametrize(
    ("text", "right", "slipped"),
    [
        (
            "可用财力来源：一般公共预算收入4.10亿元，上级补助收入11.20亿元，调入资金0.90亿元，"
            "扣除上解支出0.40亿元，可用财力{}亿元。",
            "15.80",
            "16.20",
        ),
        ("债务限额12.50亿元，债务余额11.80亿元，剩余限额{}亿元。", "0.70", "0.90"),
        ("政府债务限额7500.00万元，余额6800.00万元，余额低于限额{}万元。", "700.00", "900.00"),
    ],
)  # fmt: skip
def test_what_is_taken_off_leaves_the_rest(text: str, right: str, slipped: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slipped))


def test_a_deduction_from_the_nearest_amount_is_still_read() -> None:
    said = "项目总投资560.00万元，中央资金310.00万元，扣除已拨付120.00万元，尚需拨付{}万元。"
    assert wrong(said.format("190.00")) == []
    assert wrong(said.format("109.00")) == ["difference ≠109.00万元 应为190.00万元 存疑"]
    alone = "应补助资金120.00万元，扣除已预拨80.00万元，应清算{}万元。"
    assert wrong(alone.format("40.00")) == []
    assert wrong(alone.format("45.00")) == ["difference ≠45.00万元 应为40.00万元"]


def test_what_was_cancelled_is_taken_off() -> None:
    said = "原有项目9个，新增6个，取消2个，现有项目{}个。"
    assert wrong(said.format(13)) == []
    assert wrong(said.format(15)) == ["sum ≠15个 应为13个"]


@pytest.mark.parametrize(
    "text",
    [
        "2022年末林地面积12000亩，2023年新增造林800亩，2023年末林地面积12650亩。",
        "政府债务余额8.60亿元，债务率82.40%，新增债务限额1.10亿元，剩余限额0.30亿元。",
        "可用财力15.80亿元，其中：本级收入4.10亿元、补助收入11.20亿元、"
        "调入0.90亿元，扣除上解0.40亿元。",
    ],
)
def test_moves_and_limits_that_are_not_the_whole_account_are_left_alone(text: str) -> None:
    assert wrong(text) == []
