"""改年份：“哎呀，刚才那个是去年的。”说的是上一次报的数属上年。"""

import re

from assistant.domain.findings import Span
from assistant.reading.facts_types import Context, Known, Proposal
from assistant.reading.facts_years import year_marks

_REDATING = re.compile(
    r"(?:那|刚才|刚刚|上面|前面|上一?[句条])[^，,。；;\d]{0,6}?(?:是|属于?|报的是)(?:我们|咱们?)?"
    r"(?:上一?年度?|去年|20\d\d年度?)的"
)


def redate(
    text: str, original: str, year: int, context: Context
) -> tuple[Context, Proposal | None]:
    """话里说上一次报的数属别的年份：给出改了年份的一条，并把旧的从已知里去掉。"""
    match = _REDATING.search(text)
    last = context.known[-1] if context.known else None
    if (
        match is None
        or last is None
        or last.year != year
        or re.search(r"\d", text[: match.start()])
    ):
        return context, None
    marks = year_marks(match[0], year)
    if not marks or marks[0].year == year:
        return context, None
    span = Span(match.start(), match.end())
    moved = Known(last.key, marks[0].year, last.value)
    kept = tuple(k for k in context.known if (k.key, k.year) != (last.key, last.year))
    proposal = Proposal(
        last.key, moved.year, last.value, original[span.start : span.end], span, corrects=last.value
    )
    return context._replace(known=(*kept, moved)), proposal
