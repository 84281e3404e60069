"""印数：单位和方向词由代码给，缺值看得见，每处都记着位置。"""

import pytest

from assistant.domain.ledger import Ledger
from assistant.scoring.ledger import ledger_of
from assistant.workflow.drafting.printing import fill, show
from tests.notation import fact, locality, money, outline

MONEY = outline(money("final.income", "决算收入总计", yearly=True))


def book(*amounts: str) -> Ledger:
    this, last = amounts
    facts = (fact("final.income", this), fact("final.income", last, year=2022))
    return ledger_of(facts, MONEY, locality(), 2023)


@pytest.mark.parametrize(
    ("amounts", "printed"),
    [
        (("1200万元", "1000万元"), "1200.00万元，较上年增加200.00万元，增长20.0%"),
        (("900.00万元", "1000万元"), "900.00万元，较上年减少100.00万元，下降10.0%"),
        (("1000万元", "1000万元"), "1000.00万元，较上年持平，持平"),
    ],
)
def test_direction_words_follow_the_sign(amounts: tuple[str, str], printed: str) -> None:
    text = "{{final.income}}，较上年{{final.income.change}}，{{final.income.change_rate}}"
    assert fill(text, book(*amounts)).line.text == printed


def test_every_printed_place_is_recorded() -> None:
    line = fill("决算收入{{final.income}}。", book("1200万元", "1000万元")).line
    (place,) = line.printed
    assert line.text[place.span.start : place.span.end] == "1200.00万元"
    assert place.key == "final.income"


def test_a_gap_is_named_not_invented() -> None:
    filled = fill("收入{{final.other}}。", book("1200万元", "1000万元"))
    assert (filled.line.text, filled.gaps) == ("收入〔待补：final.other〕。", ("final.other",))


def test_table_cells_print_the_bare_number() -> None:
    assert show("final.income", book("1200万元", "1000万元"), bare=True) == "1200.00"
