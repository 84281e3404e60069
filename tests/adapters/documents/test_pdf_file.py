import io

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle

from assistant.adapters.documents.office_file import converted
from assistant.adapters.documents.page_furniture import without_furniture
from assistant.adapters.documents.reader import FileReader
from assistant.domain.errors import Unreadable
from tests.adapters.documents.pdfs import Mark, Words, grid, lines, pdf
from tests.needs import program


def test_pages_and_lines() -> None:
    document = FileReader().read(
        "a.pdf", pdf(lines("收入12.50万元，比上年"), lines("增加2.00万元。"))
    )
    assert document.text == "收入12.50万元，比上年\n增加2.00万元。\n"
    assert document.page_of(document.text.index("增加")) == 2
    assert [block.locator for block in document.blocks] == ["第1页", "第2页"]


def test_headers_and_page_numbers_are_left_out() -> None:
    pages = [["云岭县商务局", f"正文{mark}", f"- {n} -"] for n, mark in enumerate("甲乙丙丁", 1)]
    assert without_furniture(pages) == [["正文甲"], ["正文乙"], ["正文丙"], ["正文丁"]]


def test_numbers_at_the_foot_of_tables_stay() -> None:
    pages = [["表一", "合计", "12"], ["表二", "合计", "7"], ["表三", "合计", "9"]]
    assert without_furniture(pages) == pages


def test_a_page_without_text_is_named() -> None:
    document = FileReader().read("a.pdf", pdf(lines("甲"), []))
    assert "第2页" in document.notes[0]


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match="扫描件"):
        FileReader().read("a.pdf", pdf([]))


def test_ruled_tables_keep_blank_cells_and_continue_over_pages() -> None:
    first: list[Mark] = [
        *lines("收支总表", "单位：万元"),
        *grid(60, 700, 2, 3, 120, 20),
        *(Words(65, 686, "项目"), Words(185, 686, "预算"), Words(305, 686, "决算")),
        *(Words(65, 666, "收入"), Words(305, 666, "12.50")),
    ]
    second: list[Mark] = [
        *grid(60, 780, 1, 3, 120, 20),
        *grid(60, 760, 1, 3, 120, 20),
        *(Words(65, 766, "支出"), Words(185, 766, "9.00")),
        *(Words(65, 746, "合计"), Words(305, 746, "3.50")),
        *lines("表后说明。", top=700),
    ]
    document = FileReader().read("a.pdf", pdf(first, second))
    (table,) = document.tables
    assert table.caption == "收支总表\n单位：万元"
    assert [(c.row, c.column, c.text) for c in table.cells if c.column] == [
        (0, 1, "预算"),
        (0, 2, "决算"),
        (1, 1, ""),
        (1, 2, "12.50"),
        (2, 1, "9.00"),
        (2, 2, ""),
        (3, 1, ""),
        (3, 2, "3.50"),
    ]
    assert document.page_of(table.cells[-1].span.start) == 2
    assert document.text.endswith("表后说明。\n")


def test_text_beside_a_table_is_never_lost() -> None:
    page: list[Mark] = [
        *grid(60, 700, 2, 2, 100, 20),
        *(Words(65, 686, "项目"), Words(165, 686, "金额"), Words(65, 666, "合计")),
        Words(400, 686, "旁注12"),
    ]
    assert "旁注12" in FileReader().read("a.pdf", pdf(page)).text


def test_marks_stored_out_of_order_are_read_where_they_are_printed() -> None:
    program("office")
    told = "按照评分标准，80分≤得分<90分为“良”，60分≤得分<80分为“中”。"
    paper = docx.Document()
    style = paper.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    style.font.name = "Times New Roman"
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")
    paper.add_paragraph(told)
    data = io.BytesIO()
    paper.save(data)
    printed = converted("甲.docx", data.getvalue(), "pdf")
    stored = pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_range()
    assert told not in _tight(stored)
    assert told in _tight(FileReader().read("甲.pdf", printed).text)


def _tight(text: str) -> str:
    return "".join(text.split())
