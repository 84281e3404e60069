"""外壳：知识文件缺了、写坏了，程序自己出错，页面都只说一句中文，不露内部报错。"""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.reports import open_example
from tests.needs import ROOT


def page(name: str, knowledge: str) -> None:
    from pathlib import Path

    from assistant.bootstrap import connect
    from assistant.settings import load
    from assistant.ui.pages import PAGES
    from assistant.ui.shell import guarded

    spec = next(spec for spec in PAGES if spec.path == name)
    guarded(spec.render, connect(load(), Path(knowledge)))


def broken(_name: str, _knowledge: str) -> None:
    from assistant.bootstrap import LocalDesk, connect
    from assistant.settings import load
    from assistant.ui.shell import guarded

    def fall(_desk: LocalDesk) -> None:
        raise RuntimeError("secret detail")

    guarded(fall, connect(load()))


@pytest.fixture
def knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path / "data"))
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    return tmp_path / "knowledge"


def opened(name: str, knowledge: Path, report: str) -> AppTest:
    at = AppTest.from_function(page, default_timeout=60, args=(name, str(knowledge)))
    at.query_params["report"] = report
    return at.run()


@pytest.mark.parametrize("name", ["fill", "checkup", "finish", "materials"])
@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("outlines/department-self-evaluation.yaml", None, "没有大纲"),
        ("localities/national.yaml", "id: [", "national.yaml 第"),
    ],
)
def test_a_broken_house_is_explained_on_every_page(
    knowledge: Path, tmp_path: Path, name: str, file: str, text: str | None, says: str
) -> None:
    report = open_example(connect(Settings(data_dir=tmp_path / "data"), knowledge), "甲").report.id
    if text is None:
        (knowledge / file).unlink()
    else:
        (knowledge / file).write_text(text, encoding="utf-8")
    at = opened(name, knowledge, report)
    assert len(at.exception) == 0
    (said,) = {error.value for error in at.error}
    assert says in said
    assert "Traceback" not in said


def test_a_fault_of_the_program_says_one_sentence_and_keeps_the_detail_in_the_log(
    knowledge: Path, tmp_path: Path
) -> None:
    at = AppTest.from_function(broken, default_timeout=60, args=("", "")).run()
    assert len(at.exception) == 0
    (said,) = (error.value for error in at.error)
    assert said.startswith("程序出错，这一步没有完成")
    assert "secret" not in said
    log = (tmp_path / "data" / "logs" / "crash.log").read_text(encoding="utf-8")
    assert "secret detail" in log


def test_a_page_without_a_report_shows_where_to_go(knowledge: Path) -> None:
    at = opened("fill", knowledge, "")
    assert "还没有选报告" in at.info[0].value
    assert [button.label for button in at.button] == ["去我的报告"]
