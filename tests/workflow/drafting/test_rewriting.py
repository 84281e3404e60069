"""改写与版本：只改选中的一段，事实变了就停下；每一版都在，退得回，看得出哪句是模型写的。"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.adapters.model.gateway import Gateway
from assistant.domain.draft import DraftVersion
from assistant.domain.errors import BadInput, Unavailable
from assistant.domain.events import SectionDrafted
from assistant.workflow.books import open_book, record
from assistant.workflow.drafting.assembly import section_text
from assistant.workflow.drafting.rewriting import ACTIONS, adopt, edit, rewrite, unfolded
from assistant.workflow.drafting.sourcing import annex_of
from assistant.workflow.drafting.versions import by_model, difference, roll_back, versions
from assistant.workflow.interview.confirming import correct
from assistant.workflow.review import review
from tests.adapters.model.lines import line
from tests.adversary.cases import FACT
from tests.fake_openai import FakeOpenAI, Fault
from tests.fakes import FakeDesk
from tests.workflow.drafting.test_narration import SECTION, desk_with, opened

OLD = "我局认真组织培训4场。全年执行数{{executed.total}}。"
MARKED = "我局认真组织培训4场。"


@pytest.fixture
def server() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(lambda _: "组织培训【计数1】。") as running:
        yield running


def desk_and_report(server: FakeOpenAI, folder: Path) -> tuple[FakeDesk, str]:
    desk = desk_with(Gateway(line(server.url, folder)))
    book = opened(desk)
    draft = DraftVersion(section=SECTION, text=OLD, by="王经办")
    return desk, record(desk, book, "王经办", SectionDrafted(draft=draft)).report.id


@pytest.mark.parametrize("action", [*ACTIONS, "换个说法"])
def test_only_the_marked_words_change(server: FakeOpenAI, tmp_path: Path, action: str) -> None:
    desk, report = desk_and_report(server, tmp_path)
    change = rewrite(desk, report, SECTION, MARKED, action)
    assert (change.after, change.doubts) == ("组织培训4场。", ())
    book = adopt(desk, report, SECTION, change, "王经办")
    assert versions(book.report, SECTION)[-1].text == "组织培训4场。全年执行数{{executed.total}}。"
    assert "4场" not in server.wire


def test_a_changed_fact_stops_and_asks(server: FakeOpenAI, tmp_path: Path) -> None:
    server.mind = lambda _: "组织培训5场，成效良好。"
    desk, report = desk_and_report(server, tmp_path)
    change = rewrite(desk, report, SECTION, MARKED, "更实")
    assert change.doubts == ("多出了数“5场”，原文没有。", "少了数“4场”。")
    with pytest.raises(BadInput, match="没有采用"):
        adopt(desk, report, SECTION, change, "王经办")
    kept = adopt(desk, report, SECTION, change, "王经办", sure=True)
    assert "经王经办确认：少了数“4场”。" in versions(kept.report, SECTION)[-1].notes


@pytest.mark.parametrize(
    ("reply", "doubt"),
    [
        ("组织培训【计数1】，圆满完成任务。", "没有事实的评价"),
        ("组织培训【计数9】。", "多出了数“【计数9】”"),
        ("会同云岭县人民医院组织培训【计数1】。", "事实里没有的单位"),
        ("Organised training【计数1】。", "外文"),
        ("{{executed.total}}，组织培训【计数1】。", "多出了“全年执行数”这个数"),
        ("没有组织培训【计数1】。", "多出了说法"),
    ],
)
def test_whatever_else_comes_in_stops_too(
    server: FakeOpenAI, tmp_path: Path, reply: str, doubt: str
) -> None:
    server.mind = lambda _: reply
    desk, report = desk_and_report(server, tmp_path)
    change = rewrite(desk, report, SECTION, MARKED, "更实")
    assert any(doubt in said for said in change.doubts), change.doubts


def test_an_officers_own_edit_is_a_version_without_a_model(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    desk, report = desk_and_report(server, tmp_path)
    change = edit(desk, report, SECTION, OLD.replace("认真", ""))
    assert change.doubts == ()
    latest = versions(adopt(desk, report, SECTION, change, "王经办").report, SECTION)[-1]
    assert (latest.text, latest.model, latest.by) == (OLD.replace("认真", ""), "", "王经办")
    assert edit(desk, report, SECTION, OLD + "另有3家。").doubts
    assert server.seen == []


def test_a_failing_model_changes_nothing(server: FakeOpenAI, tmp_path: Path) -> None:
    server.faults.append(Fault("cut"))
    desk, report = desk_and_report(server, tmp_path)
    with pytest.raises(Unavailable):
        rewrite(desk, report, SECTION, MARKED, "压缩")
    assert len(versions(open_book(desk, report).report, SECTION)) == 1


def test_words_that_are_not_there_are_refused(server: FakeOpenAI, tmp_path: Path) -> None:
    desk, report = desk_and_report(server, tmp_path)
    with pytest.raises(BadInput, match="不在这一节里"):
        rewrite(desk, report, SECTION, "别处的话", "压缩")


def test_a_version_can_be_taken_back_and_none_is_lost(server: FakeOpenAI, tmp_path: Path) -> None:
    desk, report = desk_and_report(server, tmp_path)
    adopt(desk, report, SECTION, rewrite(desk, report, SECTION, MARKED, "压缩"), "王经办")
    book = roll_back(desk, report, SECTION, 1, "王经办")
    texts = [version.text for version in versions(book.report, SECTION)]
    assert texts == [OLD, "组织培训4场。全年执行数{{executed.total}}。", OLD]
    with pytest.raises(BadInput, match="没有第9版"):
        roll_back(desk, report, SECTION, 9, "王经办")


def test_the_sentences_of_the_model_stay_visible(server: FakeOpenAI, tmp_path: Path) -> None:
    desk, report = desk_and_report(server, tmp_path)
    change = rewrite(desk, report, SECTION, MARKED, "压缩")
    book = adopt(desk, report, SECTION, change, "王经办")
    now = versions(book.report, SECTION)[-1].text
    assert by_model(book.report, SECTION, now) == ("组织培训4场。",)
    (row,) = annex_of(review(desk, report)).drafted
    assert row.endswith("：demo，1句")


def test_the_difference_is_by_sentence() -> None:
    pieces = difference("甲。乙。丙。", "甲。丁。丙。")
    assert [(p.kind, p.text) for p in pieces] == [
        ("same", "甲。"),
        ("gone", "乙。"),
        ("new", "丁。"),
        ("same", "丙。"),
    ]


def test_the_officers_own_words_can_be_rewritten_and_are_not_taken_for_the_models(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    report = opened(desk).report.id
    marked = "走访企业36家次，帮助企业解决用工、用电问题。"
    server.mind = lambda _: "走访企业【计数1】，帮助解决用工、用电问题。"
    change = rewrite(desk, report, SECTION, FACT, "压缩")
    assert change.doubts
    server.mind = lambda _: _hidden(FACT.replace("，帮助企业", "，帮助"))
    change = rewrite(desk, report, SECTION, FACT, "压缩")
    assert change.doubts == ()
    book = adopt(desk, report, SECTION, change, "王经办")
    now = versions(book.report, SECTION)[-1].text
    assert marked.replace("帮助企业", "帮助") in now
    assert by_model(book.report, SECTION, now) == (FACT.replace("，帮助企业", "，帮助"),)


def test_what_a_model_wrote_around_an_own_word_stays_the_models(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    """照录的事实展开以后，含它的句子仍标作模型写的。"""
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    book = opened(desk)
    text = "认真组织培训。据统计，{{results.overall}}"
    draft = DraftVersion(section=SECTION, text=text, model="demo")
    report = record(desk, book, "王经办", SectionDrafted(draft=draft)).report.id
    server.mind = lambda _: "组织培训。"
    change = rewrite(desk, report, SECTION, "认真组织培训。", "压缩")
    book = adopt(desk, report, SECTION, change, "王经办")
    now = versions(book.report, SECTION)[-1].text
    marked = by_model(book.report, SECTION, now)
    assert [sentence[:4] for sentence in marked] == ["组织培训", "据统计，"]


def test_an_edited_text_is_put_aside_when_its_facts_change_until_taken_back(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    book = opened(desk)
    report, section = book.report.id, book.outline.section(SECTION)
    assert section is not None
    text = unfolded(section, book)
    adopt(desk, report, SECTION, edit(desk, report, SECTION, text.replace("帮助", "协助")), "甲")
    assert "协助" in section_text(section, open_book(desk, report)).text
    book = correct(desk, report, "f3", FACT.replace("36家次", "63家次"), "核对", "甲")
    assert "协助" not in section_text(section, book).text
    book = roll_back(desk, report, SECTION, 2, "甲")
    assert "协助" in section_text(section, book).text


def _hidden(text: str) -> str:
    for number, original in enumerate(("4场", "420人次", "7家", "36家次"), 1):
        text = text.replace(original, f"【计数{number}】")
    return text
