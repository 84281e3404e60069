"""全文说过的数：正文的各数和表里的各格，连同名目、位置，按量纲分列，供隔着句段的断言查用。"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.quantities import Dimension, Quantity
from assistant.reading.claims.judging.judging import Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.tables.grids import Grid

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW, Role.WHOLE, Role.LIMIT)
_NOTED = re.compile(r"[（(].*?[)）]|\s")
_UNIT = re.compile(r"[（(](?:单位[:：])?([^（）()]{1,4})[)）]")
_NOUN = re.compile(r"^的?([\u4e00-\u9fff]{1,6})")


class Told(NamedTuple):
    """一个数：input 是运算数，name 是补全后的名称，said 是前面的话（表格是行名接栏名）。

    noun 是后面的名词，basis 是口径，prior 表示是上年的；
    paragraph、at 是在第几段的第几个数（表格都是 -1）；context 是所在列举写明的总数名称。
    """

    input: Input
    name: str
    said: str
    noun: str
    basis: str
    prior: bool
    paragraph: int
    at: int
    sentence: int = -1
    context: str = ""

    @property
    def dimension(self) -> Dimension:
        """量纲。"""
        return self.input.quantity.dimension


class Ledger:
    """全文说过的数，按量纲分列；多半的文档用不到，用到才列。"""

    def __init__(self, paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> None:
        self._paragraphs, self._grids = paragraphs, grids
        self._found: dict[Dimension, Sequence[Told]] = {}
        self._printed: dict[Dimension, list[Told]] | None = None

    def get(self, dimension: Dimension, default: Sequence[Told] = ()) -> Sequence[Told]:
        """一种量纲的数，正文在先，表格在后。"""
        if dimension not in self._found:
            self._found[dimension] = [*self._said(dimension), *self.printed(dimension)]
        return self._found[dimension] or default

    def _said(self, dimension: Dimension) -> Iterator[Told]:
        for paragraph in self._paragraphs:
            for at, item in enumerate(paragraph.items):
                if item.dimension is dimension and (item.role in _STOCKS or _wholly(item)):
                    yield _item(paragraph, at)

    def printed(self, dimension: Dimension) -> Sequence[Told]:
        """其中印在表里的。"""
        if self._printed is None:
            self._printed = defaultdict(list)
            for each in (told for grid in self._grids for told in _cells(grid)):
                self._printed[each.dimension].append(each)
        return self._printed.get(dimension, ())


def _wholly(item: Item) -> bool:
    """夹在比较里的上年数也是说过的数。"""
    return item.role in (Role.BASE, Role.ORIGIN)


def _item(paragraph: Paragraph, at: int) -> Told:
    item, subject = paragraph.items[at], paragraph.subjects[at]
    noun = _NOUN.match(paragraph.after(at)) if item.dimension is Dimension.COUNT else None
    return Told(
        plain(item, "told"),
        subject.core,
        item.lead,
        noun[1] if noun else "",
        subject.basis,
        subject.year == -1,
        item.paragraph,
        at,
        item.sentence,
        _context(paragraph, at),
    )


def _context(paragraph: Paragraph, at: int) -> str:
    """它所在的列举写明的总数名称：调整预算中，基本支出……。"""
    item = paragraph.items[at]
    for index in paragraph.back(at):
        other = paragraph.items[index]
        if other.sentence != item.sentence or other.opens is not None:
            return (other.opens or "") if other.sentence == item.sentence else ""
    return ""


@lru_cache(maxsize=1 << 12)
def _bare(name: str) -> str:
    """行名、栏名去掉括注和空白。"""
    return _NOTED.sub("", name)


def _cells(grid: Grid) -> Iterator[Told]:
    """有栏名的格；栏名括号里写着单位的补上单位。"""
    heads = [_bare(column) for column in grid.columns]
    units = [_UNIT.search(column) for column in grid.columns]
    for entry in grid.entries:
        for value in entry.values:
            if value.column is None:
                continue
            unit = units[value.column]
            quantity = value.quantity
            if not quantity.unit and unit:
                quantity = Quantity(quantity.value, unit[1])
            label, head = _bare(entry.label), heads[value.column]
            each, said = Input("told", quantity, value.span), f"{label}|{head}"
            yield Told(each, f"{label}{head}", said, "", "", "上年" in head, -1, -1)
