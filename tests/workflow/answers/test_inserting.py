"""写入报告：印在那一节，刷新还在，拿得掉；原文加引号，要点不加。"""

from datetime import date

import pytest

from assistant.domain.errors import BadInput, NotFound
from assistant.domain.evidence import Answer, Citation, Passage, Sentence, Source
from assistant.domain.manuscript import Paragraph
from assistant.workflow.answers.inserting import insert, inserted, suggestion, withdraw
from assistant.workflow.books import Book, open_book
from assistant.workflow.drafting.assembly import section_parts
from assistant.workflow.reports import new_report
from tests.fakes import FakeDesk

LAW = Source(id="demo-text", title="云岭示范法", effective_from=date(2020, 1, 1), verbatim=True)
TEXT = "各部门应当编制预算。\n预算批准后二十日内公开。"
PASSAGE = Passage(id="demo-text#第十四条", source=LAW, provision="第十四条", text=TEXT)
CITATION = Citation(
    passage=PASSAGE.id,
    source="云岭示范法",
    provision="第十四条",
    text=TEXT,
    verbatim=True,
    words=("公开",),
)


@pytest.fixture
def desk() -> FakeDesk:
    made = FakeDesk()
    made.library.passages.append(PASSAGE)
    return made


def opened(desk: FakeDesk) -> Book:
    return new_report(desk, "云岭县商务局", 2023, "national", "某人")


def section_of(desk: FakeDesk) -> str:
    return next(s.id for s in opened(desk).outline.sections if s.body and s.title)


def printed(book: Book, section_id: str) -> list[str]:
    section = book.outline.section(section_id)
    assert section is not None
    return [p.line.text for p in section_parts(section, book) if isinstance(p, Paragraph)]


def test_what_is_written_into_a_section_is_printed_there_and_survives_a_reload(
    desk: FakeDesk,
) -> None:
    report = opened(desk).report.id
    section = section_of(desk)
    insert(desk, report, section, CITATION, suggestion(CITATION), "某人")
    book = open_book(desk, report)
    assert printed(book, section)[-1] == "《云岭示范法》第十四条规定：“预算批准后二十日内公开。”"
    (one,) = inserted(book, section)
    withdraw(desk, report, section, one.seq, "某人")
    assert "云岭示范法" not in "".join(printed(open_book(desk, report), section))


def test_words_without_their_source_get_it_added(desk: FakeDesk) -> None:
    report = opened(desk).report.id
    section = section_of(desk)
    book = insert(desk, report, section, CITATION, "预算按时公开。", "某人")
    assert printed(book, section)[-1] == "预算按时公开（《云岭示范法》第十四条）。"


def test_only_the_official_text_is_put_in_quotation_marks() -> None:
    card = CITATION.model_copy(update={"verbatim": False, "text": "要点一句。"})
    assert suggestion(card) == "依据《云岭示范法》第十四条，要点一句。"


def test_a_verified_sentence_is_offered_with_its_source() -> None:
    said = Sentence(text="预算二十日内公开。", passage=CITATION.passage, quote="二十日内公开")
    answer = Answer(question="", answered=True, answer="", sentences=(said,))
    assert suggestion(CITATION, answer) == "预算二十日内公开（依据《云岭示范法》第十四条）。"


@pytest.mark.parametrize("text", ["", "长" * 601, "{{final.income}}第十四条"])
def test_words_that_cannot_be_printed_are_refused(desk: FakeDesk, text: str) -> None:
    report = opened(desk).report.id
    section = section_of(desk)
    with pytest.raises(BadInput):
        insert(desk, report, section, CITATION, text, "某人")


def test_a_section_or_a_provision_that_is_not_there_is_named(desk: FakeDesk) -> None:
    report = opened(desk).report.id
    section = section_of(desk)
    with pytest.raises(NotFound, match="这一节"):
        insert(desk, report, "无", CITATION, "第十四条", "某人")
    gone = CITATION.model_copy(update={"passage": "无#第十四条"})
    with pytest.raises(NotFound, match="资料库里没有"):
        insert(desk, report, section, gone, "第十四条", "某人")
    with pytest.raises(NotFound):
        withdraw(desk, report, section, 99, "某人")
