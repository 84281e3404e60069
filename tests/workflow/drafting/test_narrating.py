"""成批起草时程序自己出错：那一节算未成，原来的文字没有动，别的节照写。"""

from pathlib import Path

import pytest

from assistant.adapters.model.gateway import Gateway
from assistant.domain.evidence import Passage
from assistant.workflow.books import open_book
from assistant.workflow.drafting.narrating import Jobs
from tests.adapters.model.lines import line
from tests.fake_openai import FakeOpenAI
from tests.fakes import EmptyEvidence
from tests.workflow.drafting.test_narration import SECTION, desk_with, opened


class Stumbling(EmptyEvidence):
    """取某一节的写法样例时出错的依据库。"""

    def __init__(self, title: str) -> None:
        self._title = title

    def samples(self, title: str, top: int) -> tuple[Passage, ...]:
        if title == self._title:
            raise ZeroDivisionError(title)
        return ()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_crashed_section_is_said_and_the_others_are_written(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        desk = desk_with(Gateway(line(server.url, tmp_path)))
        book = opened(desk)
        crashing = book.outline.section(SECTION)
        assert crashing is not None
        desk.evidence = Stumbling(crashing.title)
        job = Jobs(desk).start(book.report.id, (SECTION, "methods"), "王经办")
        *_, last = job.watch()
    notes = {one.section: "".join(one.notes) for one in last}
    assert "程序出错" in notes[SECTION]
    assert "程序出错" not in notes["methods"]
    drafts = open_book(desk, book.report.id).report.drafts
    assert drafts.keys() == {"methods"}
