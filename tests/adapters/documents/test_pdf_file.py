import pytest

from assistant.adapters.documents.page_furniture import without_furniture
from assistant.adapters.documents.reader import FileReader
from assistant.domain.errors import Unreadable
from tests.adapters.documents.pdfs import lines, pdf


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
