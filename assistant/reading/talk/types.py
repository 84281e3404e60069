"""读话的输入和结果。"""

from typing import NamedTuple

from assistant.domain.facts import Value
from assistant.domain.findings import Span


class Known(NamedTuple):
    """已经提出或确认的一个值。"""

    key: str
    year: int
    value: Value


class Context(NamedTuple):
    """读这段话之前的情形。

    bureau  本单位全称；别的单位的数不记
    asked   刚问的地址，可带 .prior；先问的在前
    open    说过而没有准数的地址，最近说的在后
    known   已经提出或确认的值，最近的在后
    """

    bureau: str = ""
    asked: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()

    def value(self, key: str, year: int) -> Value | None:
        """已知的值，最近的优先。"""
        found = [known.value for known in self.known if (known.key, known.year) == (key, year)]
        return found[-1] if found else None


class Proposal(NamedTuple):
    """提出的一条事实。

    quote    原话里的一段，逐字
    span     quote 在原话里的位置
    sure     为假时请办事人员多看一眼（如没写单位、按上下文推断的年份）
    corrects 说话人说它更正的旧值
    """

    key: str
    year: int
    value: Value
    quote: str
    span: Span
    sure: bool = True
    corrects: Value | None = None


class Rejection(NamedTuple):
    """看见而不记的一处。key 是认出的地址（约数之类），没认出为空。"""

    quote: str
    why: str
    span: Span
    key: str = ""


class Settled(NamedTuple):
    """各个数的去处汇成的：提出的和不记的。"""

    proposals: tuple[Proposal, ...]
    rejected: tuple[Rejection, ...]
