"""“三公”经费的三样各说一句、各占一段，合起来仍是总数。"""

import pytest

from tests.reading.tables.reports import statements, wrong

SENTENCES = (
    "“三公”经费支出14.20万元，比上年减少0.80万元。其中：因公出国（境）费0万元，与上年持平。"
    "公务用车运行维护费11.30万元，比上年减少0.60万元。公务接待费{}万元，比上年减少0.20万元。"
)
PARAGRAPHS = """
三公经费支出14.20万元。
因公出国（境）费0万元，与预算持平。
公务用车购置及运行维护费11.30万元，其中公务用车购置费0万元，公务用车运行维护费11.30万元。
公务接待费{}万元，主要用于上级检查，共接待29批次。
"""
BUDGETS = (
    "“三公”经费支出预算为18.00万元，支出决算为14.20万元，完成预算的78.89%。"
    "因公出国（境）费支出预算为0万元，支出决算为0万元。"
    "公务用车购置及运行维护费支出预算为13.00万元，支出决算为11.30万元，完成预算的86.92%。"
    "公务接待费支出预算为5.00万元，支出决算为{}万元。"
)


@pytest.mark.parametrize("text", [SENTENCES, PARAGRAPHS, BUDGETS])
def test_three_kinds_told_apart_make_up_the_whole(text: str) -> None:
    assert "sum ＝14.20万元 存疑" in statements(text.format("2.90"))
    assert wrong(text.format("2.90")) == []
    assert wrong(text.format("2.30")) == ["sum ≠14.20万元 应为13.60万元 存疑"]


def test_budgets_are_added_to_the_budget() -> None:
    assert "sum ＝18.00万元 存疑" in statements(BUDGETS.format("2.90"))


def test_a_kind_that_is_not_told_leaves_the_whole_alone() -> None:
    said = "“三公”经费支出14.20万元。公务用车运行维护费11.30万元。公务接待费2.30万元。"
    assert wrong(said) == []
