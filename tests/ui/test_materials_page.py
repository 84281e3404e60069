"""材料页：拖进文件、确认、两处不一致点一下、没写年度的、去年的问题。"""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.bootstrap import LocalDesk, connect
from assistant.settings import Settings
from assistant.workflow.books import Book, open_book
from assistant.workflow.reports import new_report, open_example
from tests.workflow.materials.test_materials import TITLE, workbook

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    from assistant.bootstrap import connect
    from assistant.settings import load
    from assistant.ui.materials import render

    render(connect(load()))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalDesk:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path))
    return connect(Settings(data_dir=tmp_path))


def opened(book: Book) -> AppTest:
    at = AppTest.from_function(page, default_timeout=60)
    at.query_params["report"] = book.report.id
    return at.run()


def drop(at: AppTest, *files: tuple[str, bytes]) -> AppTest:
    uploader = at.file_uploader[0]
    uploader.set_value([(name, content, SHEET) for name, content in files])
    return at.run()


def shown(at: AppTest) -> str:
    parts = [*at.markdown, *at.caption, *at.info, *at.success, *at.warning, *at.error]
    return "\n".join(str(part.value) for part in parts)


def test_a_dropped_file_shows_what_was_read_and_waits_for_a_nod(desk: LocalDesk) -> None:
    book = new_report(desk, "云岭县民政局", 2023, "national", "甲")
    at = drop(opened(book), ("决算.xlsx", workbook(TITLE, ("收入总计", "10.00"), ("云朵", "1"))))
    assert not at.exception
    assert "提出 1 项" in shown(at)
    assert "等您确认" in shown(at)
    at.button(key="confirm-all").click().run()
    assert not at.exception
    after = open_book(desk, book.report.id)
    assert str(after.ledger.figures["final.income"].quantity) == "10.00万元"


def test_two_sources_that_differ_are_settled_by_one_click(desk: LocalDesk) -> None:
    book = new_report(desk, "云岭县民政局", 2023, "national", "甲")
    files = [(f"{v}.xlsx", workbook(TITLE, ("收入总计", v))) for v in ("10.00", "12.00")]
    at = drop(opened(book), *files)
    assert "两处不一致" in shown(at)
    assert "10.00.xlsx 收支总表!B4" in shown(at).replace("\\", "")
    choice = [b for b in at.button if b.label == "用这个"][1]
    at = choice.click().run()
    assert "两处不一致" not in shown(at)
    after = open_book(desk, book.report.id)
    assert str(after.ledger.figures["final.income"].quantity) == "12.00万元"


def test_bad_and_undated_files_get_one_sentence(desk: LocalDesk) -> None:
    book = new_report(desk, "云岭县民政局", 2023, "national", "甲")
    undated = workbook("收入支出决算总表", ("收入总计", "10.00"))
    at = drop(opened(book), ("坏.xlsx", b"PK\x03\x04"), ("表.xlsx", undated))
    assert not at.exception
    assert "打不开" in shown(at)
    assert "没有写明年度" in shown(at)
    at.selectbox(key="materials-year").set_value(2022).run()
    drop(at, ("表.xlsx", undated))
    facts = open_book(desk, book.report.id).report.proposed()
    assert [(f.key, f.year) for f in facts] == [("final.income", 2022)]


def test_last_years_problems_are_answered_one_by_one(desk: LocalDesk) -> None:
    last = open_example(desk, "甲")
    book = new_report(desk, last.report.bureau, 2024, "national", "甲", last.report.id)
    at = opened(book)
    assert "2 条没有交代" in shown(at)
    at.text_input(key="note-1").set_value("设备已全部到货并投产").run()
    at.button(key="follow-1").click().run()
    assert not at.exception
    assert "1 条没有交代" in shown(at)
    assert "已整改，设备已全部到货并投产" in shown(at)
