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
from assistant.workflow.drafting.assembly import section_text
from assistant.workflow.drafting.printing import cell_of, field_of
from assistant.workflow.drafting.versions import by_model, versions
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
        drafted=tuple(_drafted(book)),
    )


def _drafted(book: Book) -> Iterator[str]:
    """模型写的各节：哪一节，哪个模型，几句。"""
    for section in book.outline.sections:
        mine = by_model(book.report, section.id, section_text(section, book).text)
        models = dict.fromkeys(v.model for v in versions(book.report, section.id) if v.model)
        if mine:
            yield f"{section.title or '开头'}：{'、'.join(models)}，{len(mine)}句"


def coverage_words(coverage: Coverage) -> str:
    """覆盖率的一句话。"""
    return (
        f"全文数字{coverage.figures}个：经验算{coverage.verified}个，有出处{coverage.sourced}个，"
        f"无从核对{coverage.unchecked}个。"
    )


def _rows(review: Review) -> Iterator[SourceRow]:
    """成文里的每个数量都在；同一来源的并成一行，写明在哪几节。"""
    titles = {s.id: s.title for s in review.book.outline.sections} | {"title": "题目"}
    found: dict[SourceRow, tuple[dict[str, None], dict[str, None]]] = {}
    for part in review.manuscript.parts:
        for printed, key in _quantities(part, review.book.ledger):
            numbers, places = found.setdefault(_row(key, review.book), ({}, {}))
            numbers[printed] = None
            places[_number(titles.get(part.section) or "开头")] = None
    for row, (numbers, places) in found.items():
        yield row._replace(printed="、".join(numbers), section="、".join(places))


def _number(title: str) -> str:
    """章节只写编号和头几个字，免得附表太宽：（二）部门收支预决算情况 → （二）部门收支……"""
    return title if len(title) <= 12 else f"{title[:9]}……"


def _quantities(part: Part, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """一段或一张表里的数量，各带它所在的占位符（没有为空）。

    表格里由台账印的数没有单位（在表头），附表里补上；序号不算。
    """
    match part:
        case Heading(line=line) | Paragraph(line=line):
            yield from _in_line(line)
        case Grid(caption=caption, note=note, rows=rows):
            for line in (caption, note, *(cell for row in rows for cell in row)):
                whole = [p for p in line.printed if p.key in ledger.figures]
                yield from ((str(ledger.figures[p.key].quantity), p.key) for p in whole)
                yield from (() if whole or line.text.isdecimal() else _in_line(line))


def _in_line(line: Line) -> Iterator[tuple[str, str]]:
    for mention in mentions(line.text):
        inside = (p.key for p in line.printed if p.span.start <= mention.span.start < p.span.end)
        yield line.text[mention.span.start : mention.span.end], next(inside, "")


def _row(key: str, book: Book) -> SourceRow:
    ledger = book.ledger
    if key in ledger.figures:
        figure = ledger.figures[key]
        source = figure.formula or _facts(figure.facts, ledger)
        return SourceRow("", figure.label, source, figure.basis, "")
    if key == "locality.scale":
        scale = book.locality.grades
        return SourceRow("", "分档标准", _scale(book.locality), scale.basis, "")
    if key:
        fact = _fact_of(field_of(key), book)
        source = origin(fact) if fact else "报告设置"
        return SourceRow("", _cell_label(key, book), source, "", "")
    return SourceRow("", "正文", "大纲固定文字或起草文字", book.outline.basis, "")


def _cell_label(key: str, book: Book) -> str:
    """表格型事实的一格：科技型企业培育补助·实际完成值。"""
    label = book.ledger.label(field_of(key))
    cell = cell_of(key)
    field = book.outline.field(field_of(key))
    if cell is None or field is None or not field.columns:
        return label
    row = book.ledger.rows[field.key][cell.row]
    head = row[0] if cell.column and len(row[0]) <= 20 else f"{label}第{cell.row + 1}条"
    return f"{head}·{field.columns[cell.column].label}"


def _facts(ids: tuple[str, ...], ledger: Ledger) -> str:
    return "；".join(origin(ledger.facts[i]) for i in ids if i in ledger.facts)


def _fact_of(key: str, book: Book) -> Fact | None:
    return book.report.fact_of(key, book.report.year)


def origin(fact: Fact) -> str:
    """一条事实的出处，连同谁在哪天给的。"""
    p = fact.provenance
    return f"{p.origin}，{p.by}，{p.at[:10]}" if p.by else p.origin


def _scale(locality: Locality) -> str:
    mark = "" if locality.grades.verified else "（依据待核）"
    return f"地区口径：{locality.title}{mark}"
