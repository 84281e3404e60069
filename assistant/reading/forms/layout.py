"""自评表的版面：表头在哪几行、一张表里有几份自评表。"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.reading.forms.guessing import filled, guessed_heads
from assistant.reading.forms.text import squeezed
from assistant.reading.forms.view import INDICATORS, MONEY, SUMMARY, Head, Kind, View
from assistant.reading.forms.words import PROJECT_LABELS

_TITLE = re.compile(
    r"^(?!注|说明|备注).{0,40}(?:自评价?|自我评价|绩效评价)(?:情况|打分|评分|复核|报告|结果|评价)*表(?:\W|$)"
)


class Region(NamedTuple):
    """一份自评表占的行列范围，及其中的资金表头与指标表头（可因分页重复）。"""

    top: int
    bottom: int
    left: int
    right: int
    money: tuple[Head, ...]
    indicators: tuple[Head, ...]


def indicator_heads(view: View) -> list[Head]:
    """全部指标表头，自上而下。至少要有名称、指标值，及分值或得分；没有合常用说法的则推断。"""
    told = [head for head in _heads(view, INDICATORS) if _scores(head)]
    if told:
        return [filled(view, head, INDICATORS) for head in told]
    return [head for head in guessed_heads(view, INDICATORS) if _scores(head)]


def _scores(head: Head) -> bool:
    return bool({"weight", "points"} & set(head.columns))


def money_heads(view: View) -> list[Head]:
    """全部资金表头；没有合常用说法的则推断。"""
    told = list(_heads(view, MONEY))
    if told:
        return [filled(view, head, MONEY) for head in told]
    return list(guessed_heads(view, MONEY))


def summary_heads(view: View) -> list[Head]:
    """全部汇总表头：有项目名称一栏，另有得分或资金两栏以上。"""
    return [
        head for head in _heads(view, SUMMARY) if "points" in head.columns or len(head.columns) >= 4
    ]


def _heads(view: View, kind: Kind) -> Iterator[Head]:
    after = 0
    for row in view.rows:
        if row <= after:
            continue
        head = view.head_at(row, kind)
        if head is not None:
            after = head.last
            yield head


def regions(view: View) -> list[Region]:
    """一张格子里的各份自评表。"""
    heads, money = indicator_heads(view), money_heads(view)
    starts = _starts(view, heads)
    found = []
    for number, top in enumerate(starts):
        bottom = starts[number + 1] - 1 if number + 1 < len(starts) else view.last
        mine = tuple(h for h in heads if top <= h.first <= bottom)
        funds = tuple(h for h in money if top <= h.first <= bottom)
        found.append(Region(top, bottom, view.left, view.right, funds, mine))
    return found


def _starts(view: View, heads: list[Head]) -> list[int]:
    """各份表的起始行：每个新开的表头之上最近的标题或项目名称。"""
    starts: list[int] = []
    floor = 0
    for head in heads:
        begin = _start_above(view, floor, head.first)
        if begin is None and starts:
            floor = head.last
            continue
        starts.append(begin if begin is not None else min(view.rows))
        floor = head.last
    return starts


def _start_above(view: View, floor: int, head: int) -> int | None:
    """在 floor 与 head 之间最早的标题行；没有标题则是项目名称行。"""
    rows = [row for row in view.rows if floor < row < head]
    for row in rows:
        if any(_TITLE.search(squeezed(c.text)) for c in view.rows[row]):
            return row
    return next((row for row in rows if view.label_row(row, PROJECT_LABELS)), None)
