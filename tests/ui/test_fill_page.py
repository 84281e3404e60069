"""填写页：两处不一致的并列，点一下选定；话已在别处答过的，页面照样画出来。"""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.bootstrap import LocalDesk, connect
from assistant.settings import Settings
from assistant.workflow.books import open_book
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import say, take_turn
from assistant.workflow.reports import new_report


def page() -> None:
    from assistant.bootstrap import connect
    from assistant.settings import load
    from assistant.ui.fill import render

    render(connect(load()))


def page_named(name: str) -> None:
    from assistant.bootstrap import connect
    from assistant.settings import load
    from assistant.ui.pages import PAGES

    next(spec for spec in PAGES if spec.path == name).render(connect(load()))


def page_that_lost_the_race() -> None:
    """正要写下答复，另一个窗口先答完了。"""
    from contextlib import suppress
    from datetime import datetime

    from assistant.bootstrap import connect
    from assistant.domain.errors import Answered
    from assistant.settings import load
    from assistant.ui.fill import render
    from assistant.workflow.interview.interview import answer

    class Elsewhere:
        def now(self) -> datetime:
            other = connect(load())
            with suppress(Answered):
                answer(other, other.reports.report_ids()[0])
            return other.clock.now()

    render(connect(load(), clock=Elsewhere()))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalDesk:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path))
    return connect(Settings(data_dir=tmp_path))


@pytest.fixture
def report(desk: LocalDesk) -> str:
    return new_report(desk, "云岭县商务局", 2023, "national", "甲").report.id


def shown(at: AppTest) -> str:
    parts = [*at.markdown, *at.caption, *at.text, *at.error]
    return "\n".join(str(part.value) for part in parts)


def test_two_values_stand_side_by_side_with_their_sources(desk: LocalDesk, report: str) -> None:
    take_turn(desk, report, "在职人数24人", "甲")
    confirm_all(desk, report, "甲")
    (fact,) = take_turn(desk, report, "在职人数26人", "甲").proposed
    at = AppTest.from_function(page, default_timeout=60)
    at.query_params["report"] = report
    at.run()
    assert "**24人**　现用  \n:gray[对话 “在职人数24人”]" in shown(at)
    assert "**26人**  \n:gray[对话 “在职人数26人”]" in shown(at)
    assert not [b for b in at.button if b.key == "confirm-all"]
    at.button(key=f"choose-{fact.id}").click().run()
    assert not at.exception
    (kept,) = open_book(desk, report).report.confirmed()
    assert str(kept.value) == "26人"


def test_words_answered_elsewhere_meanwhile_do_not_blank_the_page(
    desk: LocalDesk, report: str
) -> None:
    say(desk, report, "在职人数24人", "甲")
    at = AppTest.from_function(page_that_lost_the_race, default_timeout=60)
    at.query_params["report"] = report
    at.run()
    assert not at.exception
    assert len(at.error) == 0
    assert [b for b in at.button if b.key == "confirm-all"]


@pytest.mark.parametrize("name", ["checkup", "finish"])
def test_an_empty_report_is_not_called_ready(desk: LocalDesk, report: str, name: str) -> None:
    at = AppTest.from_function(page_named, default_timeout=60, args=(name,))
    at.query_params["report"] = report
    at.run()
    assert not at.exception
    assert len(at.success) == 0
    (said,) = (each.value for each in (*at.info, *at.warning))
    assert "必填的没有提供，现在导出的只是样稿" in said
