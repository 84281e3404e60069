"""事实·日期：不存在的日期、起讫颠倒、完工早于开工。"""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.checks.texts import Hit, fault_at, hits
from assistant.domain.findings import Fault

_DATE = (
    r"(?P<y{0}>(?:19|20)\d\d)(?:年(?P<m{0}>\d{{1,3}})月(?:(?P<d{0}>\d{{1,3}})日)?"
    r"|(?P<s{0}>[-./])(?P<n{0}>\d{{1,2}})(?P=s{0})(?P<e{0}>\d{{1,2}})(?!\d))"
)
_ONE = re.compile(_DATE.format(1))
_RANGE = re.compile(
    rf"{_DATE.format(1)}(?:至|到|—{{1,2}}|-|–|～|~|起至)(?:(?P<again>\d{{1,2}})月|{_DATE.format(2)})"
)
_SPELL = re.compile(
    r"(?<![年\d])(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:至|到|—{1,2}|-|–|～|~)(?P=m1)月(?P<d2>\d{1,2})日"
)
_BARE = re.compile(r"(?<![年\d.第])(?P<m>\d{1,2})月(?P<d>\d{1,3})日")
_LEAP = 2024
_STARTED = "开工|动工|启动|开始|进场|立项|批复|签订|签约|下达|印发|成立|招标|中标"
_ENDED = "完工|竣工|验收|完成|结束|投入使用|交付|撤场|办结"
_STAGES = re.compile(
    rf"{_DATE.format(1)}[^。；\d]{{0,10}}?(?:{_STARTED})[^。；]{{0,24}}?"
    rf"{_DATE.format(2)}[^。；\d]{{0,10}}?(?:{_ENDED})"
)


class Day(NamedTuple):
    """年月日；没写日的为 0。"""

    year: int
    month: int
    day: int

    @property
    def real(self) -> bool:
        """有没有这一天。"""
        if not 1 <= self.month <= 12:
            return False
        return 0 <= self.day <= monthrange(self.year, self.month)[1]

    def before(self, other: "Day") -> bool:
        """确实在另一天之前；同年同月而有一个没写日的不算。"""
        if (self.year, self.month) != (other.year, other.month):
            return (self.year, self.month) < (other.year, other.month)
        return 0 < self.day < other.day


@rule("FCT107", "impossible-date", MUST)
def impossible_date(dossier: Dossier) -> Iterator[Fault]:
    """没有这一天。

    依据：一年十二个月，各月天数有定。
    错例：
        项目于2023年13月完工。

        截至2023年11月31日，资金全部拨付。

        3月32日形成初稿。

        实施期为2023年1月至13月。
    正例：
        截至2023年11月30日，资金全部拨付，2月29日、3月31日形成初稿。
    """
    for hit in hits(dossier, _ONE):
        if not _day(hit.match, 1).real:
            said = hit.match.group()
            yield fault_at(hit, f"没有“{said}”这一天，多半是数字换位或多打一位。")
    for hit in hits(dossier, _RANGE):
        if hit.match["again"] and int(hit.match["again"]) not in range(1, 13):
            said = hit.match.group()
            yield fault_at(hit, f"“{said}”：没有{hit.match['again']}月，多半是数字换位或多打一位。")
    for hit in hits(dossier, _BARE, "日"):
        if not Day(_LEAP, int(hit.match["m"]), int(hit.match["d"])).real:
            said = hit.match.group()
            yield fault_at(hit, f"没有“{said}”这一天，多半是数字换位或多打一位。")


@rule("FCT108", "dates-out-of-order", MUST)
def dates_out_of_order(dossier: Dossier) -> Iterator[Fault]:
    """起讫日期颠倒，或完工、验收早于开工。

    依据：先有起后有讫，先开工后完工。
    错例：
        评价期间为2023年12月至2023年3月。

        3月11日至3月5日为实施阶段。

        项目于2024年3月10日进场，2024年2月25日完成。
    正例：
        评价期间为2023年3月至2023年12月，2023年11月至次年2月为农闲期；3月11日至3月25日为实施阶段。

        项目于2024年3月10日进场，2024年4月25日完成。
    """
    seen: set[int] = set()
    for pattern, cues in ((_RANGE, ()), (_STAGES, _ENDED.split("|"))):
        for hit in hits(dossier, pattern, *cues):
            start, end = _day(hit.match, 1), _end(hit)
            if end is None or not (start.real and end.real and end.before(start)):
                continue
            if hit.span.start not in seen:
                seen.add(hit.span.start)
                yield _reversed(hit)
    for hit in hits(dossier, _SPELL, "日"):
        if int(hit.match["d2"]) < int(hit.match["d1"]):
            yield _reversed(hit)


def _reversed(hit: Hit) -> Fault:
    said = hit.match.group()
    return fault_at(hit, f"“{said}”里后一个日期早于前一个，请核对是否写反，或数字换位、漏位。")


def _day(match: re.Match[str], which: int) -> Day:
    """第几个日期。"""
    month = match[f"m{which}"] or match[f"n{which}"]
    day = match[f"d{which}"] or match[f"e{which}"]
    return Day(int(match[f"y{which}"]), int(month), int(day or 0))


def _end(hit: Hit) -> Day | None:
    """讫的日期；没写年份的（11月至2月）可能跨年，不算。"""
    return _day(hit.match, 2) if hit.match["y2"] else None
