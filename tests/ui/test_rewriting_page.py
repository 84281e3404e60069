"""改文字：勾上一句请模型改，改前改后摆出来；事实变了停下来问，不用就不动，失败也不动。"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.bootstrap import LocalDesk, connect
from assistant.settings import Settings
from assistant.workflow.books import open_book
from assistant.workflow.drafting.versions import versions
from assistant.workflow.reports import open_example
from tests.fake_openai import FakeOpenAI, Fault

SECTION = "methods"
SAME = "组织自评。"


def page() -> None:
    import streamlit as st

    from assistant.bootstrap import connect
    from assistant.settings import load
    from assistant.ui.drafting.rewriting import rewriting
    from assistant.workflow.books import open_book

    desk = connect(load())
    book = open_book(desk, st.query_params["report"])
    section = book.outline.section("methods")
    if section is not None:
        rewriting(desk, book, section)


@pytest.fixture
def server() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(lambda _: SAME) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, server: FakeOpenAI, monkeypatch: pytest.MonkeyPatch) -> LocalDesk:
    for name, value in (("DATA_DIR", str(tmp_path)), ("BASE_URL", server.url), ("MODEL", "demo")):
        monkeypatch.setenv(f"JIGAO_{name}", value)
    return connect(Settings(data_dir=tmp_path))


def asked(desk: LocalDesk, pick: int) -> AppTest:
    """打开示例，勾上第 pick 句，点“更实”。"""
    report = open_example(desk, "王经办").report.id
    at = AppTest.from_function(page, default_timeout=30)
    at.query_params["report"] = at.session_state["opened"] = report
    at.run()
    assert all(b.disabled for b in at.button if b.label in ("压缩", "更实", "补原因", "改口气"))
    at.checkbox[pick].check().run()
    return pressed(at, "更实")


def pressed(at: AppTest, label: str) -> AppTest:
    return next(b for b in at.button if b.label == label).click().run()


def texts(desk: LocalDesk, at: AppTest) -> list[str]:
    report = str(at.session_state["opened"])
    return [v.text for v in versions(open_book(desk, report).report, SECTION)]


def test_a_rewriting_without_a_changed_fact_is_taken_with_one_press(desk: LocalDesk) -> None:
    at = asked(desk, 0)
    assert not at.warning
    assert any(":green[" in m.value and SAME in m.value for m in at.markdown)
    pressed(at, "采用")
    assert SAME in texts(desk, at)[-1]


def test_a_changed_fact_is_shown_and_leaving_it_changes_nothing(
    desk: LocalDesk, server: FakeOpenAI
) -> None:
    server.mind = lambda _: "组织自评，走访企业95家。"
    at = asked(desk, 0)
    before = texts(desk, at)
    assert any("95家" in w.value for w in at.warning)
    assert [b.label for b in at.button if str(b.key).startswith(("adopt", "drop"))] == [
        "我看过，仍要采用",
        "不用",
    ]
    pressed(at, "不用")
    assert texts(desk, at) == before
    assert at.checkbox[0].value
    server.mind = lambda _: SAME
    pressed(at, "压缩")
    assert not at.warning


def echo(body: dict[str, Any]) -> str:
    """原样还回要改的一段。"""
    said = str(body["messages"][-1]["content"])
    return said.rpartition("<<<")[2].partition(">>>")[0].strip()


def test_an_unchanged_answer_is_said_and_nothing_is_offered(
    desk: LocalDesk, server: FakeOpenAI
) -> None:
    server.mind = echo
    at = asked(desk, 0)
    assert ["没有改动" in i.value for i in at.info] == [True]
    assert not [b for b in at.button if b.label == "采用"]


def test_a_failing_model_is_one_sentence_and_changes_nothing(
    desk: LocalDesk, server: FakeOpenAI
) -> None:
    server.faults.extend([Fault("status", 401)] * 20)
    at = asked(desk, 0)
    assert ["不认这个密钥" in e.value and "没有动" in e.value for e in at.error] == [True]
    assert texts(desk, at) == []
