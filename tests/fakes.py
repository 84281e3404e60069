"""假的外界：整类替身，没有一处改动程序库的内部。"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from typing import cast

from assistant.adapters.catalogue import FileCatalogue
from assistant.adapters.documents.reader import FileReader
from assistant.adapters.docx_report import DocxReportWriter
from assistant.adapters.forms.reader import FormFileReader
from assistant.adapters.outside import NoOutbox
from assistant.adapters.papers.papers import FilePapers
from assistant.domain.errors import BadData, Conflict, JigaoError
from assistant.domain.events import GENESIS, Event, Payload, seal
from assistant.domain.evidence import IndexState, Passage, Query, Retrieval, Source
from assistant.domain.false_alarms import FalseAlarm
from assistant.domain.shelf import Shelf
from assistant.model_ports import LanguageModel, PromptBook
from assistant.ports import Done, EvidenceStore, Task
from tests.needs import ROOT


class FixedClock:
    """停在一刻的时钟。"""

    def now(self) -> datetime:
        return datetime(2024, 3, 1, 9, 0, tzinfo=timezone(timedelta(hours=8)))


class MemoryReports:
    """内存里的报告存储。"""

    def __init__(self) -> None:
        self._events: dict[str, tuple[Event, ...]] = {}

    def append(
        self, report_id: str, expected: int, actor: str, at: str, payloads: Sequence[Payload]
    ) -> tuple[Event, ...]:
        events = self._events.get(report_id, ())
        if len(events) != expected:
            raise Conflict("抢写", "")
        for payload in payloads:
            prev = events[-1].hash if events else GENESIS
            events = (*events, seal(report_id, len(events) + 1, at, actor, payload, prev))
        self._events[report_id] = events
        return events[expected:]

    def events(self, report_id: str) -> tuple[Event, ...]:
        return self._events.get(report_id, ())

    def report_ids(self) -> tuple[str, ...]:
        return tuple(reversed(self._events))

    def replace(self, report_id: str, events: Sequence[Event]) -> None:
        """有人绕过程序，直接改了库里的记录。"""
        self._events[report_id] = tuple(events)


class MemoryUploads:
    """内存里的材料。"""

    def __init__(self) -> None:
        self._contents: dict[str, bytes] = {}

    def keep(self, sha256: str, content: bytes) -> None:
        self._contents.setdefault(sha256, content)

    def content(self, sha256: str) -> bytes:
        return self._contents[sha256]


class InlineWorkers:
    """不另起进程的工作进程：一件件当场做。"""

    def each(
        self, job: Callable[[Task], Done], tasks: Sequence[Task], workers: int, seconds: float
    ) -> Iterator[Done | JigaoError]:
        for task in tasks:
            try:
                yield job(task)
            except JigaoError as error:
                yield error


class MemoryFalseAlarms:
    """内存里的误报登记簿。"""

    def __init__(self) -> None:
        self._alarms: list[FalseAlarm] = []

    def append(self, alarm: FalseAlarm) -> None:
        self._alarms.append(alarm)

    def all(self) -> tuple[FalseAlarm, ...]:
        return tuple(self._alarms)


class LetterEmbedder:
    """按字散列的编码器：同字多的就近，快，不要权重。asked 记下编过几段。"""

    name = "letters-1"

    def __init__(self) -> None:
        self.asked = 0

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        self.asked += len(texts)
        return [self._one(text) for text in texts]

    def question(self, text: str) -> list[float]:
        return self._one(text)

    def _one(self, text: str) -> list[float]:
        counts = [0.01] * 32
        for letter in text:
            counts[ord(letter) * 2654435761 % 2**32 >> 27] += 1
        length = sum(count * count for count in counts) ** 0.5
        return [count / length for count in counts]


class MemoryLibrary:
    """内存里的资料库。"""

    def __init__(self, *passages: Passage) -> None:
        self.passages = list(passages)

    def shelf(self) -> Shelf:
        return Shelf(self.passages)

    def keep(self, source: Source, passages: Sequence[Passage]) -> None:
        self.passages = [p for p in self.passages if p.source.id != source.id] + list(passages)

    def remove(self, source: Source) -> None:
        self.passages = [p for p in self.passages if p.source.id != source.id]

    def faults(self) -> tuple[BadData, ...]:
        return ()


class EmptyEvidence:
    """什么也没有的依据库。"""

    def search(self, query: Query) -> Retrieval:
        return Retrieval()

    def samples(self, title: str, top: int) -> tuple[Passage, ...]:
        return ()

    def passage(self, passage_id: str) -> Passage | None:
        return None

    def sources(self) -> tuple[Source, ...]:
        return ()

    def rebuild(self) -> IndexState:
        return IndexState(provisions=0, samples=0, fresh=0)

    def prepare(self) -> None:
        pass


class FakeDesk:
    """一张测试用的办公桌：真的知识目录，假的存储和时钟，其余按需给。"""

    def __init__(
        self, *, evidence: EvidenceStore | None = None, model: LanguageModel | None = None
    ) -> None:
        self.clock = FixedClock()
        self.reports = MemoryReports()
        self.catalogue = FileCatalogue(ROOT / "knowledge")
        self.evidence = cast(EvidenceStore, evidence)
        self.library = MemoryLibrary()
        self.uploads = MemoryUploads()
        self.grids = FormFileReader()
        self.reader = FileReader()
        self.papers = FilePapers()
        self.writer = DocxReportWriter()
        self.prompts = cast(PromptBook, None)
        self.model = model
        self.outbox = NoOutbox()
        self.workers = InlineWorkers()
        self.false_alarms = MemoryFalseAlarms()
