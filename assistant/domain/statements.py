"""断言：成文里的一句话所声称的数量关系，读出来、还没有判断。"""

from enum import StrEnum
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity


class Relationship(StrEnum):
    """断言声称的关系。"""

    YOY_AMOUNT = "yoy_amount"
    YOY_PERCENT = "yoy_percent"
    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    EXECUTION_RATE = "execution_rate"
    SCORE_SUM = "score_sum"
    AVERAGE = "average"
    COUNT = "count"
    GRADE = "grade"
    SAME_AS = "same_as"
    OTHER = "other"


class Verdict(StrEnum):
    """判断。"""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    UNVERIFIABLE = "unverifiable"


class Mention(NamedTuple):
    """文中出现的一个数量。

    approximate：近、约、余、左右 之类使它不精确；qualifier 是那个词，也可能是界限（以上、不足）。
    span 含符号、数字和单位，不含约数词。
    """

    quantity: Quantity
    span: Span
    approximate: bool = False
    qualifier: str = ""


class Operand(NamedTuple):
    """断言的一个运算数。role：current、prior、change、part、whole、budget、actual …"""

    role: str
    quantity: Quantity
    span: Span


class Statement(NamedTuple):
    """一条断言。span 是整句；stated 是所声称的结果。"""

    relationship: Relationship
    operands: tuple[Operand, ...]
    stated: Operand
    span: Span
    verdict: Verdict
    expected: str = ""
    cause: str = ""
