"""只帮我查查这一页：拖进一份，看到分组的问题、句子和算式。"""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

TEXT = "2023年收入1200.00万元，较上年增加200.00万元，增长16.7%。群众认识不还不深刻。\n"
SECONDS = 60


def page() -> None:
    from assistant.bootstrap import connect
    from assistant.settings import load
    from assistant.ui.quick_check import render

    render(connect(load()))


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path))
    return AppTest.from_function(page, default_timeout=SECONDS).run()


def dropped(app: AppTest, name: str, content: bytes) -> AppTest:
    app.file_uploader[0].set_value([(name, content, "application/octet-stream")])
    return app.run()


def test_findings_are_grouped_with_their_sentence_and_sum(app: AppTest) -> None:
    shown = dropped(app, "报告.txt", TEXT.encode())
    assert not shown.exception
    assert (shown.metric[0].label, shown.metric[0].value) == ("必改", "2 处")
    assert any("增减率写16" in each.label for each in shown.expander)
    sums = [text.value for text in shown.text if "验算" in text.value]
    assert "1200.00万元、200.00万元" in sums[0]
    assert "应为 20.0%" in sums[0]


def test_a_file_that_cannot_be_read_is_one_clear_sentence(app: AppTest) -> None:
    shown = dropped(app, "报告.docx", b"PK\x03\x04broken")
    assert not shown.exception
    (error,) = shown.error
    assert "打不开" in error.value


def test_text_of_the_file_cannot_format_the_page(app: AppTest) -> None:
    shown = dropped(app, "a.txt", "**$x$** and <b>12</b> 之间有外文 and。\n".encode())
    assert not shown.exception
    assert all("<b>" not in element.value for element in shown.markdown)


def test_an_accepted_finding_and_a_false_alarm_are_kept(app: AppTest, tmp_path: Path) -> None:
    shown = dropped(app, "报告.txt", TEXT.encode())
    reason = next(box for box in shown.text_input if str(box.key).startswith("why-"))
    reason.input("原文如此").run()
    next(button for button in shown.button if str(button.key).startswith("alarm-")).click().run()
    assert not shown.exception
    assert "原文如此" in (tmp_path / "false_alarms.jsonl").read_text(encoding="utf-8")
    reason = next(box for box in shown.text_input if str(box.key).startswith("accept-why-"))
    reason.input("引文").run()
    next(button for button in shown.button if str(button.key).startswith("accept-")).click().run()
    assert not shown.exception
    assert [w.reason for w in shown.session_state["waivers"].values()] == ["引文"]
