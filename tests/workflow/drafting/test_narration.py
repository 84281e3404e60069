"""叙述：恶意的答复一条也进不了报告；改一次能好就用，不能好就用大纲自带的文字。"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.adapters.model.gateway import Gateway
from assistant.adapters.prompt_files import PromptFiles
from assistant.domain.events import FactConfirmed, FactsProposed
from assistant.domain.facts import Fact
from assistant.domain.outline import Section
from assistant.model_ports import LanguageModel
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.drafting.assembly import assemble, section_text
from assistant.workflow.drafting.composing import compose
from assistant.workflow.drafting.drafting import draft
from assistant.workflow.drafting.narrating import Jobs, keep
from assistant.workflow.drafting.narration import narrate
from assistant.workflow.interview.confirming import correct
from assistant.workflow.reports import new_report
from tests.adapters.model.lines import line
from tests.adversary.cases import FACT, replies
from tests.fake_openai import FakeOpenAI, Fault
from tests.fakes import EmptyEvidence, FakeDesk
from tests.needs import ROOT
from tests.notation import SAID, fact

SECTION = "results_overall"
GOOD = "全年预算数{{adjusted.expenditure}}，全年执行数{{executed.total}}。走访企业36家次。"


@pytest.fixture
def server() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(lambda _: _masked(GOOD)) as running:
        yield running


def _masked(text: str) -> str:
    """事实里的数在模型眼里的样子。"""
    for number, original in enumerate(("4场", "420人次", "7家", "36家次"), 1):
        text = text.replace(original, f"【计数{number}】")
    return text


SHARED = FakeDesk()
PROMPTS = PromptFiles(ROOT / "prompts")


def desk_with(model: LanguageModel | None) -> FakeDesk:
    """知识目录共用一份，读过的不再读。"""
    desk = FakeDesk(model=model, evidence=EmptyEvidence())
    desk.catalogue, desk.prompts = SHARED.catalogue, PROMPTS
    return desk


def opened(desk: FakeDesk) -> Book:
    """有几条确认了的事实的报告。"""
    book = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办")
    facts = (
        fact("adjusted.expenditure", "880.50万元", fact_id="f1"),
        fact("executed.total", "817.20万元", fact_id="f2"),
        Fact(id="f3", key="results.overall", year=2023, value=FACT, provenance=SAID),
    )
    confirmed = (FactConfirmed(fact=f.id) for f in facts)
    return record(desk, book, "王经办", FactsProposed(facts=facts), *confirmed)


def section(book: Book) -> Section:
    found = book.outline.section(SECTION)
    assert found is not None
    return found


def report_with(desk: FakeDesk) -> str:
    """起草这一节、存下、装配，得到整份报告的文字。"""
    book = opened(desk)
    keep(desk, book.report.id, section(book), narrate(desk, book, section(book)), "王经办")
    parts = assemble(open_book(desk, book.report.id)).parts
    return "\n".join(getattr(getattr(part, "line", None), "text", "") for part in parts)


def test_a_good_reply_is_used_and_marked_as_the_models(server: FakeOpenAI, tmp_path: Path) -> None:
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    book = opened(desk)
    heard: list[str] = []
    written = narrate(desk, book, section(book), hear=heard.append)
    assert written.text == GOOD == "".join(heard)
    assert (written.model, written.prompt, written.notes) == ("demo", "section@1", ())


def test_the_numbers_are_printed_by_code(server: FakeOpenAI, tmp_path: Path) -> None:
    text = report_with(desk_with(Gateway(line(server.url, tmp_path))))
    assert "全年预算数880.50万元，全年执行数817.20万元。走访企业36家次。" in text


def test_no_value_of_a_fact_is_on_the_wire(server: FakeOpenAI, tmp_path: Path) -> None:
    report_with(desk_with(Gateway(line(server.url, tmp_path))))
    for secret in ("880", "817", "420", "36家", "36 家"):
        assert secret not in server.wire


@pytest.mark.parametrize(("kind", "reply"), replies("drafts.txt"))
def test_no_bad_reply_reaches_the_report(
    server: FakeOpenAI, tmp_path: Path, kind: str, reply: str
) -> None:
    server.mind = lambda _: _masked(reply)
    assert report_with(desk_with(Gateway(line(server.url, tmp_path)))) == PLAIN


def test_the_plain_report_holds_the_facts() -> None:
    assert "全年预算数880.50万元" in PLAIN
    assert FACT in PLAIN


PLAIN = report_with(desk_with(None))


def test_one_repair_is_allowed(server: FakeOpenAI, tmp_path: Path) -> None:
    server.faults.append(Fault("raw", text="圆满完成全年任务，全年执行数871.20万元。"))
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    book = opened(desk)
    assert narrate(desk, book, section(book)).text == GOOD
    repair = server.wire.rpartition("校核发现了问题")[2]
    assert "“圆满完成”是没有事实的评价" in repair


def test_what_did_not_pass_is_said(server: FakeOpenAI, tmp_path: Path) -> None:
    server.mind = lambda _: "圆满完成全年任务，走访企业多家。"
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    book = opened(desk)
    written = narrate(desk, book, section(book))
    assert written.text == compose(section(book), book.outline, book.ledger)
    assert written.model == ""
    assert "用了大纲自带的文字" in written.notes[0]
    assert any("圆满完成" in note for note in written.notes)


@pytest.mark.parametrize("kind", ["cut", "refuse", "empty", "tool", "status"])
def test_when_the_model_fails_the_outline_speaks(
    server: FakeOpenAI, tmp_path: Path, kind: str
) -> None:
    server.faults.extend([Fault(kind)] * 3)
    assert report_with(desk_with(Gateway(line(server.url, tmp_path)))) == PLAIN


def test_sections_are_written_side_by_side_and_kept(server: FakeOpenAI, tmp_path: Path) -> None:
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    book = opened(desk)
    jobs = Jobs(desk)
    job = jobs.start(book.report.id, (SECTION, "methods"), "王经办")
    last = list(job.watch())[-1]
    assert {p.section: p.state for p in last} == {"methods": "未成", SECTION: "写好"}
    assert jobs.of(book.report.id) is job
    drafts = open_book(desk, book.report.id).report.drafts
    assert drafts[SECTION][-1].text == GOOD


def test_a_cancelled_job_keeps_what_was_there(server: FakeOpenAI, tmp_path: Path) -> None:
    server.pause = 0.05
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    book = opened(desk)
    job = Jobs(desk).start(book.report.id, (SECTION,), "王经办")
    for progress in job.watch():
        if progress[0].text:
            job.cancel()
    assert job.progress()[0].state == "未成"
    assert SECTION not in open_book(desk, book.report.id).report.drafts


def test_drafting_a_whole_report_uses_the_model_where_there_is_prose(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    report = opened(desk).report.id
    book, drafted = draft(desk, report, "", "王经办")
    models = {d.section.id: d.version.model for d in drafted if d.version.model}
    assert models == {SECTION: "demo"}
    assert book.report.drafts[SECTION][-1].text == GOOD
    assert len(draft(desk, report, "", "王经办")[1]) == len(book.outline.sections)


def test_a_failing_model_leaves_the_good_draft_in_place(server: FakeOpenAI, tmp_path: Path) -> None:
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    report = opened(desk).report.id
    draft(desk, report, SECTION, "王经办")
    server.faults.extend([Fault("refuse")] * 3)
    _, (again,) = draft(desk, report, SECTION, "王经办")
    assert again.version.text == GOOD
    assert "连不上" in again.notes[0]


def test_prose_is_put_aside_once_the_words_it_rests_on_change(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    desk = desk_with(Gateway(line(server.url, tmp_path)))
    report = opened(desk).report.id
    draft(desk, report, SECTION, "王经办")
    correct(desk, report, "f3", FACT.replace("36家次", "63家次"), "核对", "王经办")
    book = open_book(desk, report)
    used = section_text(section(book), book)
    assert used.model == ""
    whole = "\n".join(getattr(getattr(p, "line", None), "text", "") for p in assemble(book).parts)
    assert "36家次" not in whole
    assert "63家次" in whole
