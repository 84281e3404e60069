"""成稿页：导出的文件只给没有再改过的报告；记录被改动过的不导出。"""

import sqlite3
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.bootstrap import LocalDesk, connect
from assistant.settings import Settings
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import open_example


def page() -> None:
    from assistant.bootstrap import connect
    from assistant.settings import load
    from assistant.ui.finish import render

    render(connect(load()))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalDesk:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path))
    return connect(Settings(data_dir=tmp_path))


def opened(report: str) -> AppTest:
    at = AppTest.from_function(page, default_timeout=30)
    at.query_params["report"] = report
    return at.run()


def pressed(at: AppTest) -> AppTest:
    button = next(b for b in at.button if b.label == "生成 Word 文件")
    return button.click().run()


def test_a_file_made_before_a_change_is_offered_no_more(desk: LocalDesk) -> None:
    report = open_example(desk, "王经办").report.id
    at = pressed(opened(report))
    assert len(at.get("download_button")) == 1
    take_turn(desk, report, "退休人数12人", "王经办")
    assert len(at.run().get("download_button")) == 0


def test_altered_records_are_said_and_nothing_is_made(desk: LocalDesk, tmp_path: Path) -> None:
    report = open_example(desk, "王经办").report.id
    (base,) = tmp_path.glob("*.db")
    with sqlite3.connect(base) as table:
        table.execute("UPDATE events SET actor = '别人' WHERE seq = 2")
    at = pressed(opened(report))
    assert len(at.get("download_button")) == 0
    assert any("记录被改动过" in str(error.value) for error in at.error)
