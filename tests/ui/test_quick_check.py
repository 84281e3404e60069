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


def reasoned(app: AppTest, button: str, reason: str) -> AppTest:
    """写下理由，直接点按钮，不必先离开输入框。"""
    box = next(box for box in app.text_input if str(box.key).startswith(f"why-{button}"))
    box.input(reason)
    return next(each for each in app.button if str(each.key).startswith(button)).click().run()


def test_an_accepted_finding_and_a_false_alarm_are_kept(app: AppTest, tmp_path: Path) -> None:
    shown = reasoned(dropped(app, "报告.txt", TEXT.encode()), "alarm-", "原文如此")
    assert not shown.exception
    assert "原文如此" in (tmp_path / "false_alarms.jsonl").read_text(encoding="utf-8")
    assert [each.value for each in shown.caption].count("已登记误报") == 1
    shown = reasoned(shown, "accept-", "引文")
    assert not shown.exception
    assert [w.reason for w in shown.session_state["waivers"].values()] == ["引文"]


def test_a_reason_is_asked_for(app: AppTest, tmp_path: Path) -> None:
    shown = reasoned(dropped(app, "报告.txt", TEXT.encode()), "alarm-", "  ")
    assert any("请先写理由" in each.value for each in shown.caption)
    assert not (tmp_path / "false_alarms.jsonl").exists()


def test_several_files_are_listed_and_one_is_shown(app: AppTest) -> None:
    files = [("甲.txt", TEXT.encode()), ("乙.exe", b"MZ\0"), ("丙.txt", "全年无事。".encode())]
    app.file_uploader[0].set_value([(n, c, "application/octet-stream") for n, c in files])
    shown = app.run()
    assert not shown.exception
    listed = shown.dataframe[0].value
    assert list(listed["文件"]) == ["甲.txt", "乙.exe", "丙.txt"]
    assert [listed["必改"][0], listed["必改"][2]] == [2, 0]
    assert "能读：docx" in listed["说明"][1]
    assert shown.metric[0].value == "2 处"
    (chosen,) = [each for each in shown.selectbox if each.label == "看哪一份"]
    assert "不是能读的格式" in chosen.select_index(1).run().error[0].value


def test_an_acceptance_stays_with_its_file(app: AppTest) -> None:
    files = [("甲.txt", TEXT.encode()), ("乙.txt", TEXT.encode())]
    app.file_uploader[0].set_value([(n, c, "application/octet-stream") for n, c in files])
    shown = reasoned(app.run(), "accept-", "引文")
    assert any("已接受" in each.value for each in shown.caption)
    (chosen,) = [each for each in shown.selectbox if each.label == "看哪一份"]
    assert not any("已接受" in each.value for each in chosen.select_index(1).run().caption)
