"""接着模型走一遍全程：模型处处想塞进错数，成稿里一个也没有，数额也没有一个送出本机。"""

import io
import json
from pathlib import Path
from typing import Any

import docx

from assistant.bootstrap import LocalDesk, connect
from assistant.settings import Settings
from assistant.workflow.drafting.narrating import Jobs
from assistant.workflow.exporting import export
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report
from tests.fake_mind import demo
from tests.fake_openai import FakeOpenAI
from tests.journey.story import BUREAU, MESSAGES, RIGHT_RATE, WRONG_RATE, YEAR
from tests.journey.test_command_line import assert_every_quantity_is_in_the_annex, paragraphs

SLIPPED = "4321.09"
SECTIONS = ("methods", "results_overall")


def liar(body: dict[str, Any]) -> str:
    """听话时指一句没人说过的话，写稿时塞一个裸数。"""
    said = demo(body)
    if "commands" in said:
        heard = json.loads(said)
        lie = {"do": "propose", "field": "全年执行数", "quote": f"全年执行数{SLIPPED}万元"}
        return json.dumps({"commands": [lie, *heard["commands"]]}, ensure_ascii=False)
    return f"全年执行数{SLIPPED}万元。{said}"


def desk_on(url: str, data: Path) -> LocalDesk:
    return connect(Settings(data_dir=data, JIGAO_BASE_URL=url, model="demo"))


def walked(desk: LocalDesk) -> str:
    report = new_report(desk, BUREAU, YEAR, "national", "王经办").report.id
    for text in MESSAGES:
        turn = take_turn(desk, report, text, "王经办")
        assert SLIPPED not in str([fact.value for fact in turn.proposed])
    confirm_all(desk, report, "王经办")
    list(Jobs(desk).start(report, SECTIONS, "王经办").watch())
    return report


def test_no_wrong_figure_of_the_model_reaches_the_docx(tmp_path: Path) -> None:
    with FakeOpenAI(liar) as server:
        desk = desk_on(server.url, tmp_path)
        done = export(desk, walked(desk), "王经办")
    assert server.seen
    assert SLIPPED not in server.wire
    for told in ("1346.58", "1352.40", "1308.97", "94.74"):
        assert told not in server.wire
    ((_, content),) = done.files
    document = docx.Document(io.BytesIO(content))
    text = "\n".join(p.text for p in document.paragraphs)
    assert f"增长{RIGHT_RATE}" in text
    assert WRONG_RATE not in text
    assert SLIPPED not in text
    assert "预算执行率96.79%" in text


def test_an_honest_model_writes_and_every_figure_is_still_the_codes(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        desk = desk_on(server.url, tmp_path)
        report = walked(desk)
        done = export(desk, report, "王经办")
    drafts = done.review.book.report.drafts
    assert {drafts[section][-1].model for section in SECTIONS} == {"demo"}
    assert all(not char.isdecimal() for char in drafts["methods"][-1].text if char.isascii())
    ((name, content),) = done.files
    path = tmp_path / name
    path.write_bytes(content)
    text, annex = paragraphs(str(path))
    assert_every_quantity_is_in_the_annex(text, annex)


def test_a_model_that_is_not_there_changes_nothing_but_the_prose(tmp_path: Path) -> None:
    desk = desk_on("http://127.0.0.1:9/v1", tmp_path)
    report = walked(desk)
    assert len(export(desk, report, "王经办").files) == 1
