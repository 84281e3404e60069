"""成批起草：几节同时写，边写边看，写完一节存一节。页面刷新、关掉都不停，回来接着看；随时可以取消。"""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Literal, NamedTuple

import tenacity

from assistant.domain.draft import DraftVersion
from assistant.domain.errors import Conflict, JigaoError
from assistant.domain.events import SectionDrafted
from assistant.domain.outline import Narrative, Section
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.assembly import kept_version
from assistant.workflow.drafting.narration import Cancelled, Narrated, narrate

AT_ONCE = 4
_BROKEN = "程序出错，这一节没有写成，原来的文字没有动。"
State = Literal["等待", "写作中", "写好", "未成"]


class Progress(NamedTuple):
    """一节的进展。text 是已听到的字（没写好之前未经守门），notes 是没写成的缘由和查出的毛病。

    held 非空：没有送给模型，这是遮过的样子，等人看过。
    """

    section: str
    state: State
    text: str = ""
    notes: tuple[str, ...] = ()
    held: str = ""


class Job:
    """一次成批起草。"""

    def __init__(
        self, desk: Desk, report_id: str, sections: Sequence[Section], by: str, *, seen: bool
    ) -> None:
        self._desk, self._report_id, self._by, self._seen = desk, report_id, by, seen
        self._progress = {s.id: Progress(s.id, "等待") for s in sections}
        self._cancelled = threading.Event()
        self._changed = threading.Condition()
        self._pool = ThreadPoolExecutor(min(AT_ONCE, max(1, len(sections))), "drafting")
        self._futures: list[Future[None]] = [self._pool.submit(self._write, s) for s in sections]
        self._pool.shutdown(wait=False)

    def cancel(self) -> None:
        """停下：还没写的不写，正写的写到下一个字停，写好的留着。"""
        self._cancelled.set()

    @property
    def done(self) -> bool:
        """都有了结果。"""
        return all(future.done() for future in self._futures)

    def progress(self) -> tuple[Progress, ...]:
        """此刻各节的进展。写着写着程序出错的，也算未成。"""
        with self._changed:
            now = tuple(self._progress.values())
        return tuple(
            Progress(one.section, "未成", notes=(_BROKEN,))
            if future.done() and one.state in ("等待", "写作中")
            else one
            for one, future in zip(now, self._futures, strict=True)
        )

    def watch(self, seconds: float = 0.1) -> Iterator[tuple[Progress, ...]]:
        """有变化就给一次进展，直到都有结果；最后再给一次。"""
        while not self.done:
            with self._changed:
                self._changed.wait(seconds)
            yield self.progress()
        yield self.progress()

    def _write(self, section: Section) -> None:
        try:
            self._tell(self._written(section))
        except JigaoError as error:
            self._tell(Progress(section.id, "未成", notes=(error.words,)))
        except Cancelled:
            self._tell(Progress(section.id, "未成", notes=("已取消，原来的文字没有动。",)))

    def _written(self, section: Section) -> Progress:
        """写一节。没写成而原来有留用的一版，就不动它。"""
        heard: list[str] = []

        def hear(piece: str) -> None:
            self._stop_if_cancelled()
            heard.append(piece)
            self._tell(Progress(section.id, "写作中", "".join(heard)))

        self._stop_if_cancelled()
        book = open_book(self._desk, self._report_id)
        self._tell(Progress(section.id, "写作中"))
        written = narrate(self._desk, book, section, seen=self._seen, hear=hear)
        self._stop_if_cancelled()
        if written.model or kept_version(book.report, section.id) is None:
            keep(self._desk, self._report_id, section, written, self._by)
        state: State = "写好" if written.model else "未成"
        return Progress(section.id, state, written.text, written.notes, written.held)

    def _stop_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise Cancelled

    def _tell(self, progress: Progress) -> None:
        with self._changed:
            self._progress[progress.section] = progress
            self._changed.notify_all()


class Jobs:
    """正在进行和刚做完的成批起草，一份报告一件。"""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()

    def start(
        self, report_id: str, section_ids: Sequence[str], by: str, *, seen: bool = False
    ) -> Job:
        """开始写；这份报告正在写就接着看那一件。"""
        with self._lock:
            running = self._jobs.get(report_id)
            if running is not None and not running.done:
                return running
            book = open_book(self._desk, report_id)
            sections = [s for s in narratives(book) if s.id in section_ids]
            job = Job(self._desk, report_id, sections, by, seen=seen)
            self._jobs[report_id] = job
            return job

    def of(self, report_id: str) -> Job | None:
        """这份报告最近的一件；没有为 None。"""
        with self._lock:
            return self._jobs.get(report_id)

    def forget(self, report_id: str) -> None:
        """看过结果，收起来。正在写的不动。"""
        with self._lock:
            job = self._jobs.get(report_id)
            if job is not None and job.done:
                del self._jobs[report_id]


def narratives(book: Book) -> tuple[Section, ...]:
    """可由模型写的各节。"""
    return tuple(
        section
        for section in book.outline.sections
        if any(isinstance(body, Narrative) for body in section.body)
    )


@tenacity.retry(
    retry=tenacity.retry_if_exception_type(Conflict),
    stop=tenacity.stop_after_attempt(5),
    reraise=True,
)
def keep(desk: Desk, report_id: str, section: Section, written: Narrated, by: str) -> Book:
    """存成新的一版。别处刚写过就重新打开再存，几节同时写好也不相干。"""
    draft = DraftVersion(
        section=section.id,
        text=written.text,
        model=written.model,
        prompt=written.prompt,
        notes=written.notes,
        basis=written.basis,
        at=desk.clock.now().isoformat(timespec="seconds"),
    )
    return record(desk, open_book(desk, report_id), by, SectionDrafted(draft=draft))
