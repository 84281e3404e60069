"""run 的拆分：让一段文字正好由完整的若干 run 组成，格式不变。"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby, pairwise

from lxml import etree

from assistant.adapters.documents.docx_file import Placed
from assistant.adapters.documents.docx_walk import W
from assistant.domain.findings import Span

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def cut(placed: Sequence[Placed], offsets: Iterable[int]) -> list[Placed]:
    """在各位置处切开所在的 run；返回切开后的各截。文本框、脚注里的不切，跟着锚它的 run 走。"""
    points = sorted(set(offsets))
    done: list[Placed] = []
    moved: dict[int, etree._Element] = {}
    for (run, direct), group in groupby(placed, key=lambda piece: (id(piece.run), piece.direct)):
        pieces = list(group)
        start, end = pieces[0].span.start, pieces[-1].span.end
        inside = [point for point in points if start < point < end]
        if inside and direct:
            pieces = _cut_run(pieces, inside)
            moved[run] = pieces[0].run
        done += pieces
    return [piece._replace(run=moved.get(id(piece.run), piece.run)) for piece in done]


def _cut_run(pieces: Sequence[Placed], points: Sequence[int]) -> list[Placed]:
    """一个 run 换成若干 run，每个只含一截。"""
    run = pieces[0].run
    places = {id(piece.element): piece.span for piece in pieces}
    fresh: list[Placed] = []
    for child in [item for item in run if item.tag != f"{W}rPr"]:
        span = places.get(id(child))
        for part, place in _parts(child, span, points):
            alone = _shell(run)
            alone.append(part)
            run.addprevious(alone)
            if place is not None:
                fresh.append(Placed(place, alone, part, True))
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)
    return fresh


def _parts(
    child: etree._Element, span: Span | None, points: Sequence[int]
) -> Iterator[tuple[etree._Element, Span | None]]:
    inside = [point for point in points if span and span.start < point < span.end]
    if span is None or not inside:
        yield child, span
        return
    text = child.text or ""
    for start, end in pairwise([span.start, *inside, span.end]):
        part = deepcopy(child)
        part.text = text[start - span.start : end - span.start]
        part.set(_SPACE, "preserve")
        yield part, Span(start, end)


def _shell(run: etree._Element) -> etree._Element:
    """同样格式的空 run。"""
    fresh = deepcopy(run)
    for child in [item for item in fresh if item.tag != f"{W}rPr"]:
        fresh.remove(child)
    return fresh
