"""结余：同句的断定，隔着句段的只提笔误。"""

import pytest

from tests.reading.tables.reports import wrong

PAIRS = (
    ("2024年专项资金预算1276.00万元，实际执行1216.20万元，未执行{}万元。", "59.80", "95.80"),
    ("到位资金3150.00万元。实际支出2998.80万元，结余资金{}万元。", "151.20", "115.20"),
    ("收入总计8642.37万元。\n支出合计8521.06万元。年末结转和结余{}万元。",
     "121.31", "112.31"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "right", "slipped"), PAIRS)
def test_what_is_left_is_what_was_given_less_what_was_spent(
    sentence: str, right: str, slipped: str
) -> None:
    assert wrong(sentence.format(right)) == []
    assert wrong(sentence.format(slipped))


def test_a_far_remainder_no_slip_explains_is_let_be() -> None:
    said = "到位资金3150.00万元，到位率98.44%。实际支出2998.80万元，结余资金873.55万元。"
    assert wrong(said) == []
