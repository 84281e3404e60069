"""收入说完说支出：支出不是收入的一项，结转该加的加、不该加的不加。"""

import pytest

from tests.reading.tables.reports import wrong


@pytest.mark.parametrize(
    "text",
    [
        "收入640.00万元，其中上年结转35.00万元；支出640.00万元。",
        "总收入640.00万元，其中上年结转35.00万元，总支出640.00万元，年末无结余。",
        "年度收入640.00万元，其中上年结转35.00万元；年度支出605.00万元，结余35.00万元。",
        "收入合计640.00万元，其中财政拨款600.00万元、其他收入40.00万元；"
        "支出合计625.00万元，其中基本支出410.00万元、项目支出215.00万元。",
        "收入合计640.00万元，其中财政拨款600.00万元、其他收入40.00万元；支出合计625.00万元。",
    ],
)
def test_spending_is_no_part_of_the_income(text: str) -> None:
    assert wrong(text) == []


def test_parts_on_either_side_of_the_semicolon_are_still_added() -> None:
    said = (
        "本年收入605.00万元、上年结转{}万元，收入总计640.00万元；"
        "本年支出612.00万元、年末结转{}万元，支出总计640.00万元。"
    )
    assert wrong(said.format("35.00", "28.00")) == []
    assert wrong(said.format("53.00", "28.00")) == ["sum ≠640.00万元 应为658.00万元"]
    assert "sum ≠640.00万元 应为694.00万元" in wrong(said.format("35.00", "82.00"))


@pytest.mark.parametrize(
    "text",
    [
        "2023年度收入605.00万元，上年结转35.00万元，收入总计640.00万元；"
        "支出612.00万元，年末结转28.00万元，支出总计640.00万元。",
        "上年结转35.00万元，本年收入605.00万元，支出612.00万元，结余28.00万元。",
        "年初结转35.00万元，收入总计640.00万元，支出612.00万元，结余28.00万元。",
        "上年结转35.00万元。全年到位资金605.00万元。实际支出612.00万元。年末结余28.00万元。",
        "年初预算605.00万元，上年结转35.00万元，全年支出612.00万元，结余28.00万元。",
    ],
)
def test_what_was_carried_in_is_counted_once(text: str) -> None:
    assert wrong(text) == []


def test_a_remainder_that_fits_neither_with_nor_without_the_carry_is_told() -> None:
    said = "上年结转35.62万元，本年收入605.41万元，支出612.70万元，结余{}万元。"
    assert wrong(said.format("28.33")) == []
    assert wrong(said.format("82.33")) == ["difference ≠82.33万元 应为28.33万元 存疑"]


def test_posts_are_not_made_up_of_those_who_left_them() -> None:
    assert wrong("本单位编制48名，在职45人，退休22人。") == []
    assert wrong("本单位共有人员67人，在职45人，退休24人。") == ["count ≠67人 应为69人"]
