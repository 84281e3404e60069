"""问卷：各选项的份数算出满意度，连同算式；逐份登记的还数出收回和有效份数。

三种样子：选项作列头（每行一题）、选项作行名、每行一份问卷。材料自己写了满意度的，
核对它是按哪种算法得来的；都对不上就指出。
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.accounts import Survey
from assistant.domain.document import Cell, Document
from assistant.domain.quantities import Quantity, half_up
from assistant.reading.accounts.cells import State, content
from assistant.reading.accounts.lattice import Lattice, sections, squeezed
from assistant.reading.accounts.names import is_total, parsed

_FEWEST = 2
_RAW_ROWS = 3
_OVERALL = ("总体", "整体", "总的", "综合")
_VALID = ("是否有效", "有效", "问卷是否有效")
_RATE = re.compile(r"(?:总体|综合)?满意(?:率|度)(?:[（(]%[）)])?")
_YES = ("是", "有效", "√", "1")


class Tally(NamedTuple):
    """一份问卷材料的计数。

    counts    选项 → 份数（几题合计时是人次）
    asked     答的题数；1 为只有一题或用的是总体评价一题
    returned  逐份登记时的份数；valid 是答全的份数；0 为不是逐份登记
    used      用到的格，不必再列为没读懂
    printed   表上印的满意度那一格，没有为空
    """

    counts: dict[str, int]
    locator: str
    asked: int = 1
    returned: int = 0
    valid: int = 0
    used: frozenset[str] = frozenset()
    printed: Cell | None = None


class Share(NamedTuple):
    """满意度和算式。"""

    rate: Quantity
    formula: str


def tallies(document: Document, survey: Survey) -> Iterator[Tally]:
    """文档里各张问卷表的计数。"""
    for table in document.tables:
        for lattice in sections(table):
            if (found := _tally(lattice, survey.options)) is not None:
                yield found


def shares(tally: Tally, survey: Survey) -> tuple[Share, ...]:
    """满意度的几种算法，常用的在前：计入基本满意的、不计入的。"""
    total = sum(tally.counts.values())
    if not total:
        return ()
    wide = [o for o in tally.counts if o in (*survey.counted, *survey.between)]
    narrow = [o for o in tally.counts if o in survey.counted]
    ways = [wide] if wide == narrow or not narrow else [wide, narrow]
    return tuple(_share(tally, way, total) for way in ways if way)


def _share(tally: Tally, options: Sequence[str], total: int) -> Share:
    satisfied = sum(tally.counts[option] for option in options)
    rate = Quantity(half_up(Decimal(satisfied * 100) / total, 2), "%")
    terms = " + ".join(f"{option}{tally.counts[option]}" for option in options)
    whole = "有效问卷" if tally.asked == 1 else f"{tally.asked}题答卷"
    return Share(rate, f"满意度 =（{terms}）÷ {whole}{total} = {rate}")


def _tally(lattice: Lattice, options: frozenset[str]) -> Tally | None:
    marks = [
        (row, cell, name)
        for row, cells in lattice.rows.items()
        for cell in cells
        if (name := parsed(squeezed(cell.text)).name) in options
    ]
    if len({name for _, _, name in marks}) < _FEWEST:
        return None
    by_row = Counter(row for row, _, _ in marks)
    head = next((row for row, n in by_row.items() if n >= _FEWEST), None)
    columns = {cell.column: name for row, cell, name in marks if row == head}
    if head is not None and _counts_below(lattice, head, columns):
        return _across(lattice, head, columns)
    if len({cell.column for _, cell, _ in marks}) == 1 and len(marks) == len({m[2] for m in marks}):
        return _down(lattice, [(row, cell, name) for row, cell, name in marks])
    return _raw(lattice, options)


def _counts_below(lattice: Lattice, head: int, columns: Iterable[int]) -> bool:
    """这几列下面是数：选项是列头，不是一份答卷。"""
    below = [lattice.at(row, c) for row in lattice.rows if row > head for c in columns]
    return any(_count(cell) is not None for cell in below)


def _across(lattice: Lattice, head: int, columns: dict[int, str]) -> Tally | None:
    """选项作列头：有“总体”一题或合计行就用它，否则各题合计。"""
    rows = []
    for row in (r for r in lattice.rows if r > head):
        counts = {name: _count(lattice.at(row, column)) for column, name in columns.items()}
        known = {name: count for name, count in counts.items() if count is not None}
        if known:
            rows.append((row, known))
    if not rows:
        return None
    used = frozenset(
        cell.locator for row, _ in rows for c in lattice.columns if (cell := lattice.at(row, c))
    )
    whole = [item for item in rows if _summary(lattice, item[0])]
    chosen = whole[-1:] or [item for item in rows if not _totals(lattice, item[0])]
    merged: Counter[str] = Counter()
    for _, known in chosen:
        merged.update(known)
    where = lattice.rows[chosen[0][0]][0].locator
    printed = _rate_cell(lattice, head, chosen[0][0]) if len(chosen) == 1 else None
    return Tally(dict(merged), where, len(chosen), used=used, printed=printed)


def _rate_cell(lattice: Lattice, head: int, row: int) -> Cell | None:
    """“满意率”一栏印的数。"""
    for cell in lattice.rows[head]:
        if _RATE.fullmatch(squeezed(cell.text)) and (at := lattice.at(row, cell.column)):
            return at if content(at.text).unit == "%" else None
    return None


def _summary(lattice: Lattice, row: int) -> bool:
    """总体评价一题。"""
    return any(word in lattice.rows[row][0].text + _label(lattice, row) for word in _OVERALL)


def _totals(lattice: Lattice, row: int) -> bool:
    return is_total(parsed(_label(lattice, row)).name)


def _label(lattice: Lattice, row: int) -> str:
    words = (c.text for c in lattice.rows[row] if content(c.text).state is State.WORDS)
    return next(words, "")


def _down(lattice: Lattice, marks: Iterable[tuple[int, Cell, str]]) -> Tally | None:
    """选项作行名：右边第一个整数是份数。"""
    counts: dict[str, int] = {}
    used: set[str] = set()
    where = ""
    for row, cell, name in marks:
        right = [c for c in lattice.rows[row] if c.column > cell.column]
        found = next((n for c in right if (n := _count(c)) is not None), None)
        if found is not None:
            counts[name] = found
            used |= {c.locator for c in right}
            where = where or cell.locator
    return Tally(counts, where, used=frozenset(used)) if len(counts) >= _FEWEST else None


def _raw(lattice: Lattice, options: frozenset[str]) -> Tally | None:
    """每行一份：各题的列里写着选项。"""
    head = min(lattice.rows)
    questions = [c for c in lattice.columns if _is_question(lattice, c, options)]
    rows = [
        row
        for row in lattice.rows
        if row > head and any(_answer(lattice, row, c, options) for c in questions)
    ]
    if not questions or len(rows) < _RAW_ROWS:
        return None
    rows = [row for row in lattice.rows if rows[0] <= row <= rows[-1]]
    complete = [r for r in rows if all(_answer(lattice, r, c, options) for c in questions)]
    valid = [r for r in complete if _marked_valid(lattice, r)]
    overall = [c for c in questions if any(w in _title(lattice, c, rows[0]) for w in _OVERALL)]
    asked = overall[-1:] or questions
    counts = Counter(_answer(lattice, row, column, options) for row in valid for column in asked)
    used = frozenset(c.locator for row in rows for c in lattice.rows[row])
    where = lattice.rows[rows[0]][0].locator
    return Tally(dict(counts), where, len(asked), len(rows), len(valid), used)


def _is_question(lattice: Lattice, column: int, options: frozenset[str]) -> bool:
    texts = [t for row in lattice.rows if (t := lattice.text(row, column))]
    answers = sum(parsed(t).name in options for t in texts)
    return answers >= _RAW_ROWS and answers * 10 >= len(texts) * 6


def _answer(lattice: Lattice, row: int, column: int, options: frozenset[str]) -> str:
    name = parsed(lattice.text(row, column)).name
    return name if name in options else ""


def _marked_valid(lattice: Lattice, row: int) -> bool:
    """有“是否有效”一列的，按它；没有的都算有效。"""
    head = min(lattice.rows)
    for column in lattice.columns:
        if lattice.text(head, column) in _VALID:
            return lattice.text(row, column) in _YES
    return True


def _title(lattice: Lattice, column: int, first: int) -> str:
    return "".join(lattice.text(row, column) for row in lattice.rows if row < first)


def _count(cell: Cell | None) -> int | None:
    """份数：不带 % 的整数。"""
    if cell is None:
        return None
    found = content(cell.text)
    whole = found.value == found.value.to_integral_value()
    counted = found.state is State.NUMBER and found.unit not in ("%", "‰") and whole
    return int(found.value) if counted and found.value >= 0 else None
