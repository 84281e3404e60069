"""问题清单：折行的字都露在外面，打印一页宽、每页有表头。"""

import io
from datetime import UTC, datetime

import openpyxl

from assistant.adapters.papers.findings_book import findings_book
from assistant.domain.document import plain
from assistant.workflow.checking.checking import check
from tests.checks.localities import NATIONAL

AT = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
SHORT = "全年预算数600.00万元，执行数552.00万元，预算执行率92.5%。"
LONG = "各乡镇、各部门齐心协力，" * 8 + SHORT


def heights(text: str) -> list[float]:
    book = openpyxl.load_workbook(
        io.BytesIO(findings_book(check(plain("a.txt", text), NATIONAL), AT))
    )
    sheet = book["问题"]
    return [sheet.row_dimensions[n].height for n in range(4, sheet.max_row + 1)]


def test_a_row_is_as_tall_as_its_longest_cell() -> None:
    (short,), (long,) = heights(SHORT), heights(LONG)
    assert short >= 2 * 15
    assert long > short


def test_it_prints_one_page_wide_under_its_head() -> None:
    result = check(plain("a.txt", SHORT), NATIONAL)
    sheet = openpyxl.load_workbook(io.BytesIO(findings_book(result, AT)))["问题"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.print_title_rows, sheet.page_setup.fitToHeight) == ("$3:$3", 0)


def test_a_cell_that_looks_like_a_formula_is_text() -> None:
    result = check(plain("=1+1.txt", SHORT), NATIONAL)
    cell = openpyxl.load_workbook(io.BytesIO(findings_book(result, AT)))["问题"]["A1"]
    assert (cell.data_type, cell.value[:8]) == ("s", "=1+1.txt")
