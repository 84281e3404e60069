"""法规文本的切分：编、章、节、条（含第…条之一）、款、项、附件；不分条的通知按“一、”“（一）”。

只认行首的结构。没有层次的通知整篇收；像法规而没有条的，抛 NoStructure。
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.document import Document
from assistant.domain.evidence import Level
from assistant.reading.law import heading
from assistant.reading.law.articles import Provision, articles
from assistant.reading.law.dates import Effect, about_last_year, effect, impossible
from assistant.reading.law.marks import article, digit_part, division, part, subpart
from assistant.reading.law.metadata import Metadata, metadata
from assistant.reading.law.ordinals import NUMBER, read
from assistant.reading.law.parts import parts, whole
from assistant.reading.law.rows import Row, rows_in, rows_of
from assistant.reading.law.segments import Segment, has_articles, segments

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NOTICE = "印发通知"
_STATUTE = re.compile(r"(?:法|法典|条例|办法|规定|规则|细则|准则)(?:[（(].*[）)])?$")
_ENDS = "。；！？：”」）)…"
_LISTING = re.compile(r"附件?\s*[:：]")
_TAIL = 40
_TITLE = re.compile(r"《([^《》]{2,60})》")


class NoStructure(ValueError):
    """既没有条，也没有“一、”，又不像通知的文字。"""


class Statute(NamedTuple):
    """一份法规的一个版本。

    version 是最近一次通过、修订或公布的日期；effective_from 是施行日，
    assumed 为真表示文中没有写明、按 version 推定。repeals 是末条写明废止的文件；
    doubts 是切分时拿不准、要人看一眼的地方；left 是没有收的末尾几行。
    """

    title: str
    document_number: str
    issuer: str
    level: Level | None
    version: date | None
    effective_from: date | None
    assumed: bool
    provisions: tuple[Provision, ...]
    repeals: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def articles(self) -> int:
        """末条的条号；不分条的为 0。"""
        numbers = [match for item in self.provisions if (match := NUMBER.match(item.number))]
        return max((read(match[1]) for match in numbers), default=0)


def split(text: str, name: str = "") -> Statute:
    """切分一段文字。name 是文件名（无后缀），文中找不到标题时用它。"""
    return _split(rows_in(text), name, _origin(text))


def split_document(document: Document, name: str = "") -> Statute:
    """切分一份读入的文件。"""
    return _split(rows_of(document), name, _origin(document.text))


def _origin(text: str) -> str:
    """开头的批注：从哪里取来，常写着版本的日期。"""
    match = _COMMENT.search(text[:500])
    return match[0] if match else ""


def _split(rows: Sequence[Row], name: str, origin: str) -> Statute:
    main, *annexes = segments(rows) or [Segment("", "", ())]
    body, left = _without_tail(main.rows)
    main = main._replace(rows=tuple(body))
    said = metadata(rows[:40])
    head = main.head
    title = said.title or heading.title(head, name)
    own = _own(main, title)
    promoted = next((a for a in annexes if has_articles(a.rows)), None)
    if not own and promoted and not any(part(row) for row in main.rows):
        annexes.remove(promoted)
        own = (*_notice(main.rows), *_structured(promoted))
        title = said.title or promoted.name or heading.title(promoted.head, name)
    own = own or tuple(_unstructured(main, title))
    provisions = tuple(_distinct((*own, *(p for a in annexes for p in _annexed(a)))))
    if not provisions:
        raise NoStructure
    ending = [p.text for p in own[-4:]] + [row.text for row in left]
    return _described(title, head, ending, f"{name} {origin}", said)._replace(
        provisions=provisions,
        doubts=tuple(_doubts(main.rows, provisions)),
        left=tuple(row.text for row in left),
    )


def _described(
    title: str, head: Sequence[str], ending: Sequence[str], dated: str, said: Metadata
) -> Statute:
    tail = [line for text in ending for line in text.split("\n")]
    number = said.document_number or heading.document_number(head)
    issuer = said.issuer or heading.issuer(head, tail, number)
    when = effect(head, tail, dated)
    if said.version and when.assumed:
        when = Effect(said.version, said.version, assumed=True)
    when = about_last_year(when, title)
    return Statute(
        title=title,
        document_number=number,
        issuer=issuer,
        level=heading.level(title, issuer, number),
        version=when.version or said.version,
        effective_from=said.effective_from or when.start,
        assumed=when.assumed and not said.effective_from,
        provisions=(),
        repeals=tuple(_repeals(tail)),
    )


def _own(main: Segment, title: str) -> tuple[Provision, ...]:
    """正文的各条或各部分；印发通知自己的话单作一段。"""
    rows = main.rows
    if has_articles(rows):
        return (*_notice(rows[: main.opening]), *articles(rows[main.opening :]))
    if _STATUTE.search(title) and not any(part(row) for row in rows):
        return ()
    return tuple(parts(rows[_after_head(rows, title) :]))


def _structured(segment: Segment) -> tuple[Provision, ...]:
    """附件的条或部分；都没有则为空。"""
    if has_articles(segment.rows):
        return tuple(articles(segment.rows))
    return tuple(parts(segment.rows))


def _annexed(segment: Segment) -> Iterator[Provision]:
    """附件各段：号码前冠以附件1，章节前冠以附件的名称。"""
    above = f"{segment.key} {segment.name}".strip()
    found = _structured(segment)
    for item in found:
        chapter = f"{above} {item.chapter}".strip()
        gap = "" if item.number.startswith("第") else "·"
        yield Provision(f"{segment.key}{gap}{item.number}", chapter, item.text)
    if not found:
        rows = segment.rows or ((Row(segment.name),) if segment.name else ())
        yield from (p._replace(chapter=above) for p in whole(rows, segment.key))


def _unstructured(main: Segment, title: str) -> Iterator[Provision]:
    """没有层次的通知、批复整篇收；像法规的不收。"""
    rows = main.rows[_after_head(main.rows, title) :]
    prose = sum(row.text.endswith("。") for row in rows)
    if prose and not _STATUTE.search(title) and heading.document_number(main.head):
        yield from whole(rows)


def _after_head(rows: Sequence[Row], title: str) -> int:
    """标题、文号、抬头之后的第一行。"""
    ends = 0
    for i, row in enumerate(rows[:20]):
        plain = "".join(row.text.split())
        own = plain and (plain in title or title in plain) and not plain.endswith("。")
        if own or heading.is_address(row.text) or (heading.number_in(row.text) and len(plain) < 30):
            ends = i + 1
    return ends


def _notice(rows: Sequence[Row]) -> Iterator[Provision]:
    """抬头之后、办法之前，通知自己的话。"""
    at = next((i for i, row in enumerate(rows) if heading.is_address(row.text)), None)
    said = [row for row in rows[at + 1 :] if row.text.endswith("。")] if at is not None else []
    if said:
        yield Provision(NOTICE, "", "\n".join(row.text for row in said))


def _without_tail(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """末尾的附件目录、落款、网页的杂项：不成句、也不是条款的几行。"""
    end = len(rows)
    while end and len(rows) - end < _TAIL and not _counts(rows[end - 1]):
        end -= 1
    listed = next((i for i in range(max(end - _TAIL, 0), end) if _LISTING.match(rows[i].text)), end)
    if not any(row.text.endswith("。") or row.table for row in rows[listed:end]):
        end = listed
    return (list(rows[:end]), list(rows[end:])) if end else (list(rows), [])


def _counts(row: Row) -> bool:
    """成句的、条款、编号的一项和表格，都是正文。"""
    if row.table or row.text[-1] in _ENDS or row.text.endswith(("；或者", "；和")):
        return not _LISTING.match(row.text)
    return bool(article(row) or division(row) or subpart(row) or part(row) or digit_part(row))


def _distinct(items: Iterable[Provision]) -> Iterator[Provision]:
    """号码重复的加〔二〕、〔三〕，没有文字的去掉。"""
    seen: dict[str, int] = {}
    for item in items:
        if not item.text:
            continue
        times = seen[item.number] = seen.get(item.number, 0) + 1
        yield item if times == 1 else item._replace(number=f"{item.number}〔{times}〕")


def _repeals(lines: Iterable[str]) -> Iterator[str]:
    """末条写明同时废止的文件的名称和文号。"""
    for sentence in (s for line in lines for s in line.split("。") if "废止" in s):
        yield from (match[1] for match in _TITLE.finditer(sentence))


def _doubts(rows: Sequence[Row], provisions: Sequence[Provision]) -> Iterator[str]:
    """条号不连续、重新从第一条数起、历上没有的日子，供人核对。"""
    numbers = [read(m[1]) for item in provisions if (m := NUMBER.match(item.number))]
    for here, there in pairwise(numbers):
        if there > here + 1:
            yield f"第{here}条之后是第{there}条"
    again = [row for row in rows if (a := article(row)) and a.place == (1, "") and a.spaced]
    if len(again) > 1:
        yield "文中不止一处第一条，像是几份文件合在一起，请拆成几份再导入"
    for written in dict.fromkeys(day for row in rows for day in impossible(row.text)):
        yield f"“{written}”不是一个日子，没有当作日期，请对照原件"


def clause(text: str, paragraph: int | None = None, item: str | None = None) -> str | None:
    """一条之中的某款某项；没有则 None。款一行一款，行首为（一）的行是上一款的项。"""
    paragraphs: list[list[str]] = []
    for line in text.splitlines():
        if subpart(Row(line)) and paragraphs:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    if paragraph is not None and not 0 < paragraph <= len(paragraphs):
        return None
    chosen = paragraphs[paragraph - 1] if paragraph else [row for p in paragraphs for row in p]
    if item is None:
        return "\n".join(chosen)
    return next((row for row in chosen if (m := subpart(Row(row))) and m[1] == item), None)
