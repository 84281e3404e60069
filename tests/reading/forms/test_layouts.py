"""各地版式、各种写法：得分与另算的相同，好表不报，坏处报在那一格。"""

import io
import random
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from assistant.adapters.catalogue import FileCatalogue
from assistant.adapters.forms.reader import FormFileReader
from assistant.bootstrap import ROOT
from assistant.checks.forms.run import CheckedWorkbook, check_workbook
from assistant.domain.scheme import Scheme
from assistant.reading.forms.forms import workbook_of
from tests.form_factory import Content, content
from tests.form_layouts import LAYOUTS, Sheet, build, national
from tests.form_plants import PLANTS

Layout = Callable[[Sheet, Content], None]


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return FileCatalogue(ROOT / "knowledge").scheme("national-2020")


def checked(book: Workbook, scheme: Scheme, name: str = "云岭县自评表.xlsx") -> CheckedWorkbook:
    content = io.BytesIO()
    book.save(content)
    return check_workbook(
        workbook_of(name, FormFileReader().grids(name, content.getvalue())), scheme
    )


def _assert_scored(result: CheckedWorkbook, made: Content, index: int = 0) -> None:
    scored = result.forms[index].scored
    assert scored.total == made.total
    assert scored.execution is not None
    assert scored.execution.points == made.execution
    assert [i.automatic.points for i in scored.indicators] == [r.points for r in made.rows]
    assert scored.form.project == made.project
    assert scored.form.year == made.year
    assert scored.form.unit == "万元"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(8))
def test_a_right_form_is_scored_and_silent(layout: Layout, seed: int, scheme: Scheme) -> None:
    rng = random.Random(seed)
    made = content(rng)
    book, _ = build(made, layout, rng)
    result = checked(book, scheme)
    _assert_scored(result, made)
    assert result.all_findings == ()
    assert result.forms[0].scored.form.unread == ()


@pytest.mark.parametrize("plant", PLANTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_planted_fault_is_found_at_its_cell(
    plant: Callable[[Content], tuple[str, ...]], layout: Layout, scheme: Scheme
) -> None:
    rng = random.Random(plant.__name__ + layout.__name__)
    made = content(rng)
    wrong = plant(made)
    book, cells = build(made, layout, rng)
    assert {f.cell for f in checked(book, scheme).all_findings} == {cells[key] for key in wrong}


def test_many_forms_below_each_other(scheme: Scheme) -> None:
    rng = random.Random(1)
    book = Workbook()
    assert book.active is not None
    sheet = Sheet(book.active, rng)
    made = [content(rng, number) for number in range(1, 6)]
    for each in made:
        rng.choice(LAYOUTS)(sheet, each)
    result = checked(book, scheme)
    assert len(result.forms) == 5
    for index, each in enumerate(made):
        _assert_scored(result, each, index)
    assert result.all_findings == ()


def test_two_forms_side_by_side(scheme: Scheme) -> None:
    rng = random.Random(2)
    book = Workbook()
    assert book.active is not None
    made = [content(rng, 1), content(rng, 2)]
    for left, each in zip((1, 11), made, strict=True):
        sheet = Sheet(book.active, random.Random(3), left=left)
        national(sheet, each)
    result = checked(book, scheme)
    assert [form.scored.form.project for form in result.forms] == [m.project for m in made]
    for index, each in enumerate(made):
        _assert_scored(result, each, index)


def test_a_table_head_repeated_at_a_page_break(scheme: Scheme) -> None:
    rng = random.Random(4)
    made = content(rng)
    book, cells = build(made, national, rng)
    sheet = book.active
    assert sheet is not None
    row = int(cells["行4"])
    head = [sheet.cell(int(cells["行0"]) - 1, c).value for c in range(1, 10)]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(row)
    for column, text in enumerate(head, 1):
        sheet.cell(row, column).value = text
    result = checked(book, scheme)
    assert len(result.forms) == 1
    _assert_scored(result, made)
