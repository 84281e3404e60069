"""增减：“较上年增加X万元，增长Y%”。X 是增减额，Y 是增减率，都不是本年数。"""

import re
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.reading.talk.amounts import Amount

_UP = "增加|增长|上升|提高|上涨|增幅|增|多|涨|高|升"
_DOWN = "减少|下降|降低|降幅|减幅|下滑|压减|节约|减|少|降|低"
_VERB = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:支出|收入|花|用|支|开支|付)?(?:了|额|率|幅度|幅)*(?:约?为|是|达到?|[:：])?\s?$"
)
_MOVED = re.compile(r"(?:增加|减少|增长|提高|下降|降低|压减|增|减|降|升|涨)了?(?:到|至)\s?$")
_BASE = re.compile(
    r"同比|(?:较|比|同|与|和|跟)[^，,。；;\d]{0,8}(?:上年|去年|上一年|前一年|年度?)|(?:较|比)\s?20\d\d"
)
_COMPARED = re.compile(
    r"(?:较|比|与|同|和)[^，,。；;]{0,4}(?:上年|去年|上一年)[^。；;，,]{0,20}(?:相比|比较)[，,][^，,。；;\d]{0,6}$"
)
_WRONG_BASE = re.compile(
    r"(?:较|比|同|与)[^，,。；;]{0,4}(?:年初|预算|计划|目标|任务|上月|上季|环比)|环比|每|人均"
)
_CLAUSE_BREAK = re.compile(r"[，；;。！!？?\n]")
_OPENS = re.compile(r"[\s，,、(]*")
_ONLY_SIGNS = re.compile(r"[\s、,，(/即]*(?:幅度|比例|降幅|增幅|减幅)?(?:为|是|约)?")


class Change(NamedTuple):
    """增减的方向：+1 或 -1。"""

    sign: int


def change_before(
    text: str, amount: Amount, raw: str, *, follows: bool, told: bool = False
) -> Change | None:
    """这个数是不是增减额或增减率。raw 是它前面到上一记号的文字；follows：前一个数已是增减。

    told：紧挨着的前一个数刚报了一项，“决算收入512.30万元，增长14.6%”不说与谁比，就是与上年比。
    """
    if amount.dimension is Dimension.RATIO and follows and _ONLY_SIGNS.fullmatch(raw):
        return Change(_last_sign(text[: amount.span.start]))
    verb = _VERB.search(raw)
    clause = _CLAUSE_BREAK.split(text[max(0, amount.span.start - 40) : amount.span.start])[-1]
    if verb is None or _WRONG_BASE.search(clause):
        return None
    based = _BASE.search(raw) or _BASE.search(clause) or _COMPARED.search(text[: amount.span.start])
    alone = told and amount.dimension is Dimension.RATIO and _OPENS.fullmatch(raw, 0, verb.start())
    if not (follows or based or alone):
        return None
    return Change(1 if verb["up"] else -1)


def _last_sign(before: str) -> int:
    ups = [m.start() for m in re.finditer(_UP, before)]
    downs = [m.start() for m in re.finditer(_DOWN, before)]
    return -1 if max(downs, default=-1) > max(ups, default=-1) else 1


def compared(raw: str) -> bool:
    """“比去年少花了”：说的是与别的年份比。"""
    return bool(_BASE.search(raw))


def moved_to(raw: str) -> bool:
    """“增加到”“降至”：后面的数是本年数。"""
    return bool(_MOVED.search(raw))
