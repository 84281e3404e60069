"""试算：换基数、换口径并排；改一格看牵动；人打的分有规矩。"""

from decimal import Decimal

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.scoring.entries import fault_of_entry
from assistant.scoring.forms import Entry, scored
from assistant.workflow.scoring.what_if import Change, ripple, trials
from tests.form_notation import form

CATALOGUE = FileCatalogue(ROOT / "knowledge")
NATIONAL, COUNTY = CATALOGUE.scheme("national-2020"), CATALOGUE.scheme("hebei-county")
FUNDS = (("资金总额.年初预算数", "200"), ("财政拨款.年初预算数", "200"))


def test_another_base_and_another_scheme_stand_side_by_side() -> None:
    found = trials(form(FUNDS), NATIONAL, [NATIONAL, CATALOGUE.scheme("jiangxi"), COUNTY])
    assert [
        (t.title[:4], t.result.execution.points, t.result.grade)
        for t in found
        if t.result.execution is not None
    ] == [
        ("全国通用", Decimal("9.50"), "优"),
        ("以年初预", Decimal("5.70"), "优"),
        ("江西口径", Decimal("7.00"), "优"),
        ("河北县级", Decimal("9.50"), "优秀"),
    ]


def test_a_changed_payment_moves_rate_points_total_and_mean() -> None:
    forms = [scored(form((), "甲"), NATIONAL), scored(form((), "乙", "设备购置"), NATIONAL)]
    assert ripple(forms, 0, "E5", "60") == (
        Change("执行率", "95.00%", "50.00%"),
        Change("执行率得分", "9.50", "5.00"),
        Change("总分", "99.50", "95.00"),
        Change("项目平均分", "99.50", "97.25"),
    )


def test_a_changed_actual_moves_its_points_and_the_grade() -> None:
    forms = [scored(form(), NATIONAL)]
    assert ripple(forms, 0, "E12", "10场") == (
        Change("“培训场次”得分", "20", "10.00"),
        Change("总分", "99.50", "89.50"),
        Change("等级", "优", "良"),
        Change("项目平均分", "99.50", "89.50"),
    )
    assert ripple(forms, 0, "A1", "别的标题") == ()


def test_an_entered_score_counts_and_stays_apart_from_the_printed_one() -> None:
    result = scored(form(), NATIONAL, entries={"G17": Entry(Decimal("8.5"), "尚未续签", "甲")})
    one = next(i for i in result.indicators if i.row.name == "机制健全")
    assert (one.stated, one.automatic.points, one.counted) == (Decimal(10), None, Decimal("8.5"))
    assert result.total == Decimal("98.00")


@pytest.mark.parametrize(
    ("scheme", "name", "points", "reason", "said"),
    [
        (NATIONAL, "机制健全", "8.5", "尚未续签", None),
        (NATIONAL, "机制健全", "7.9", "尚未续签", "应得8.00至10.00分"),
        (NATIONAL, "机制健全", "11", "好", "应在0与10之间"),
        (NATIONAL, "机制健全", "8.5", " ", "请写明打这个分的理由"),
        (NATIONAL, "培训场次", "18", "目标偏低，酌减", None),
        (COUNTY, "培训场次", "18", "目标偏低，酌减", "自动计分并锁定"),
    ],
)
def test_what_a_person_may_enter(
    scheme: object, name: str, points: str, reason: str, said: str | None
) -> None:
    chosen = NATIONAL if scheme is NATIONAL else COUNTY
    one = next(i for i in scored(form(), chosen).indicators if i.row.name == name)
    found = fault_of_entry(one, Decimal(points), reason, chosen)
    assert (found is None) if said is None else (found is not None and said in found)
