"""评分方案：某地某年怎样给项目自评打分。全部是数据，连同依据、是否核实和可执行的例子。"""

from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from assistant.domain.facts import Frozen
from assistant.domain.locality import GradeScale
from assistant.domain.scheme_cases import Case

Base = Literal["adjusted", "initial"]


class RateBand(Frozen):
    """执行率的一档：执行率（%）达到 at_least 得 points 分。"""

    at_least: Decimal
    points: Decimal


class ExecutionRule(Frozen):
    """预算执行率得分的规则。

    weight            执行率的分值；表内印有分值时以表为准
    rule              linear 按比例；banded 按档
    rate_places       执行率（%）印几位小数；得分由印出的执行率计算
    above_100         允许执行率超过100%（得分仍以分值为限）
    zero_is_full      预算与执行都是0时按100%计；否则按0计
    explain_below     执行率（%）低于此数须说明原因
    """

    weight: Decimal
    rule: Literal["linear", "banded"] = "linear"
    bands: tuple[RateBand, ...] = ()
    rate_places: int = 2
    above_100: bool = False
    zero_is_full: bool = False
    explain_below: Decimal | None = None
    basis: str

    @model_validator(mode="after")
    def _banded(self) -> Self:
        edges = [band.at_least for band in self.bands]
        if (self.rule == "banded") != bool(edges):
            raise ValueError("rule: banded 与 bands 须同时出现")
        if edges and (edges != sorted(set(edges), reverse=True) or edges[-1] != 0):
            raise ValueError("执行率分档须由高到低、互不相同，最低一档从 0 起")
        return self


class Tier(Frozen):
    """定性指标的一档。分值的百分数在 [at_least, below) 内；top 为真时上端可取到。"""

    name: str
    words: tuple[str, ...] = Field(min_length=1)
    at_least: Decimal
    below: Decimal
    top: bool = False


class ReviewRule(Frozen):
    """超额完成与偏差的处理。自动分不因此改变：要减由人减，并写明理由。

    over_times      实际完成值达到目标值的这么多倍，须说明原因
    over_zero       目标值为0时，实际完成值达到此数即须说明
    le_over_target  “≤”指标超过目标值时须复核
    eq_not_target   “=”指标不等于目标值时须复核
    open_to_hand    被标记的指标允许人改分（须有理由）；其余定量得分锁定
    """

    over_times: Decimal | None = None
    over_zero: Decimal | None = None
    le_over_target: bool = False
    eq_not_target: bool = False
    open_to_hand: bool = False
    basis: str


class Cap(Frozen):
    """执行率（%）低于 rate_below 时，总分不超过 at_most。"""

    rate_below: Decimal
    at_most: Decimal


class TotalRule(Frozen):
    """对总分的附加规则：执行率封顶；超出目标值达 over_times 倍的每项减 deduct 分。"""

    caps: tuple[Cap, ...] = ()
    over_times: Decimal | None = None
    deduct: Decimal = Decimal(0)
    basis: str


class ClassWeight(Frozen):
    """一类一级指标的分值。names 里的几类合计 weight 分。"""

    names: tuple[str, ...] = Field(min_length=1)
    weight: Decimal


class Scheme(Frozen):
    """评分方案。verified 为假的依据只是转述，不得当作引文示人。

    since        自哪个年度起
    total        满分
    classes      各类一级指标的分值；为空表示由单位自定，只要求合计等于满分
    cost_at_most 成本指标的分值上限（有的地方规定）
    department   部门整体指标表的编号；为空表示没有
    """

    id: str
    title: str
    basis: str
    verified: bool
    since: int
    total: Decimal = Decimal(100)
    execution: ExecutionRule
    classes: tuple[ClassWeight, ...] = ()
    tiers: tuple[Tier, ...] = Field(min_length=2)
    review: ReviewRule
    total_rule: TotalRule | None = None
    cost_at_most: Decimal | None = None
    grades: GradeScale
    department: str = ""
    note: str = ""
    cases: tuple[Case, ...] = Field(min_length=3)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        parts = sum((c.weight for c in self.classes), self.execution.weight)
        if self.classes and parts != self.total:
            raise ValueError(f"各类分值与执行率分值合计 {parts}，应为 {self.total}")
        return self

    def tier_of(self, text: str) -> Tier | None:
        """实际完成情况所选的档次；不是任何一档时为 None。"""
        return next((t for t in self.tiers if text in (t.name, *t.words)), None)
