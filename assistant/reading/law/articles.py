"""分条：条号依次递增；行首的“第三条规定的……”和别处抄来的条号不是新的一条。"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.reading.law.marks import Start, article, caption, division, is_contents
from assistant.reading.law.rows import Row

_SKIP = 0.4
BIS = ("", *"一二三四五六七八九十")


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
    ends: dict[tuple[int, str], int] = {}
    stairs: list[tuple[int, float, int]] = []
    for i, (_, here) in enumerate(found):
        score, above = _begun(here)
        for j, gain in _before(here, ends, stairs):
            if best[j][0] + gain > score:
                score, above = best[j][0] + gain, j
        best.append((score, above))
        held = ends.get(here.place)
        if held is None or best[held][0] < score:
            ends[here.place] = i
            _climb(stairs, here.place[0], score, i)
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    kept = []
    while at >= 0:
        kept.append(found[at])
        at = best[at][1]
    yield from reversed(kept)


def _begun(here: Start) -> tuple[float, int]:
    """以它起头的得分：从第一条起头最好。"""
    return (1.0 if here.place[0] == 1 else _SKIP if here.spaced else 0.0), -1


def _before(
    here: Start, ends: dict[tuple[int, str], int], stairs: list[tuple[int, float, int]]
) -> Iterator[tuple[int, float]]:
    """可以接在哪一条后面、得几分：下一个号、同号的之一得满分；跳号的须条号后面有空白，得分少。"""
    number, bis = here.place
    near = [(number, BIS[BIS.index(bis) - 1])] if bis in BIS[1:] else []
    near += [] if bis else [(number - 1, mark) for mark in BIS]
    for place in near:
        if place in ends:
            yield ends[place], 1.0
    step = bisect_left(stairs, (number,)) - 1
    if here.spaced and step >= 0:
        yield stairs[step][2], _SKIP


def _climb(stairs: list[tuple[int, float, int]], number: int, score: float, at: int) -> None:
    """条号越大得分越高的台阶：被盖过的拿掉，够不着的不放。"""
    where = bisect_left(stairs, (number,))
    if where and stairs[where - 1][1] >= score:
        return
    end = where
    while end < len(stairs) and stairs[end][1] <= score:
        end += 1
    stairs[where:end] = [(number, score, at)]


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
