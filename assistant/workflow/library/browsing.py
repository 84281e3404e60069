"""查看：库里有哪些文件，一份文件的各段，按名称、文号或编号找一份。"""

from datetime import date
from typing import Any, NamedTuple

from assistant.domain.errors import NotFound
from assistant.domain.evidence import Passage, Source
from assistant.domain.shelf import Shelf
from assistant.workflow.desk import Desk

Json = dict[str, Any]


class Entry(NamedTuple):
    """目录里的一行。size 是段数。"""

    source: Source
    size: int

    @property
    def kind(self) -> str:
        """给人看的种类。"""
        if self.source.kind == "report":
            return "往年报告"
        return "原文" if self.source.verbatim else "要点，非原文"

    def state(self, on: date) -> str:
        """某日有没有效。"""
        source = self.source
        if source.kind == "report":
            return "只学写法"
        if not source.verified:
            return "待核"
        if source.effective_from and on < source.effective_from:
            return "尚未施行"
        return "现行有效" if source.in_force(on) else "已失效"


def entries(shelf: Shelf) -> tuple[Entry, ...]:
    """全部文件：原文在前，往年报告在后，按名称和施行日。"""
    found = [Entry(source, len(shelf.of(source.id))) for source in shelf.sources]
    return tuple(sorted(found, key=_order))


def opened(shelf: Shelf, wanted: str) -> Source:
    """按编号、名称或文号找一份；有几个版本的取最新的原文，没有原文取要点。"""
    one = shelf.source(wanted)
    many = shelf.named(wanted) or shelf.numbered(wanted)
    if one is None and not many:
        raise NotFound(f"资料库里没有 {wanted}", "用 jigao knowledge list 看有哪些。")
    return one or max(many, key=lambda s: (s.verbatim, s.effective_from or date.min))


def source_json(entry: Entry, on: date) -> Json:
    """一份文件。"""
    source = entry.source
    return source.model_dump(mode="json", exclude={"corrections"}) | {
        "name": source.name,
        "provisions": entry.size,
        "state": entry.state(on),
        "kind_shown": entry.kind,
    }


def passage_json(passage: Passage) -> Json:
    """一段。"""
    return passage.model_dump(mode="json", exclude={"source"})


def today(desk: Desk) -> date:
    """今天。"""
    return desk.clock.now().date()


def _order(entry: Entry) -> tuple[bool, bool, str, date, str]:
    source = entry.source
    start = source.effective_from or date.min
    return source.kind == "report", not source.verbatim, source.name, start, source.id
