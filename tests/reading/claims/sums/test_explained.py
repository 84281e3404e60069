"""各项合起来正是另一个数、或不算末尾的“其余”正好合得上：已经说得通，不报错。"""

import pytest

from tests.reading.tables.reports import wrong

OUTLINED = """
云岭县“三公”经费支出预算为{}万元，支出决算为{}万元{}。其中：
1.因公出国（境）费支出{}万元。
2.公务用车购置及运行维护费支出21.35万元。
3.公务接待费支出{}万元。
"""
DONE = (
    "云岭县已办结事项{}件。其中：当场办结类{}件；限期办结类完成19件；长期跟踪类完成7件；{}{}件{}。"
)


@pytest.mark.parametrize("more", ["", "，较上年减少1.20万元，下降3.25%", "，上年决算为36.92万元"])
def test_parts_of_the_outturn_are_not_parts_of_the_budget(more: str) -> None:
    assert wrong(OUTLINED.format("40.00", "35.72", more, "0", "14.37")) == []


def test_parts_that_make_up_neither_amount_are_still_wrong() -> None:
    found = wrong(OUTLINED.format("40.00", "35.72", "", "0", "14.73"))
    assert "sum ≠35.72万元 应为36.08万元" in found


def test_a_budget_told_with_its_own_parts_is_still_checked() -> None:
    said = (
        "年初预算为{}万元，支出决算为35.72万元。其中：\n"
        "1.会议费年初预算18.00万元，支出决算21.35万元。\n"
        "2.差旅费年初预算22.00万元，支出决算14.37万元。\n"
    )
    assert wrong(said.format("40.00")) == []
    assert wrong(said.format("46.00")) == ["sum ≠46.00万元 应为40.00万元 存疑"]


@pytest.mark.parametrize("word", ["其余", "剩余", "尚有"])
def test_what_is_left_is_no_part_of_what_is_done(word: str) -> None:
    assert wrong(DONE.format(67, 41, word, 12, "正在办理")) == []


def test_a_rest_that_belongs_to_the_whole_is_still_added() -> None:
    assert wrong(DONE.format(79, 41, "其余", 12, "")) == []
    assert wrong(DONE.format(79, 43, "其余", 12, "")) == ["count ≠79件 应为81件"]
