"""埋毛病的约定：每种改内容，返回应报的名称；每组是几个任一即可的名称。"""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from benchmarks.forms.content import Content
from benchmarks.forms.indicators import Indicator, half_up
from benchmarks.forms.template import Layout

Groups = tuple[tuple[str, ...], ...]
Plant = Callable[[Content, Layout], Groups | None]


class Fault(NamedTuple):
    """一种毛病：名称、埋法、版式须有的栏（几个任一即可的用竖线隔开）。"""

    name: str
    plant: Plant
    needs: tuple[str, ...] = ()


def plant(fault: Fault, made: Content, layout: Layout) -> Groups | None:
    """能埋就埋；版式缺栏时返回 None。"""
    for need in fault.needs:
        if not any(layout.has(key) for key in need.split("|")):
            return None
    return fault.plant(made, layout)


def position(made: Content, *kinds: str) -> int:
    """这几种里的第一个指标。"""
    return next((at for at, row in enumerate(made.rows) if row.kind in kinds), -1)


def partly_done(made: Content, row: Indicator, share: Fraction) -> None:
    """完成目标的一部分，得分与原因照实。"""
    goal = Fraction(row.goal)
    done = goal * share
    row.bare = f"{half_up(done)}"
    row.actual = row.bare + row.goal_unit
    row.points = half_up(Fraction(row.weight) * Fraction(row.bare) / goal)
    row.printed, row.reason = row.points, "供货厂家交货晚于合同约定；按周催办"
    row.ratio = share


def settled(made: Content, groups: Groups) -> Groups:
    """印出的总分、权重、等级和完成情况跟着改过的指标走。"""
    first = made.rows[0]
    if "达到" in made.done:
        made.done = f"按计划实施，{first.name}达到{first.bare}{first.goal_unit}，其余任务按期完成。"
    made.settle()
    return groups


def reason_key(layout: Layout) -> str:
    """原因栏的名称。"""
    return "reason" if layout.has("reason") else "cause"
