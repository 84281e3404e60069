"""第二批版式、怪表：与评测同一套数据；毛病轮流放进各版式，每三种取一种。"""

import random

import pytest

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.scoring.scoring import score_file
from assistant.workflow.scoring.shapes import workbook_json
from benchmarks.forms.__main__ import jobs_of
from benchmarks.forms.files import write_docx, write_xlsx
from benchmarks.forms.judging import Job, judge
from benchmarks.forms.odd import Odd, differences, odds
from benchmarks.forms.template import Layout, fill, layouts

NOT_YET = ("five_township",)
LAYOUTS = tuple(each for each in layouts() if each.name not in NOT_YET)


def _different(layout: Layout, jobs: list[Job], name: str = "云岭县.xlsx") -> list[str]:
    desk = connect(Settings())
    pages = [fill(layout, job.made) for job in jobs]
    xlsx = name.endswith("xlsx")
    data, placed = write_xlsx(pages, random.Random(layout.name)) if xlsx else write_docx(pages)
    scheme = desk.catalogue.scheme(layout.head.get("scheme", "national-2020"))
    read = workbook_json(score_file(desk, name, data, scheme))
    forms = {form["sheet"]: form for form in read["forms"]}
    verdicts = [
        judge(job, place, forms.get(place.sheet)) for job, place in zip(jobs, placed, strict=True)
    ]
    return [said for verdict in verdicts for said in verdict.said]


@pytest.mark.parametrize("turn", range(len(LAYOUTS)), ids=[each.name for each in LAYOUTS])
def test_each_layout_is_scored_and_its_faults_are_found(turn: int) -> None:
    jobs = list(jobs_of(LAYOUTS[turn], clean=2))[turn % 3 :: 3]
    assert len(jobs) > 7
    assert _different(LAYOUTS[turn], jobs) == []


@pytest.mark.parametrize("layout", LAYOUTS[::5], ids=lambda each: each.name)
def test_layouts_written_as_word_tables(layout: Layout) -> None:
    jobs = list(jobs_of(layout, clean=2))[:6]
    assert _different(layout, jobs, "云岭县.docx") == []


@pytest.mark.parametrize("odd", list(odds()), ids=lambda each: each.name)
def test_odd_forms(odd: Odd) -> None:
    assert differences(odd) == []
