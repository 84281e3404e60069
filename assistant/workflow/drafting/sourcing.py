"""数据来源：成文里的每个数量，说清它从哪条事实来，或由哪个算式得出。"""

from collections.abc import Iterator

from assistant.domain.annex import AcceptedRow, Annex, SourceRow
from assistant.domain.facts import Fact
from assistant.domain.findings import Coverage
from assistant.domain.ledger import Ledger
from assistant.domain.locality import Locality
from assistant.domain.manuscript import Grid, Heading, Line, Paragraph, Part
from assistant.reading.text.quantities import mentions
from assistant.workflow.books import Book
from assistant.workflow.drafting.printing import field_of
from assistant.workflow.review import Review


def annex_of(review: Review) -> Annex:
    """附表全部内容。"""
    book = review.book
    return Annex(
        sources=tuple(_rows(review)),
        accepted=tuple(
            AcceptedRow(w.code, w.quote, w.reason, w.by, w.at[:16].replace("T", " "))
            for f in review.accepted
            if (w := book.report.waivers[f.id])
        ),
        gaps=tuple(dict.fromkeys(book.ledger.label(a) for a in book.ledger.missing)),
        coverage=coverage_words(review.result.coverage),
    )


def coverage_words(coverage: Coverage) -> str:
    """覆盖率的一句话。"""
    return (
        f"全文数字{coverage.figures}个：经验算{coverage.verified}个，有出处{coverage.sourced}个，"
        f"无从核对{coverage.unchecked}个。"
    )


def _rows(review: Review) -> Iterator[SourceRow]:
    """成文里的每个数量一行；同一节里同一来源的同一个数只列一次。"""
    titles = {s.id: s.title or "开头" for s in review.book.outline.sections} | {"title": "题目"}
    seen: set[tuple[str, str, str]] = set()
    for part in review.manuscript.parts:
        for printed, key in _quantities(part, review.book.ledger):
            found = (printed, part.section, key)
            if found not in seen:
                seen.add(found)
                yield _row(printed, titles.get(part.section, ""), key, review.book)


def _quantities(part: Part, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """一段或一张表里的数量，各带它所在的占位符（没有为空）。

    表格里由台账印的数没有单位（在表头），也算；序号不算。
    """
    match part:
        case Heading(line=line) | Paragraph(line=line):
            yield from _in_line(line)
        case Grid(caption=caption, note=note, rows=rows):
            for line in (caption, note, *(cell for row in rows for cell in row)):
                whole = [p for p in line.printed if p.key in ledger.figures]
                yield from ((line.text[p.span.start : p.span.end], p.key) for p in whole)
                yield from (() if whole or line.text.isdecimal() else _in_line(line))


def _in_line(line: Line) -> Iterator[tuple[str, str]]:
    for mention in mentions(line.text):
        inside = (p.key for p in line.printed if p.span.start <= mention.span.start < p.span.end)
        yield line.text[mention.span.start : mention.span.end], next(inside, "")


def _row(printed: str, section: str, key: str, book: Book) -> SourceRow:
    ledger = book.ledger
    if key in ledger.figures:
        figure = ledger.figures[key]
        source = figure.formula or _facts(figure.facts, ledger)
        return SourceRow(printed, section, figure.label, source, figure.basis)
    if key == "locality.scale":
        return SourceRow(
            printed, section, "分档标准", _scale(book.locality), book.locality.grades.basis
        )
    if key:
        fact = _fact_of(field_of(key), book)
        label = ledger.label(field_of(key))
        return SourceRow(printed, section, label, origin(fact) if fact else "报告设置", "")
    return SourceRow(printed, section, "正文", "大纲固定文字或起草文字", book.outline.basis)


def _facts(ids: tuple[str, ...], ledger: Ledger) -> str:
    return "；".join(origin(ledger.facts[i]) for i in ids if i in ledger.facts)


def _fact_of(key: str, book: Book) -> Fact | None:
    return book.report.fact_of(key, book.report.year)


def origin(fact: Fact) -> str:
    """一条事实的出处，连同谁在哪天给的。"""
    p = fact.provenance
    return f"{p.origin} {p.by} {p.at[:10]}" if p.by else p.origin


def _scale(locality: Locality) -> str:
    mark = "" if locality.grades.verified else "（依据待核）"
    return f"地区口径：{locality.title}{mark}"
