"""写在一格里的几样：名称和指标值、名称末尾的分值、一二级指标；写成百分数的权重。"""

import re
from decimal import Decimal

from assistant.domain.forms import Told
from assistant.domain.grid import Grid
from assistant.reading.forms.text import plain, squeezed
from assistant.reading.forms.view import Head

_NAME_TARGET = re.compile(
    r"^(?P<name>.+?)(?:[（(](?P<inside>[^（()）]*(?:[（(][^（()）]*[)）])?[^（()）]*)[)）]|(?P<after>[≥≤＝=><].+))$",
    re.DOTALL,
)
_JOINED = re.compile(r"^(?P<one>[一-龥]{2,6})[—\-/·、>]+(?P<two>[一-龥]{2,10})$")
NAME_WEIGHT = re.compile(r"[(（](\d+(?:\.\d+)?)分[)）]$")


def apart(both: Told) -> tuple[Told, Told]:
    """写在一格的名称和指标值：“合格率（≥95%）”“培训场次≥20场”。"""
    match = _NAME_TARGET.match(plain(both.text))
    if match is None:
        return both, both._replace(text="")
    target = match["inside"] or match["after"]
    return both._replace(text=match["name"]), both._replace(text=target)


def share(weight: Told | None) -> Told | None:
    """写成百分数的权重：格里存的是0.15，印的是15%，分值是15。"""
    if weight is not None and weight.shown is not None and "%" in plain(weight.text):
        return weight._replace(number=weight.shown)
    return weight


def weight_in_name(name: Told | None) -> Told | None:
    """没有分值一栏时，写在名称末尾的分值：合格率（10分）。"""
    match = NAME_WEIGHT.search(squeezed(name.text)) if name else None
    if name is None or match is None:
        return None
    return name._replace(number=Decimal(match[1]), shown=Decimal(match[1]))


def levels(grid: Grid, row: int, head: Head, carried: tuple[str, str]) -> tuple[str, str]:
    """一二级指标：合并格或空白沿用上一行；一级换了，二级不沿用。"""
    one, two = (
        squeezed(grid.text(row, head.columns[role])) if role in head.columns else ""
        for role in ("level_one", "level_two")
    )
    if not two and (joined := _JOINED.match(one)):
        one, two = joined["one"], joined["two"]
    if one and one != carried[0]:
        return one, two
    return one or carried[0], two or carried[1]
