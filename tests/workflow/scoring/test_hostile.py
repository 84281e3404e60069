"""坏输入：说清是哪一格、怎么回事，其余照样计分；不卡住、不吃光内存。"""

import random
from typing import Any

import pytest
from openpyxl import Workbook

from assistant.bootstrap import connect
from assistant.domain.errors import Unreadable
from assistant.settings import Settings
from assistant.workflow.scoring.scoring import score_file
from assistant.workflow.scoring.shapes import workbook_json
from tests.adapters.forms.hostile import blank_rows, saved, with_sheet
from tests.form_factory import Content, content
from tests.form_layouts import Sheet, build, national

Json = dict[str, Any]
NAME = "云岭县自评表.xlsx"


def score(data: bytes, name: str = NAME) -> Json:
    desk = connect(Settings())
    return workbook_json(score_file(desk, name, data, desk.catalogue.scheme("national-2020")))


def one_form(seed: int = 7) -> tuple[Workbook, dict[str, str], Content]:
    rng = random.Random(seed)
    made = content(rng)
    book, cells = build(made, national, rng)
    return book, cells, made


def put(book: Workbook, cell: str, value: str | float) -> None:
    assert book.active is not None
    book.active[cell] = value


def cells_of(found: Json) -> set[str]:
    return {fault["cell"] for form in found["forms"] for fault in form["faults"]}


def test_a_workbook_without_a_form_says_so() -> None:
    book = Workbook()
    put(book, "B2", "会议通知")
    found = score(saved(book))
    assert found["forms"] == []
    assert [(u["sheet"], u["cell"]) for u in found["unread"]] == [("Sheet", "B2")]


@pytest.mark.parametrize(
    ("value", "said"), [("#REF!", "公式出错"), ("=SUM(A1:A2)", "没有存下结果"), ("十九", "应是数")]
)
def test_a_cell_that_is_no_number_is_named_and_the_rest_is_scored(value: str, said: str) -> None:
    book, cells, made = one_form()
    at = cells["验收合格率.得分"]
    put(book, at, value)
    found = score(saved(book))
    form = found["forms"][0]
    assert at in cells_of(found)
    assert any(said in fault["message"] for fault in form["faults"] if fault["cell"] == at)
    assert any(u["cell"] == at for u in found["unread"])
    assert form["execution"]["points"] == str(made.execution)
    assert form["indicators"][0]["points"] == f"{made.rows[0].points}"
    assert form["indicators"][1]["points"] == f"{made.rows[1].points}"


def test_a_negative_budget_is_named() -> None:
    book, cells, _ = one_form()
    put(book, cells["资金.adjusted"], -5)
    assert cells["资金.adjusted"] in cells_of(score(saved(book)))


def test_hidden_sheets_are_scored_and_said_to_be_hidden() -> None:
    book, _, made = one_form()
    sheet = book.active
    assert sheet is not None
    book.create_sheet("说明")
    sheet.sheet_state = "hidden"
    found = score(saved(book))
    assert found["forms"][0]["project"] == made.project
    assert any("隐藏" in u["why"] for u in found["unread"])


def test_the_same_project_twice_is_named_on_the_second_form() -> None:
    rng = random.Random(9)
    made = content(rng)
    book = Workbook()
    cells = []
    for name in ("甲", "乙"):
        sheet = Sheet(book.create_sheet(name), random.Random(1))
        national(sheet, made)
        cells.append(sheet.cells)
    found = score(saved(book))
    assert found["forms"][0]["faults"] == []
    assert [f["cell"] for f in found["forms"][1]["faults"]] == [cells[1]["项目名称"]]


def test_two_forms_overlapping_are_named() -> None:
    """后一份表压在前一份表的合计行上：前一份没有合计和等级，各自的指标仍各归各。"""
    rng = random.Random(11)
    book = Workbook()
    assert book.active is not None
    first, second = content(rng, 1), content(rng, 2)
    upper = Sheet(book.active, random.Random(1))
    national(upper, first)
    lower = Sheet(book.active, random.Random(2), top=int(upper.cells["行6"]))
    for merged in list(book.active.merged_cells.ranges):
        book.active.unmerge_cells(str(merged))
    national(lower, second)
    found = score(saved(book))
    assert [form["project"] for form in found["forms"]] == [first.project, second.project]
    assert len(found["forms"][0]["indicators"]) == 6
    assert found["forms"][1]["total"] == f"{second.total}"
    assert any("没有合计行" in u["why"] for u in found["unread"])


def test_endless_blank_rows_do_not_hang() -> None:
    book, _, made = one_form()
    found = score(blank_rows(saved(book), 200_000))
    assert found["forms"][0]["total"] == f"{made.total}"
    assert any("没有内容" in u["why"] for u in found["unread"])


def test_content_after_endless_blank_rows_is_said_to_be_unread() -> None:
    book, _, _ = one_form()
    rows = b"".join(b'<row r="%d"/>' % n for n in range(100, 9000))
    rows += b'<row r="9000"><c r="A9000"><v>1</v></c></row>'
    found = score(with_sheet(saved(book), b"</sheetData>", rows + b"</sheetData>"))
    assert any("后面另有内容" in u["why"] for u in found["unread"])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空文件"),
        (b"PK\x03\x04 broken", "残缺"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
    ],
)
def test_files_that_cannot_be_opened_say_why(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        score(data)


def test_a_truncated_workbook_is_one_line() -> None:
    data = saved(one_form()[0])
    with pytest.raises(Unreadable, match="残缺"):
        score(data[: len(data) // 2])


def test_a_document_type_declaration_is_refused() -> None:
    data = saved(one_form()[0])
    evil = with_sheet(data, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    with pytest.raises(Unreadable):
        score(evil)
