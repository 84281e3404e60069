"""报告里的自评表：附上成为事实，人打分留痕并重新汇总，改事实看牵动。"""

import io
import random
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.bootstrap import LocalDesk, connect
from assistant.domain.errors import BadInput
from assistant.domain.facts import Fact
from assistant.domain.quantities import Quantity
from assistant.scoring.exhibits import Exhibit, proofs
from assistant.settings import Settings
from assistant.workflow.books import open_book
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.materials.materials import attach
from assistant.workflow.reports import new_report, open_example
from assistant.workflow.scoring.report import (
    department_points,
    enter_points,
    note_evidence,
    report_forms,
)
from assistant.workflow.scoring.ripples import fact_ripple
from tests.form_factory import Content, content
from tests.form_layouts import build, national


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    return connect(Settings(data_dir=tmp_path))


def forms(
    desk: LocalDesk, count: int = 2, locality: str = "national"
) -> tuple[str, list[Content], list[dict[str, str]]]:
    """一份报告，附上几份自评表。"""
    report = new_report(desk, "云岭县商务局", 2023, locality, "甲").report.id
    made, cells = [], []
    for number in range(count):
        rng = random.Random(number)
        made.append(content(rng, number))
        book, where = build(made[-1], national, rng)
        cells.append(where)
        data = io.BytesIO()
        book.save(data)
        attach(desk, report, f"表{number}.xlsx", data.getvalue(), "甲")
    return report, made, cells


def fact(desk: LocalDesk, report: str, key: str) -> Fact:
    facts = open_book(desk, report).report.facts.values()
    return next(f for f in facts if f.key == key and f.status != "withdrawn")


def test_attached_forms_become_facts_with_their_file_and_cell(desk: LocalDesk) -> None:
    report, made, cells = forms(desk)
    mean = (made[0].total + made[1].total) / 2
    value = Quantity(value=mean.quantize(Decimal("0.01"), "ROUND_HALF_UP"), unit="分")
    assert fact(desk, report, "projects.mean_score").value == value
    low = min(range(2), key=lambda n: made[n].total)
    found = fact(desk, report, "projects.minimum_score")
    assert found.provenance.kind.label == "自评表"
    assert found.provenance.locator == f"Sheet!{cells[low]['总分.得分']}"
    assert fact(desk, report, "projects.items").value[0][0] == made[0].project  # type: ignore[index]


def test_an_entered_score_is_kept_apart_and_moves_the_mean(desk: LocalDesk) -> None:
    report, made, cells = forms(desk, 1)
    row = next(r for r in made[0].rows if r.points is None)
    attached = report_forms(desk, open_book(desk, report))[0]
    band = next(i for i in attached.checked.forms[0].scored.indicators if i.band is not None).band
    assert band is not None
    at = (attached.file.sha256, "Sheet", cells[0][f"{row.name}.得分"])
    points = band.low if Decimal(row.printed) != band.low else band.low + Decimal("0.5")
    enter_points(desk, report, at, points, "材料不全，按下限打", "乙")
    scored = report_forms(desk, open_book(desk, report))[0].checked.forms[0].scored
    one = next(i for i in scored.indicators if i.row.name == row.name)
    assert (one.stated, one.automatic.points, one.counted) == (Decimal(row.printed), None, points)
    assert one.entry is not None
    assert one.entry.reason == "材料不全，按下限打"
    total = made[0].total - Decimal(row.printed) + points
    assert scored.total == total
    means = [
        f.value for f in open_book(desk, report).report.proposed() if f.key == "projects.mean_score"
    ]
    assert means == [Quantity(value=total, unit="分")]


def test_a_proof_is_kept_in_the_report_and_goes_into_the_list(desk: LocalDesk) -> None:
    report, made, cells = forms(desk, 1)
    digest = open_book(desk, report).report.files[0].sha256
    at = (digest, "Sheet", cells[0][f"{made[0].rows[0].name}.得分"])
    note_evidence(desk, report, at, "签到表.pdf 第3-5页；验收单.docx", "乙")
    scored = report_forms(desk, open_book(desk, report))[0].checked.forms[0].scored
    listed = proofs([scored.form])
    assert listed[0].exhibits == (Exhibit("签到表.pdf", "3-5"), Exhibit("验收单.docx"))
    assert scored.indicators[0].entry is None
    assert scored.total == made[0].total
    note_evidence(desk, report, at, "", "乙")
    scored = report_forms(desk, open_book(desk, report))[0].checked.forms[0].scored
    assert proofs([scored.form])[0].exhibits == ()


def test_an_entry_outside_the_rules_is_refused_and_nothing_is_kept(desk: LocalDesk) -> None:
    report, made, cells = forms(desk, 1)
    row = next(r for r in made[0].rows if r.points is None)
    digest = open_book(desk, report).report.files[0].sha256
    before = open_book(desk, report).report.seq
    at = (digest, "Sheet", cells[0][f"{row.name}.得分"])
    with pytest.raises(BadInput, match="得分应在"):
        enter_points(desk, report, at, Decimal(row.weight + 1), "好", "乙")
    assert open_book(desk, report).report.seq == before


def test_a_changed_fact_shows_every_figure_it_moves(desk: LocalDesk) -> None:
    report, _, _ = forms(desk, 1, "hebei-shenze")
    confirm_all(desk, report, "甲")
    book = open_book(desk, report)
    mean = next(f for f in book.report.confirmed() if f.key == "projects.mean_score")
    moved = {change.what: change.after for change in fact_ripple(book, mean.id, "61.5")}
    assert (moved["项目自评平均分"], moved["评价等级"]) == ("61.50分", "一般")
    with pytest.raises(BadInput, match="不是一个数"):
        fact_ripple(book, mean.id, "很高")


def test_the_department_indicators_say_what_is_missing(desk: LocalDesk) -> None:
    report, _, _ = forms(desk, 1)
    score = department_points(desk, open_book(desk, report))
    assert score is not None
    assert next(r for r in score.rows if r.indicator.id == "S71").missing == (
        "在职人数",
        "编制人数",
    )


def test_a_formula_of_money_is_written_in_ten_thousand_yuan(desk: LocalDesk) -> None:
    book = open_example(desk, "王经办")
    score = department_points(desk, book)
    assert score is not None
    done = next(r for r in score.rows if r.indicator.name == "预算完成率")
    assert done.formula.startswith("1308.97÷1352.4=96.79%")
