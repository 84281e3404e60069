"""标明哪几句是模型写的：灰底。数字另行着色。"""

from collections.abc import Container, Set
from itertools import groupby

from assistant.domain.manuscript import Line
from assistant.domain.outline import Section
from assistant.ui.markup import as_text, with_gaps
from assistant.workflow.books import Book
from assistant.workflow.drafting.assembly import section_text
from assistant.workflow.drafting.versions import by_model, sentences
from assistant.workflow.drafting.wordings import printed


def model_sentences(section: Section, book: Book) -> frozenset[str]:
    """这一节现用的文字里模型写的各句，印上数字的样子。"""
    text = section_text(section, book).text
    written = by_model(book.report, section.id, text)
    return frozenset(printed(sentence, book.ledger).strip() for sentence in written)


def marked(line: Line, figures: Container[str], written: Set[str]) -> str:
    """一段：模型写的句子灰底，由代码印出的数字着色。"""
    pieces, at = [], 0
    for model, run in groupby(sentences(line.text), key=lambda s: s.strip() in written):
        end = at + sum(map(len, run))
        inside = _tinted(line, at, end, figures)
        pieces.append(f":gray-background[{inside}]" if model else inside)
        at = end
    return "".join(pieces)


def _tinted(line: Line, start: int, end: int, figures: Container[str]) -> str:
    pieces, cursor = [], start
    for place in line.printed:
        if place.key not in figures or not start <= place.span.start < end:
            continue
        pieces.append(with_gaps(line.text[cursor : place.span.start]))
        inside = as_text(line.text[place.span.start : place.span.end])
        pieces.append(f":blue[{inside}]" if inside.strip() else inside)
        cursor = place.span.end
    pieces.append(with_gaps(line.text[cursor:end]))
    return "".join(pieces)
