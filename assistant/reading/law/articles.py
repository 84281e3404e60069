"""分条：条号依次递增；行首的“第三条规定的……”和别处抄来的条号不是新的一条。"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.reading.law.marks import Start, article, caption, division, is_contents
from assistant.reading.law.rows import Row

_SKIP = 0.4
_REACH = 400


class Provision(NamedTuple):
    """一条。number 如 第五十七条、一、（二）、附件1；chapter 是所在的编章节；text 一款一行。"""

    number: str
    chapter: str
    text: str


def articles(rows: Sequence[Row]) -> Iterator[Provision]:
    """各条，依次。第一条之前的不取。"""
    starts = dict(chain(rows))
    chapter, number = "", ""
    held: list[Row] = []
    divisions: dict[int, str] = {}
    for at, row in enumerate(rows):
        here = starts.get(at)
        quoting = bool(held) and held[-1].text.endswith(("：", ":"))
        above = None if row.table or row.joined or quoting else division(row)
        if (above or here) and number:
            yield Provision(number, chapter, joined(held))
            number, held = "", []
        if above:
            divisions = {rank: text for rank, text in divisions.items() if rank < above.rank}
            divisions[above.rank] = above.title
        elif here:
            number = here.number
            title, rest = caption(here.rest)
            held = [Row(rest)] if rest else []
            chapter = " ".join([*divisions.values(), *([title] if title else [])])
        elif number and not is_contents(row):
            held.append(row)
    if number:
        yield Provision(number, chapter, joined(held))


def chain(rows: Sequence[Row]) -> Iterator[tuple[int, Start]]:
    """哪几行真是条的开头：行首的“第…条”里，条号递增、跳号最少的最长一串。"""
    found = [(at, start) for at, row in enumerate(rows) if (start := article(row))]
    best: list[tuple[float, int]] = []
    for i, (_, here) in enumerate(found):
        score, above = (1.0 if here.place[0] == 1 else _SKIP if here.spaced else 0.0), -1
        for j in range(max(0, i - _REACH), i):
            gain = _gain(found[j][1], here)
            if gain and best[j][0] + gain > score:
                score, above = best[j][0] + gain, j
        best.append((score, above))
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    kept = []
    while at >= 0:
        kept.append(found[at])
        at = best[at][1]
    yield from reversed(kept)


def _gain(above: Start, here: Start) -> float:
    """一条接着另一条：下一个号、同号的之一得满分；跳号的须条号后面有空白，得分少。"""
    (number, bis), (last, bis_above) = here.place, above.place
    if (number == last + 1 and not bis) or (number == last and bis and bis != bis_above):
        return 1.0
    return _SKIP if number > last and here.spaced else 0.0


def joined(rows: Sequence[Row]) -> str:
    """连成文字：折断的行接上，其余一行一款。"""
    text = ""
    for row in rows:
        if not text:
            text = row.text
        elif row.joined:
            gap = " " if text[-1].isascii() and row.text[0].isascii() else ""
            text += gap + row.text
        else:
            text += "\n" + row.text
    return text
