from collections.abc import Callable, Iterator, Sequence

import pytest

from assistant.adapters.documents.guarded_reader import GuardedReader
from assistant.domain.errors import JigaoError, Unreadable
from assistant.ports import Done, Task
from tests.adapters.documents.docxs import docx, paragraph
from tests.fakes import InlineWorkers


class SlowWorkers:
    """一件也做不完的工作进程。"""

    def each(
        self, job: Callable[[Task], Done], tasks: Sequence[Task], workers: int, seconds: float
    ) -> Iterator[Done | JigaoError]:
        for task in tasks:
            yield Unreadable(f"{task} 超时", "换一份。")


def test_a_document_comes_back_from_the_worker() -> None:
    reader = GuardedReader(InlineWorkers())
    assert reader.read("a.docx", docx(paragraph("甲"))).text == "甲\n"


def test_what_the_worker_could_not_do_is_raised() -> None:
    with pytest.raises(Unreadable, match=r"a\.docx 超时"):
        GuardedReader(SlowWorkers()).read("a.docx", docx(paragraph("甲")))


def test_plain_text_needs_no_worker() -> None:
    assert GuardedReader(SlowWorkers()).read("a.txt", "甲".encode()).text == "甲"
