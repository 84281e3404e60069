"""没有就是零：“因公出国没有发生”“没买车”。只对大纲写明可以没有的字段作数。"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount

_TAIL = r"(?:了|的|过|钱|支出|费用|经费|一分钱?)*(?=[\s，,。；;、！!)]|$)"
_NOT_ONE = re.compile(r"[一1半][个辆台人名分块件次批项栋](?:钱)?(?:都|也)(?=[没未无不])")
_AFTER_NAME = re.compile(
    r"(?:一分钱?|[一半][个辆台人名件次批项栋])?[都也]?(?:没有发生|没有花|没有支出|没发生|没花|没搞|没做|未发生|未支出|未列支|无支出|没有|为零|是零|没|无|"
    rf"(?<![一二三四五六七八九十百千万点\d])零){_TAIL}"
)
_BEFORE_NAME = re.compile(
    r"(?<![有还])(?:没有发生|没发生|未发生|未安排|没安排|未列支|没有|没|无|未)(?:任何|过)?"
    r"(?=[^，,。；;\d]{1,14})"
)


def counted(text: str, found: Iterable[Amount]) -> Iterator[Amount]:
    """真是数的：“一辆都没有”“一个也不算”里的一不是数。"""
    for amount in found:
        if not _NOT_ONE.match(text, amount.span.start):
            yield amount


def zeros(text: str) -> tuple[Amount, ...]:
    """“没有”读成的零，unit 为空，none 为真。说在名称前后都认。"""
    after = [Span(m.start(), m.end()) for m in _AFTER_NAME.finditer(text)]
    before = [Span(m.start(), m.end()) for m in _BEFORE_NAME.finditer(text)]
    ahead = [s for s in before if not any(o.start <= s.start < o.end for o in after)]
    found = [Amount(Decimal(0), "", span, none=True) for span in after]
    found += [Amount(Decimal(0), "", span, none=True, ahead=True) for span in ahead]
    return tuple(sorted(found, key=lambda zero: zero.span))
