"""问卷到事实：满意度连同算式；逐份登记的另有收回、有效份数。材料自己写的满意度拿来核对。"""

from collections.abc import Sequence
from decimal import Decimal

from assistant.domain.document import Document
from assistant.domain.intervals import Interval
from assistant.domain.quantities import Quantity
from assistant.reading.accounts.cells import content
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.types import Break, Found, Taken
from assistant.reading.materials.questionnaires import Share, Tally, shares, tallies

SATISFACTION = "survey.satisfaction"


def with_survey(found: Found, document: Document, names: Names, year: int) -> Found:
    """加上由问卷得出的；found 是表格和正文里已经读到的。"""
    for tally in tallies(document, names.chart.survey):
        found = _with(found, tally, names, year)
    return found


def _with(found: Found, tally: Tally, names: Names, year: int) -> Found:
    ways = shares(tally, names.chart.survey)
    unread = tuple(u for u in found.unread if u.locator not in tally.used)
    found = found._replace(unread=unread)
    if not year or not ways:
        return found
    found = found._replace(facts=(*found.facts, *_printed(found, tally, names, year)))
    stated = [t for t in found.facts if t.key == SATISFACTION and t.year == year]
    counts = tuple(_counts(found, tally, names, year))
    if not stated:
        line = names.lines[SATISFACTION]
        best = ways[0]
        fact = Taken(line.key, line.label, year, best.rate, tally.locator, _words(ways))
        return found._replace(facts=(*found.facts, *counts, fact))
    facts = tuple(_explained(t, ways) if t in stated else t for t in found.facts)
    wrong = tuple(_break(t, ways) for t in stated if not _matching(t, ways))
    return found._replace(facts=(*facts, *counts), breaks=(*found.breaks, *wrong))


def _printed(found: Found, tally: Tally, names: Names, year: int) -> list[Taken]:
    """表上印的满意度，正文和别的表没有另写的。"""
    cell = tally.printed
    if cell is None or any(t.key == SATISFACTION and t.year == year for t in found.facts):
        return []
    line = names.lines[SATISFACTION]
    value = Quantity(content(cell.text).value, "%")
    return [Taken(line.key, line.label, year, value, cell.locator, cell.text)]


def _counts(found: Found, tally: Tally, names: Names, year: int) -> list[Taken]:
    """逐份登记的份数；材料另写了份数的以写的为准。"""
    given = {t.key for t in found.facts if t.year == year}
    counted = (("survey.returned", tally.returned), ("survey.valid", tally.valid))
    return [
        Taken(
            key,
            names.lines[key].label,
            year,
            Quantity(Decimal(number), "份"),
            tally.locator,
            f"逐份登记，数得{number}份",
        )
        for key, number in counted
        if number and key not in given
    ]


def _words(ways: Sequence[Share]) -> str:
    """算式；另有一种算法时一并说明。"""
    also = f"；不计基本满意则为{ways[1].rate}" if len(ways) > 1 else ""
    return ways[0].formula + also


def _matching(stated: Taken, ways: Sequence[Share]) -> Share | None:
    value = stated.value
    if not isinstance(value, Quantity):
        return None
    return next((w for w in ways if Interval.printed(value).meets(Interval.printed(w.rate))), None)


def _explained(stated: Taken, ways: Sequence[Share]) -> Taken:
    share = _matching(stated, ways)
    return stated._replace(quote=f"{stated.quote}；{share.formula}") if share else stated


def _break(stated: Taken, ways: Sequence[Share]) -> Break:
    options = "，或".join(way.formula for way in ways)
    message = f"“{stated.label}”写的是{stated.value}，按各选项算：{options}。请核对。"
    return Break(stated.locator, stated.label, str(stated.value), str(ways[0].rate), message)
