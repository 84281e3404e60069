"""年份词：一个数说的是哪一年。上年、去年、2022年、22年、二〇二二年；“较上年”是比较，不是年份。"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.labels import Label
from assistant.reading.text.numerals import numeral

_RELATIVE = {
    "上上年": -2, "前年": -2,
    "上年度": -1, "上一年度": -1, "上一年": -1, "上年": -1, "去年": -1, "前一年": -1, "去年子": -1,
    "现在": 0, "如今": 0, "今年子": 0,
    "本年度": 0, "本年": 0, "今年": 0, "当年": 0, "报告年度": 0, "评价年度": 0,
    "下年度": 1, "下一年": 1, "下年": 1, "明年": 1, "来年": 1, "次年": 1,
}  # fmt: skip
_WORD = "|".join(sorted(_RELATIVE, key=len, reverse=True))
_YEAR = re.compile(
    rf"(?P<base>(?:相?较于?|比起?|同|与|和|跟)(?=[^，,。；;]{{0,6}}?(?:{_WORD}|年)))?"
    rf"(?:(?P<word>{_WORD})|(?P<full>20\d\d|(?:19|21)\d\d(?=[ \t]?年)|"
    rf"[二2][〇零0O○][一二1-2][〇零○一二三四五六七八九\d])"
    rf"[ \t]?年度?|(?<!\d)(?P<short>[12]\d)年度?)"
    rf"(?:末|底|初)?"
)
_COMPARED = re.compile(
    r"(?:相比|同期|比)?[^，,。；;\d]{0,10}?(?:增|减|升|降|多|少|涨|提高|持平|长|落|相比|一样)"
)
_AND = re.compile(r"[\s、，,和与及]*")
_TRAILING = re.compile(
    rf"(?:这|那|以上|上面|上述|前面|刚才|全)?(?:些|个|几个|段)?(?:数据?|都|也|还)?(?:是|属于?|指)(?:我们|咱们?|我局)?"
    rf"(?P<year>{_WORD}|20\d\d年度?|\d\d年度?)的"
)


class YearMark(NamedTuple):
    """年份词。base：只是比较的基数（较上年增加）；against：前有较、比，如“比去年的 A 增加”。"""

    year: int
    span: Span
    base: bool = False
    against: bool = False


def year_marks(text: str, year: int, masked: tuple[Span, ...] = ()) -> tuple[YearMark, ...]:
    """text（已 fold）里的年份词；落在口径名里的（上年结转）不算。year 是报告年度。"""
    marks = []
    for match in _YEAR.finditer(text):
        start = match.end("base") if match["base"] else match.start()
        if any(span.start <= start < span.end for span in masked):
            continue
        if (meant := _meant(match, year)) is not None:
            base = bool(match["base"]) and bool(_COMPARED.match(text, match.end()))
            span = Span(match.start(), match.end())
            marks.append(YearMark(meant, span, base, bool(match["base"])))
    return tuple(marks)


def _meant(match: re.Match[str], year: int) -> int | None:
    if match["word"]:
        return year + _RELATIVE[match["word"]]
    if match["short"]:
        meant = 2000 + int(match["short"])
        return meant if abs(meant - year) <= 5 else None
    value = numeral(match["full"].replace("O", "0"))
    return int(value) if value is not None else None


def trailing_year(text: str, year: int) -> int | None:
    """话尾交代的年份：“这是去年的”“以上都是2022年的”。没有则为 None。"""
    found = list(_TRAILING.finditer(text))
    inner = _YEAR.match(found[-1]["year"]) if found else None
    return _meant(inner, year) if inner else None


class YearRun(NamedTuple):
    """并列的几个年份：2021年、2022年、2023年。"""

    years: tuple[int, ...]
    span: Span


def year_runs(text: str, marks: Sequence[YearMark]) -> tuple[YearRun, ...]:
    """两个以上紧挨着的年份。"""
    runs: list[YearRun] = []
    for mark in marks:
        last = runs[-1] if runs else None
        if last and _AND.fullmatch(text, last.span.end, mark.span.start):
            span = Span(last.span.start, mark.span.end)
            runs[-1] = YearRun((*last.years, mark.year), span)
        else:
            runs.append(YearRun((mark.year,), mark.span))
    return tuple(run for run in runs if len(run.years) > 1)


def years_beside(runs: Sequence[YearRun], label: Label, amount: Amount) -> tuple[int, ...]:
    """紧挨着口径名、或在名称和数之间的一串年份；没有为空。"""
    return next(
        (
            run.years
            for run in runs
            if run.span.end <= amount.span.start
            and 0 <= max(label.span.start - run.span.end, run.span.start - label.span.end) <= 2
        ),
        (),
    )
