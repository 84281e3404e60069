"""台账：没人报的由勾稽关系算出，报来的由同一关系核对。"""

from assistant.domain.facts import Fact, FieldKind, FieldSpec
from assistant.domain.ledger import Ledger
from assistant.domain.relations import AtMost, Ratio, SameAs, Total
from assistant.scoring.ledger import ledger_of
from tests.notation import SAID, fact, locality, money, outline

TOTAL = money("final.income", "决算收入总计", yearly=True)
YEARLY = outline(TOTAL, ask=("final.income", "final.income.prior"))
SCORED = outline(
    FieldSpec(key="department.score", label="得分", kind=FieldKind.SCORE, unit="分"),
    FieldSpec(key="department.grade", label="等级", kind=FieldKind.TEXT),
)


def ledger(*facts: Fact) -> Ledger:
    return ledger_of(facts, YEARLY, locality(), 2023)


def printed(book: Ledger, address: str) -> str:
    return str(book.figures[address].quantity)


def test_rate_of_change_uses_last_year_as_base() -> None:
    book = ledger(fact("final.income", "1200.00万元"), fact("final.income.change", "200.00万元"))
    assert printed(book, "final.income.prior") == "1000.00万元"
    assert printed(book, "final.income.change_rate") == "20.0%"
    assert book.figures["final.income.change_rate"].formula == (
        "决算收入总计增减额200.00万元 ÷ 上年决算收入总计1000.00万元"
    )


def test_a_rate_on_this_years_base_is_contradicted_with_its_cause() -> None:
    book = ledger(
        fact("final.income", "1200.00万元"),
        fact("final.income.change", "200.00万元"),
        fact("final.income.change_rate", "16.7%"),
    )
    (found,) = book.contradictions
    assert (found.stated, found.expected, found.cause) == ("16.7%", "20.0%", "以本年数为基数")
    assert printed(book, "final.income.change_rate") == "20.0%"


def test_a_right_rate_within_rounding_is_silent() -> None:
    book = ledger(
        fact("final.income", "796.86万元"),
        fact("final.income.change", "-74.54万元"),
        fact("final.income.change_rate", "-8.6%"),
    )
    assert book.contradictions == ()


def test_last_years_fact_is_the_prior_figure() -> None:
    book = ledger(fact("final.income", "12000000元"), fact("final.income", "1000万元", year=2022))
    assert printed(book, "final.income.change") == "200.00万元"
    assert book.figures["final.income.change"].facts == ("final.income@2023", "final.income@2022")


def test_no_rate_on_a_base_of_zero() -> None:
    book = ledger(fact("final.income", "12.00万元"), fact("final.income", "0万元", year=2022))
    assert "final.income.change_rate" not in book.figures


def test_a_missing_part_is_computed_and_a_wrong_total_contradicted() -> None:
    parts = outline(
        money("basic", "基本支出"),
        money("personnel", "人员经费"),
        money("public", "公用经费"),
        relations=(Total(figure="basic", of=("personnel", "public"), basis="人员加公用"),),
    )
    known = (fact("basic", "160.00万元"), fact("personnel", "100.00万元"))
    book = ledger_of(known, parts, locality(), 2023)
    assert printed(book, "public") == "60.00万元"
    wrong = ledger_of((*known, fact("public", "50.00万元")), parts, locality(), 2023)
    assert [(c.stated, c.expected, c.certain) for c in wrong.contradictions] == [
        ("160.00万元", "150.00万元", True)
    ]


def test_a_gap_that_an_unreported_part_may_fill_is_not_certain() -> None:
    parts = outline(
        money("income", "收入总计"),
        money("current", "本年收入"),
        money("surplus", "使用结余"),
        relations=(Total(figure="income", of=("current",), optional=("surplus",), basis="总计"),),
    )
    gap = (fact("income", "110.00万元"), fact("current", "100.00万元"))
    (found,) = ledger_of(gap, parts, locality(), 2023).contradictions
    assert not found.certain
    assert (
        ledger_of((*gap, fact("surplus", "10万元")), parts, locality(), 2023).contradictions == ()
    )


def test_ratio_equality_and_limit() -> None:
    book = ledger_of(
        (fact("paid", "120.00万元"), fact("budget", "100.00万元"), fact("same", "99.00万元")),
        outline(
            money("paid", "执行数"),
            money("budget", "预算数"),
            money("same", "支出"),
            FieldSpec(key="rate", label="执行率", kind=FieldKind.RATE, unit="%", places=2),
            relations=(
                Ratio(figure="rate", part="paid", whole="budget", basis="执行率"),
                AtMost(figure="paid", limit="budget", basis="不超预算"),
                SameAs(figure="same", other="budget", basis="收支相等"),
            ),
        ),
        locality(),
        2023,
    )
    assert printed(book, "rate") == "120.00%"
    assert [c.key for c in book.contradictions] == ["paid", "same"]


def test_grade_follows_the_printed_score_and_a_stated_grade_is_checked() -> None:
    stated = Fact(
        id="g", key="department.grade", year=2023, value="优秀", status="confirmed", provenance=SAID
    )
    bands = locality(("优秀", "85"), ("良好", "75"), ("一般", "60"), ("较差", "0"))
    book = ledger_of((fact("department.score", "84.99分"), stated), SCORED, bands, 2023)
    assert book.texts["department.grade"] == "良好"
    assert [(c.stated, c.expected) for c in book.contradictions] == [("优秀", "良好")]


def test_what_the_outline_asks_and_nobody_gave_is_missing() -> None:
    asked = outline(
        money("final.income", "决算收入总计", yearly=True, required=True),
        ask=("final.income", "final.income.prior"),
    )
    only_total = ledger_of((fact("final.income", "12万元"),), asked, locality(), 2023)
    assert only_total.missing == ("final.income.prior",)
