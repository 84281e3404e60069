"""pdf 的框线：由 pdfium 取出页上画的横线竖线，由 pdfplumber 的几何合并、求交，得出各表的格。"""

from collections.abc import Iterator
from ctypes import c_float
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

_FEWEST, _MOST = 6, 6_000
_SHORTEST = 3.0
_STRAIGHT = 1.0
_NEAR = 3.0
_DEPTH = 4
Box = tuple[float, float, float, float]
Point = tuple[float, float]


def ruled_boxes(page: pdfium.PdfPage) -> list[list[Box]]:
    """各表的格（左、上、右、下，从页的左上角量）；没有线、线太多（插图）的页没有表。"""
    height = page.get_height()
    edges = []
    for start, end in _segments(page):
        edge = _edge(start, end, height)
        if edge:
            edges.append(edge)
        if len(edges) > _MOST:
            return []
    if len(edges) < _FEWEST:
        return []
    from pdfplumber.table import (  # 有表才载入，只有文字的 pdf 用不着
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    merged = merge_edges(edges, _NEAR, _NEAR, _NEAR, _NEAR)
    crossings = edges_to_intersections(merged, _NEAR, _NEAR)
    return [list(cells) for cells in cells_to_tables(intersections_to_cells(crossings))]


def _edge(start: Point, end: Point, height: float) -> dict[str, float | str] | None:
    """一条横线或竖线；斜线、短线不算。"""
    x0, x1 = sorted((start[0], end[0]))
    top, bottom = sorted((height - start[1], height - end[1]))
    wide, tall = x1 - x0, bottom - top
    if max(wide, tall) < _SHORTEST or min(wide, tall) > _STRAIGHT:
        return None
    across = wide > tall
    middle = (top + bottom) / 2 if across else (x0 + x1) / 2
    place = (x0, middle, x1, middle) if across else (middle, top, middle, bottom)
    names = ("x0", "top", "x1", "bottom")
    lengths = {"width": wide, "height": tall, "orientation": "h" if across else "v"}
    return {**dict(zip(names, place, strict=True)), **lengths}


def _segments(page: pdfium.PdfPage) -> Iterator[tuple[Point, Point]]:
    """页上画的全部线段，换算到页的坐标。"""
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH):
        matrix = item.get_matrix()
        outer = item.container
        while outer is not None:
            matrix = matrix.multiply(outer.get_matrix())
            outer = outer.container
        for start, end in _strokes(item):
            yield matrix.on_point(*start), matrix.on_point(*end)


def _strokes(item: pdfium.PdfObject) -> Iterator[tuple[Point, Point]]:
    """一条路径里相连的线段；闭合的补上最后一段。"""
    line: list[Point] = []
    for index in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        x, y = c_float(), c_float()
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield from pairwise(line)
            line = []
        line.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            line.append(line[0])
    yield from pairwise(line)
