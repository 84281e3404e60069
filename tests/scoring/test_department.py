"""部门整体指标：由事实计分，缺数的说缺什么，基数为0的不硬算。"""

from decimal import Decimal

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.scoring.department import department_score

TABLE = FileCatalogue(ROOT / "knowledge").department_table("department-framework")


def rows(values: dict[str, str]) -> dict[str, tuple[Decimal | None, Decimal | None, str]]:
    found = department_score(TABLE, {key: Decimal(value) for key, value in values.items()})
    return {row.indicator.id: (row.rate, row.points, row.formula) for row in found.rows}


def test_a_missing_fact_is_named_and_nothing_is_guessed() -> None:
    rate, points, formula = rows({"staff.in_post": "50"})["S71"]
    assert (rate, points, formula) == (None, None, "缺编制人数，未计分")


def test_staff_over_the_establishment_lose_points() -> None:
    found = rows({"staff.in_post": "50", "staff.establishment": "46"})["S71"]
    assert found[:2] == (Decimal("108.70"), Decimal("0.65"))
    assert found[2] == "50÷46=108.70%；高于100%的8.70个百分点，扣4.35分，得0.65分"


def test_a_growth_from_zero_is_left_to_a_person() -> None:
    found = rows({"three_public.total": "3", "three_public.total.prior": "0"})["S72"]
    assert found == (None, None, "(3-0)÷0，基数为0，由人打分")


def test_only_scored_rows_count_into_the_full_mark() -> None:
    score = department_score(
        TABLE,
        {
            "executed.total": Decimal(114),
            "adjusted.expenditure": Decimal(120),
            "carryover.closing": Decimal(6),
        },
    )
    assert (score.points, score.full) == (Decimal(6), Decimal(8))
