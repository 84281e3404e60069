"""引用与库里的对照：文中每一处《…》、文号、第…条，库里有没有、是哪几个版本。"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from assistant.domain.evidence import Passage, Source, bare_title
from assistant.domain.findings import Fault, Span
from assistant.domain.shelf import Shelf
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.law.citations import Reference, find
from assistant.reading.reading import Reading

_SHORT = re.compile(
    r"《([^《》]{2,60})》[^。；《》]{0,30}?[（(]?以下(?:统一)?简称[：:“《]?([^”》）)，。]{2,20})"
)
_OWN = re.compile(r"本(?:法|条例|办法|规定|细则|通知|意见|制度|方案)$")
_NAMED = 3


class Cited(NamedTuple):
    """一处引用。text 是所在的一段连贯文字，at 是其中的位置；sources 是库里的各个版本。"""

    reference: Reference
    span: Span
    text: str
    at: Span
    sources: tuple[Source, ...]
    shelf: Shelf

    @property
    def quote(self) -> str:
        """文中的写法。"""
        return self.text[self.at.start : self.at.end]

    @property
    def name(self) -> str:
        """说起它时的名称：《…》，没有名称的用文号。"""
        title = bare_title(self.reference.title)
        return f"《{title}》" if title else self.reference.document_number

    @property
    def replaced(self) -> Source | None:
        """库里写明废止了它的文件。"""
        return self.shelf.repealed_by(self.reference.title, self.reference.document_number)

    def versions(self, year: int) -> tuple[Source, ...]:
        """报告年度到写报告的次年里有过效力的版本；年度不知道时是全部版本。"""
        if not year:
            return self.sources
        start, end = date(year, 1, 1), date(year + 1, 12, 31)
        return tuple(s for s in self.sources if _meets(s, start, end))

    def passages(self, year: int) -> tuple[Passage, ...]:
        """所引的那一条在各个版本里的原文和要点。"""
        number = self.reference.article
        ids = (f"{source.id}#{number}" for source in self.versions(year))
        return tuple(p for i in ids if number and (p := self.shelf.passage(i)))


def cited_in(reading: Reading, shelf: Shelf) -> tuple[Cited, ...]:
    """全文的引用，依次；没有书名号、号、第和名称的段，不会有引用。"""
    kept = reading.paragraphs
    shorts = dict(_shorts(p.flow.text for p in kept)) if "简称" in reading.prose else {}
    known = (*known_names(shelf), *(name for name in shorts if len(name) >= _NAMED))
    written = set(reading.prose)
    names = tuple(name for name in known if written.issuperset(name) and name in reading.prose)
    signs = ("《", "号", "第", *names)
    citing = [p for p in kept if any(map(p.flow.text.__contains__, signs))]
    return tuple(each for p in citing for each in _in_paragraph(p, names, shorts, shelf))


def known_names(shelf: Shelf) -> tuple[str, ...]:
    """不带书名号也认得的名称：库里的名称和简称。"""
    return tuple(name for name in shelf.names if len(name) >= _NAMED)


def fault_of(cited: Cited, message: str) -> Fault:
    """一处引用写成毛病。"""
    return Fault(where=cited.span, found=cited.quote, message=message)


def _in_paragraph(
    paragraph: Paragraph, names: Sequence[str], shorts: dict[str, str], shelf: Shelf
) -> Iterator[Cited]:
    text = paragraph.flow.text
    for reference in find(text, names):
        at = Span(reference.start, reference.end)
        sources = _sources(reference, shorts, shelf)
        yield Cited(reference, paragraph.flow.span(*at), text, at, sources, shelf)


def _sources(reference: Reference, shorts: dict[str, str], shelf: Shelf) -> tuple[Source, ...]:
    """先按名称，没有名称按文号；写明了哪个版本的文号，就只是那一版。"""
    title = bare_title(reference.title)
    if _OWN.match(title):
        return ()
    if not title:
        return shelf.numbered(reference.document_number)
    named = shelf.named(shorts.get(title, title))
    number = reference.document_number
    return tuple(s for s in named if number and s.document_number == number) or named


def _shorts(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """文中自己定的简称。"""
    for text in texts:
        for match in _SHORT.finditer(text):
            yield bare_title(match[2]), bare_title(match[1])


def _meets(source: Source, start: date, end: date) -> bool:
    return (source.effective_from or date.min) <= end and start <= (source.effective_to or date.max)
