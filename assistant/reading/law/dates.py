"""日期：通过、公布、修订的日子和施行的日子。写不成日期的（二月三十日）跳过。"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from assistant.reading.law.ordinals import DIGITS, read

_HANZI = "〇零一二三四五六七八九十"
_DAY = re.compile(
    rf"(\d{{4}}|[〇零一二三四五六七八九]{{4}})\s*年\s*(\d{{1,2}}|[{_HANZI}]{{1,3}})\s*月\s*"
    rf"(\d{{1,2}}|[{_HANZI}]{{1,3}})\s*日"
)
_DASHED = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_STARTS = re.compile(rf"自\s*({_DAY.pattern})\s*(?:起|之日起)?\s*(?:正式)?(?:施行|执行|实施|生效)")
_ON_ISSUE = re.compile(
    r"自(?:公布|发布|印发|颁布|下发|批准|通过)之日起\s*(?:满?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[日天]\s*后)?\s*"
    r"(?:起)?(?:正式)?(?:施行|执行|实施|生效)"
)
_ABOUT = re.compile(r"(20\d{2})年度?(?!至|-)")
_SHORT = 14
_FORCE = re.compile(r"施行|实施|执行|生效")
_PASSED = re.compile(r"通过|修正|修订|公布|发布|印发|批准|颁布")


class Effect(NamedTuple):
    """施行。assumed：文中没有写明，按最近一次通过、修订的日子推定。"""

    version: date | None
    start: date | None
    assumed: bool


def days(text: str) -> Iterator[date]:
    """文中的日期，依次。"""
    for match in _DAY.finditer(text):
        yield from _date(*match.groups()[:3])


def impossible(line: str) -> Iterator[str]:
    """写成了日期而历上没有这一天的，照写的给出。"""
    for match in _DAY.finditer(line):
        if not any(_date(*match.groups()[:3])):
            yield match[0]


def signed(lines: Sequence[str]) -> date | None:
    """落款的日子：只有日期的一行，取最后一处。"""
    found = [day for line in lines if len(line) <= _SHORT for day in days(line)]
    return found[-1] if found else None


def named(name: str) -> date | None:
    """文件名里的日期，如 某法(2018-12-29)。"""
    return next((day for m in _DASHED.finditer(name) for day in _date(*m.groups())), None)


def effect(head: Sequence[str], tail: Sequence[str], name: str = "") -> Effect:
    """Head 是正文以前的各行，tail 是末几条和落款的各行，name 是文件名。

    修正文本的末条写的仍是最初的施行日，早于本版本的不取。
    """
    passed = [day for line in head for day in _passed(line)]
    passed += [day for day in (named(name),) if day]
    version = max(passed, default=None) or signed(tail)
    said = [day for line in head for day in _in_force(line)]
    said += [day for line in tail for day in _in_force(line)]
    fitting = [day for day in said if version is None or day >= version]
    if fitting:
        return Effect(version, max(fitting), assumed=False)
    issued = version and any(_ON_ISSUE.search(line) for line in (*head, *tail)) and not said
    if issued and version:
        return Effect(version, version + _wait((*head, *tail)), assumed=False)
    return Effect(version, version, assumed=version is not None)


def about_last_year(when: Effect, title: str) -> Effect:
    """讲上一年度的事的通知：推定从那一年度的头一天管起，写那一年的报告才查得到它。"""
    year = next((int(match[1]) for match in _ABOUT.finditer(title)), 0)
    if when.assumed and when.version and when.version.year == year + 1:
        return when._replace(start=date(year, 1, 1))
    return when


def _passed(line: str) -> Iterator[date]:
    """通过、公布、修订的日子；叙述的句子里提到的别的日子不算。"""
    rest = _STARTS.sub("", line)
    telling = "。" in line and "现予" not in line and not line.startswith(("（", "("))
    leading = _DAY.match(rest.lstrip("（( ")) and not _FORCE.search(rest)
    if not telling and (_PASSED.search(rest) or leading):
        yield from days(rest)


def _in_force(line: str) -> Iterator[date]:
    found = [day for match in _STARTS.finditer(line) for day in days(match[0])]
    if found:
        yield max(found)
    elif _FORCE.search(line) and not _PASSED.search(line) and len(line) <= 24:
        yield from days(line)


def _wait(lines: Iterable[str]) -> timedelta:
    for line in lines:
        if (match := _ON_ISSUE.search(line)) and match[1]:
            return timedelta(days=read(match[1]))
    return timedelta()


def _date(year: str, month: str, day: str) -> Iterator[date]:
    try:
        yield date(_year(year), read(month), read(day))
    except ValueError:
        return


def _year(text: str) -> int:
    return int(
        "".join(str(DIGITS.index(c.replace("〇", "零"))) if c in _HANZI else c for c in text)
    )
