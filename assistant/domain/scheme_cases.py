"""评分方案的例子：写在方案旁边，测试和 jigao scheme check 都会执行。"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from assistant.domain.facts import Frozen


class IndicatorCase(Frozen):
    """一个指标应得的分。points 为空表示须由人打分；review 是应当标记的复核原因。"""

    kind: Literal["indicator"]
    say: str
    level: str = "产出指标"
    target: str
    actual: str
    weight: Decimal
    points: Decimal | None
    review: tuple[str, ...] = ()


class ExecutionCase(Frozen):
    """一笔资金的执行率（%）与得分。accepts 是核对别人的表时也认可的得分。"""

    kind: Literal["execution"]
    say: str
    initial: Decimal = Decimal(0)
    adjusted: Decimal
    executed: Decimal
    rate: Decimal
    points: Decimal
    accepts: tuple[Decimal, ...] = ()
    explain: bool = False


class TierCase(Frozen):
    """定性指标选了一档以后，各个得分是否在档内。"""

    kind: Literal["tier"]
    say: str
    option: str
    weight: Decimal
    allowed: tuple[Decimal, ...] = ()
    refused: tuple[Decimal, ...] = ()


class GradeCase(Frozen):
    """得分所在的档；先四舍五入到两位。"""

    kind: Literal["grade"]
    score: Decimal
    grade: str


class TotalCase(Frozen):
    """总分的附加规则：各项得分之和经封顶和扣减后的总分。overshoots 是超额达到倍数的指标数。"""

    kind: Literal["total"]
    say: str
    points: Decimal
    rate: Decimal
    overshoots: int = 0
    total: Decimal


Case = Annotated[
    IndicatorCase | ExecutionCase | TierCase | GradeCase | TotalCase, Field(discriminator="kind")
]
