"""错数基准自身的正确：判定按区间，底稿相容，错法够多，不引入被测程序。"""

import ast
from fractions import Fraction
from pathlib import Path

import pytest

from benchmarks.mutation import mutants, oracle, pool
from benchmarks.mutation.figures import Figure, Style, chinese, half_up, text, truncated
from benchmarks.mutation.mutants import Fates
from benchmarks.mutation.passage import Claim, Passage, Word, render, replace
from benchmarks.mutation.slips.catalogue import SLIPS

PACKAGE = Path(pool.__file__).parent


def growth(current: str, change: str, percent: str, word: str = "up") -> Passage:
    parts = (
        Figure("cur", current, "万元"),
        Word("d", "增加", word),
        Figure("chg", change, "万元"),
        Figure("pct", percent, "%"),
    )
    roles = (("current", "cur"), ("change", "chg"), ("direction", "d"))
    return Passage(parts, (Claim("yoy_percent", roles, "pct"),))


@pytest.mark.parametrize(
    ("passage", "wrong"),
    [
        (growth("1200.00", "200.00", "20.0"), False),
        (growth("1200.00", "200.00", "16.7"), True),
        (growth("1200.00", "200.00", "14.3", "down"), False),
        (growth("1200.00", "200.00", "20.1"), True),
        (growth("3.1", "0.1", "3.4"), False),
    ],
)
def test_growth_is_judged_by_intervals_against_last_year(passage: Passage, wrong: bool) -> None:
    assert bool(oracle.broken(passage)) is wrong


def test_some_parts_may_be_unlisted_but_never_exceed_the_total() -> None:
    def total(stated: str, family: str) -> Passage:
        parts = (
            Figure("a", "30.00", "万元"),
            Figure("b", "40.00", "万元"),
            Figure("w", stated, "万元"),
        )
        claim = Claim("sum", (("part", "a"), ("part", "b")), "w", family)
        return Passage(parts, (claim,))

    assert not oracle.broken(total("80.00", "open"))
    assert oracle.broken(total("80.00", "closed"))
    assert oracle.broken(total("60.00", "open"))


def test_numbers_are_printed_as_documents_print_them() -> None:
    assert text(Figure("a", "1234.50", "万元", Style(grouping=True, gap=" "))) == "1,234.50 万元"
    assert text(Figure("a", "8.6", "%", Style(wide=True))) == "８．６％"
    assert [chinese(n) for n in (0, 7, 10, 12, 20, 105, 120)] == (
        ["零", "七", "十", "十二", "二十", "一百零五", "一百二十"]
    )
    assert half_up(Fraction(28145, 1000), 2) == "28.15"
    assert truncated(Fraction(28145, 1000), 2) == "28.14"


def test_drafts_are_consistent_and_slips_are_many() -> None:
    drafts = list(pool.invented(7, 120))
    found, fates = mutants.draw(drafts, 150)
    assert len(SLIPS) >= 25
    assert len(fates.counts) >= 25
    assert all(m.broken for m in found)
    assert all(m.slip.cause in m.causes for m in found if m.slip.cause)


def test_the_same_seed_gives_the_same_texts() -> None:
    once, again = (
        [render(m.passage).text for m in mutants.draw(pool.invented(3, 40), 40)[0]]
        for _ in range(2)
    )
    assert once == again


def test_a_slip_that_rounds_away_is_no_mutant() -> None:
    passage = growth("12000.00", "2000.00", "20.0")
    end, _, _ = mutants.fate(passage, {"chg": Figure("chg", "2000.01", "万元")})
    assert end == mutants.EQUIVALENT


def test_an_unbound_figure_cannot_be_judged() -> None:
    passage = Passage((Figure("a", "5.00", "万元"),))
    end, changed, _ = mutants.fate(passage, {"a": Figure("a", "6.00", "万元")})
    assert end == mutants.UNREACHABLE
    assert changed == replace(passage, {"a": Figure("a", "6.00", "万元")})
    assert Fates({}).counts == {}


def test_nothing_of_the_product_is_imported() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(n.split(".")[0] == "assistant" for n in names), path
