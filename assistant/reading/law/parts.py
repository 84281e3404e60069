"""不分条的通知和附件：按“一、”“（一）”或“1.”切分；都没有的，按篇幅切成几段。"""

from collections.abc import Iterator, Sequence

from assistant.reading.law.articles import Provision, joined
from assistant.reading.law.marks import digit_part, part, subpart
from assistant.reading.law.ordinals import read
from assistant.reading.law.rows import Row

OPENING = "引言"
WHOLE = "全文"
CHUNK = 1200
_TITLE = 40


def parts(rows: Sequence[Row]) -> Iterator[Provision]:
    """一、之下若有（一），以（一）为一段，否则以一、为一段；没有“一、”的看“1.”。没有层次则为空。"""
    if any(found and read(found[1]) == 1 for found in map(part, rows)):
        yield from _parts(rows)
    elif sum(bool(digit_part(row)) for row in rows) > 2:
        yield from _digits(rows)


def whole(rows: Sequence[Row], name: str = WHOLE) -> Iterator[Provision]:
    """没有层次的文字：不长的一段，长的按篇幅分，从行的开头断。"""
    chunks: list[list[Row]] = [[]]
    size = 0
    for row in rows:
        if size + len(row.text) > CHUNK and chunks[-1]:
            chunks.append([])
            size = 0
        chunks[-1].append(row)
        size += len(row.text)
    for order, chunk in enumerate(chunks, 1):
        number = name if len(chunks) == 1 else f"{name}第{order}段"
        if chunk:
            yield Provision(number, "", joined(chunk))


def _parts(rows: Sequence[Row]) -> Iterator[Provision]:
    top, sub, title, number = 0, 0, "", OPENING
    held: list[Row] = []
    for row in rows:
        upper, lower = part(row), subpart(row) if top else None
        rises = upper is not None and read(upper[1]) == top + 1
        deepens = lower is not None and read(lower[1]) == sub + 1
        if (rises or deepens) and held:
            yield Provision(number, title if top else "", joined(held))
            held = []
        if rises and upper:
            top, sub, title = top + 1, 0, row.text[:_TITLE]
            number = f"{upper[1]}、"
        elif deepens and lower:
            sub += 1
            number = f"{number.partition('、')[0]}、（{lower[1]}）"
        held.append(row)
    if held:
        yield Provision(number, title, joined(held))


def _digits(rows: Sequence[Row]) -> Iterator[Provision]:
    last, number = 0, OPENING
    held: list[Row] = []
    for row in rows:
        found = digit_part(row)
        if found and int(found[1]) == last + 1:
            if held:
                yield Provision(number, "", joined(held))
            last, number, held = last + 1, f"{found[1]}.", []
        held.append(row)
    if held:
        yield Provision(number, "", joined(held))
