"""正文照着表说的一行：增减写着行名的，是那一行的增减栏；说哪一行最高最低的，是那一行的那一栏。

工资福利支出同比增加16.50万元，增长1.2%（表：工资福利支出，增减额16.50，增减幅度1.2%）；
执行率最低的是水库加固，为93.95%；道路养护支出最多，为762.31万元。表里有几处的，一处对上就算对。
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.domain.quantities import Dimension, Quantity
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.tables.grids import Entry, Grid, Value
from assistant.reading.text.labels import core

_AMOUNT = re.compile("(?:增减|变动|增加|增长)(?:额|数|金额)$|增减$|比上年增减$")
_RATE = re.compile("(?:增减|变动|增长)(?:幅度|比例|率|%|％)|增幅|增长率")
_NOTED = re.compile(r"[（(].*?[)）]|\s")
_ENDS = re.compile("[。！？]")
_STOP = re.compile("[；]")
_BARE = re.compile("[，、]?(?:分别|只有|仅|只|约|为|达到?|是)*")
_MOST = re.compile("(?P<what>[\u4e00-\u9fff]{0,10}?)最[高低多少大小快慢]")
_LABEL = 4
_REACH = 60
_RATIOS = (Dimension.RATIO, Dimension.POINT)
Cell = tuple[str, Value]
Rows = Mapping[str, Sequence[Sequence[Cell]]]
"""行名 -> 各表里那一行的各格，连同栏名。"""


def row_told_claims(paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> Iterator[Claim]:
    """各处照着表说的数。"""
    rows = _rows(grids)
    for paragraph in paragraphs if rows else ():
        most = "最" in paragraph.text
        for at, item in enumerate(paragraph.items):
            cells = _moved(paragraph, at, rows)
            if not cells and most and item.role not in (Role.CHANGE, Role.RATE, Role.SHARE):
                cells = _foremost(paragraph, item, rows)
            if cells:
                yield _claim(paragraph, item, cells)


def _rows(grids: Sequence[Grid]) -> Rows:
    """有栏名的表的各行。"""
    found: dict[str, list[Sequence[Cell]]] = {}
    for grid in grids:
        heads = [_NOTED.sub("", column) for column in grid.columns]
        for entry in grid.entries if heads else ():
            if len(name := core(_NOTED.sub("", entry.label))) >= _LABEL:
                found.setdefault(name, []).append(_cells(entry, heads))
    return found


def _cells(entry: Entry, heads: Sequence[str]) -> list[Cell]:
    return [(heads[v.column], v) for v in entry.values if v.column is not None]


def _moved(paragraph: Paragraph, at: int, rows: Rows) -> list[Value]:
    """写着行名、与上年相比的增减：那一行的增减栏。"""
    items, item = paragraph.items, paragraph.items[at]
    if item.role not in (Role.CHANGE, Role.RATE) or item.dimension is Dimension.POINT:
        return []
    first = at
    while first and items[first].role in (Role.CHANGE, Role.RATE) and not items[first].label.core:
        first -= 1
    head = items[first]
    against = item.against or head.against
    if head.role not in (Role.CHANGE, Role.RATE) or head.part != item.part:
        return []
    if against is None or against.basis or against.year != -1:
        return []
    column = _RATE if item.role is Role.RATE else _AMOUNT
    found = (cell for row in rows.get(head.label.core, ()) for cell in row)
    return [value for name, value in found if column.search(name)]


def _foremost(paragraph: Paragraph, item: Item, rows: Rows) -> list[Value]:
    """某栏最高、最低的那一行的那一格；紧接着说出数来的才算。"""
    floor = max(0, item.spot.start - _REACH)
    sentence = _ENDS.split(paragraph.text[floor : item.spot.start])[-1]
    said = _STOP.split(sentence)[-1]
    told = [name for name in rows if name in said] if "最" in said else []
    if not told:
        return []
    name = max(told, key=lambda each: (said.rfind(each), len(each)))
    what = _measured(sentence, name) if _BARE.fullmatch(item.lead) else item.lead.strip("，、")
    cells = (cell for row in rows[name] for cell in row)
    return [value for head, value in cells if len(what) > 1 and head.endswith(what)]


def _measured(sentence: str, name: str) -> str:
    """最高、最低说的是哪一栏；“最低的是”没写的，承同一句前面说的。"""
    found = [most["what"].removeprefix(name) for most in _MOST.finditer(sentence)]
    return next((what for what in reversed(found) if len(what) > 1), "")


def _claim(paragraph: Paragraph, item: Item, cells: Iterable[Value]) -> Claim:
    """与各格里的哪一个相等都行；格里的负号由增减用词说了。"""
    stated = plain(item, "text")
    inputs = [_input(cell, item.quantity) for cell in cells]
    first, *rest = [(SAME, (each,)) for each in inputs]
    span = paragraph.flow.span(item.spot.start, item.spot.end)
    return Claim(Relationship.SAME_AS, SAME, first[1], stated, span, False, tuple(rest))


def _input(cell: Value, like: Quantity) -> Input:
    """一格的绝对值；格里没有单位的，与正文同单位。"""
    unit = cell.quantity.unit or like.unit
    return Input("table", Quantity(value=abs(cell.quantity.value), unit=unit), cell.span)
