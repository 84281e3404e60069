"""收支相等：总计含年初、年末结转和结余，收入总计恒等于支出总计。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.tables.grids import Entry
from assistant.reading.tables.matrix import Matrix, value_input

_TOTAL = re.compile(r"(?P<side>收\s*入|支\s*出)?总\s*计$")
_OFFSET = "收支相抵"  # 后面说相抵有结余的，总计里不含结余，收支不相等
_INCOME, _SPENDING = "收入总计", "支出总计"


def balanced_tables(panels: Sequence[Matrix]) -> Iterator[Claim]:
    """表里左右两栏，或上下两段的收入总计与支出总计。"""
    totals = [[e for e in panel.entries if _TOTAL.match(e.label) and e.values] for panel in panels]
    if len(panels) == 2 and all(len(found) == 1 for found in totals):
        yield _same(totals[0][0], totals[1][0])
    elif len(panels) == 1:
        income = [e for e in totals[0] if "收" in e.label]
        spending = [e for e in totals[0] if "支" in e.label]
        if len(income) == len(spending) == 1:
            one, other = panels[0].cells[income[0].row], panels[0].cells[spending[0].row]
            for column in one.keys() & other.keys():
                yield Claim(
                    Relationship.SAME_AS,
                    SAME,
                    (value_input(one[column], "income"),),
                    value_input(other[column], "spending"),
                    spending[0].span,
                )


def _same(income: Entry, spending: Entry) -> Claim:
    return Claim(
        Relationship.SAME_AS,
        SAME,
        (value_input(income.values[0], "income"),),
        value_input(spending.values[0], "spending"),
        spending.span,
    )


def balanced_prose(paragraph: Paragraph) -> Iterator[Claim]:
    """一句里的收入总计和支出总计。"""
    items, subjects = paragraph.items, paragraph.subjects
    for at in range(1, len(items)):
        one, other = subjects[at - 1], subjects[at]
        if not (one.core.endswith(_INCOME) and other.core.endswith(_SPENDING)):
            continue
        if _OFFSET in paragraph.frame[items[at].at :]:
            continue
        levels = items[at - 1].role is Role.LEVEL is items[at].role
        alike = one.core.removesuffix(_INCOME) == other.core.removesuffix(_SPENDING)
        years = {one.year, other.year} - {None}
        if levels and len(years) < 2 and one.basis == other.basis and (alike or not other.core[4:]):
            yield Claim(
                Relationship.SAME_AS,
                SAME,
                (plain(items[at - 1], "income"),),
                plain(items[at], "spending"),
                paragraph.flow.span(items[at - 1].spot.start, items[at].spot.end),
            )
