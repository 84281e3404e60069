"""勾稽关系：写一次，用两次。没人报的数由它算，有人报的数由它核。

关系是大纲里的一行数据，不是代码。线性关系（合计、差额）可以倒推任一缺项；
比率只由分子分母算出，不倒推，因为印出的比率已经过取舍。
"""

from typing import Annotated, Literal

from pydantic import Field

from assistant.domain.facts import Frozen


class Total(Frozen):
    """合计：figure = of 各项之和，再加 optional 中有人报过的项。

    optional 是多数单位没有的项：没报按 0 算；只在它们没报齐时出现的差额不算确定的矛盾。
    """

    kind: Literal["total"] = "total"
    figure: str
    of: tuple[str, ...] = Field(min_length=1)
    optional: tuple[str, ...] = ()
    basis: str


class Difference(Frozen):
    """差额：figure = minuend - subtrahend。"""

    kind: Literal["difference"] = "difference"
    figure: str
    minuend: str
    subtrahend: str
    basis: str


class Ratio(Frozen):
    """比率：figure = part ÷ whole。"""

    kind: Literal["ratio"] = "ratio"
    figure: str
    part: str
    whole: str
    basis: str


class SameAs(Frozen):
    """恒等：两项应当相等。"""

    kind: Literal["same_as"] = "same_as"
    figure: str
    other: str
    basis: str


class AtMost(Frozen):
    """上限：figure ≤ limit。只核不算。"""

    kind: Literal["at_most"] = "at_most"
    figure: str
    limit: str
    basis: str


Relation = Annotated[Total | Difference | Ratio | SameAs | AtMost, Field(discriminator="kind")]

_YEARLY_BASIS = "增减额 = 本年数 - 上年数；增减率 = 增减额 ÷ 上年数"


def yearly(key: str) -> tuple[Relation, ...]:
    """一个逐年比较的字段自带的两条关系：增减额，增减率（以上年数为基数）。"""
    return (
        Difference(
            figure=f"{key}.change", minuend=key, subtrahend=f"{key}.prior", basis=_YEARLY_BASIS
        ),
        Ratio(
            figure=f"{key}.change_rate",
            part=f"{key}.change",
            whole=f"{key}.prior",
            basis=_YEARLY_BASIS,
        ),
    )
