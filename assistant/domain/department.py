"""部门整体指标表：在职人员控制率、三公经费变动率一类，由事实算出，按本地扣分办法计分。"""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assistant.domain.facts import Frozen


class Share(Frozen):
    """比率：part 各项之和 ÷ whole 各项之和。"""

    kind: Literal["share"] = "share"
    part: tuple[str, ...] = Field(min_length=1)
    whole: tuple[str, ...] = Field(min_length=1)


class Growth(Frozen):
    """变动率：（to 各项之和 - from 各项之和）÷ from 各项之和。"""

    kind: Literal["growth"] = "growth"
    to: tuple[str, ...] = Field(min_length=1)
    since: tuple[str, ...] = Field(min_length=1)


class Deduct(Frozen):
    """扣分：越过 limit（%）后，每 step 个百分点扣 points 分，按比例，扣完为止。

    side 为 over 表示高于 limit 扣，under 表示低于 limit 扣。
    """

    kind: Literal["deduct"] = "deduct"
    side: Literal["over", "under"]
    limit: Decimal
    step: Decimal = Decimal(1)
    points: Decimal


class Step(Frozen):
    """一档：不高于 at_most（%）得 points 分。"""

    at_most: Decimal
    points: Decimal


class Steps(Frozen):
    """分档：由低到高，都超过则得 0 分。"""

    kind: Literal["steps"] = "steps"
    steps: tuple[Step, ...] = Field(min_length=1)


class ByHand(Frozen):
    """本地没有明文办法，由人打分；只算出比率。"""

    kind: Literal["by_hand"] = "by_hand"


Measure = Annotated[Share | Growth, Field(discriminator="kind")]
Marking = Annotated[Deduct | Steps | ByHand, Field(discriminator="kind")]


class DepartmentIndicator(Frozen):
    """一个部门整体指标。formula 是中文算式。"""

    id: str
    name: str
    formula: str
    weight: Decimal
    measure: Measure
    marking: Marking


class DepartmentCase(Frozen):
    """例子：给出各键的值（同一计量单位），应得的比率（%）与得分。"""

    indicator: str
    values: dict[str, Decimal]
    rate: Decimal
    points: Decimal | None


class DepartmentTable(Frozen):
    """部门整体指标表。labels 是各键的名称，缺数时告诉人缺什么。"""

    id: str
    title: str
    basis: str
    verified: bool
    since: int
    labels: dict[str, str]
    indicators: tuple[DepartmentIndicator, ...]
    cases: tuple[DepartmentCase, ...] = Field(min_length=3)

    @model_validator(mode="after")
    def _closed(self) -> Self:
        known = {indicator.id for indicator in self.indicators}
        if len(known) != len(self.indicators):
            raise ValueError("部门整体指标编号有重复")
        used = {key for i in self.indicators for key in keys_of(i.measure)}
        if unnamed := used - set(self.labels):
            raise ValueError(f"这些键没有名称：{'、'.join(sorted(unnamed))}")
        if strange := {case.indicator for case in self.cases} - known:
            raise ValueError(f"例子用了没有的指标：{'、'.join(sorted(strange))}")
        return self


def keys_of(measure: Share | Growth) -> tuple[str, ...]:
    """算式用到的键。"""
    if isinstance(measure, Share):
        return (*measure.part, *measure.whole)
    return (*measure.to, *measure.since)
