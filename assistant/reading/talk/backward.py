"""回指：话里没有数，说的是上一次报的数。“刚才那个是去年的。”“支出也一样。”"""

import re
from collections.abc import Sequence

from assistant.domain.findings import Span
from assistant.reading.talk.labels import EXPENDITURE, INCOME, Label, sibling
from assistant.reading.talk.types import Context, Known, Proposal
from assistant.reading.talk.years import year_marks

_REDATING = re.compile(
    r"(?:那|刚才|刚刚|上面|前面|上一?[句条])[^，,。；;\d]{0,6}?(?:是|属于?|报的是)(?:我们|咱们?)?"
    r"(?:上一?年度?|去年|20\d\d年度?)的"
)
_TAIL = (
    r"(?:数|总计|合计)?呢?[，,]?"
    r"(?:(?:也|都)?(?:是|为)?(?:一样|相同|同样|同上|同|这个数|这么多)的?|也是)[。！!\s]*"
)
_SAME = re.compile(rf"\s*(?P<part>{INCOME}|{EXPENDITURE}){_TAIL}")
_SAME_TAIL = re.compile(_TAIL)


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
    return context._replace(known=(*kept, moved), open=(*context.open, last.key)), proposal


def copied(text: str, original: str, context: Context, labels: Sequence[Label]) -> Proposal | None:
    """“支出也一样”“决算支出总计也是这个数”：取上一次报的那个数。labels 是话里的全部名称。"""
    last = context.known[-1] if context.known else None
    other = _other_place(text, last.key, labels) if last else ""
    if last is None or not other or context.value(other, last.year) is not None:
        return None
    span = Span(0, len(text.rstrip()))
    return Proposal(other, last.year, last.value, original[: span.end], span, sure=False)


def _other_place(text: str, key: str, labels: Sequence[Label]) -> str:
    """也是这个数的是哪一项：收支成对的另一项，或点了名的同一组的一项。"""
    if match := _SAME.fullmatch(text):
        wanted = "expenditure" if match["part"] == EXPENDITURE else "income"
        return sibling(key) if wanted in sibling(key).split(".") else ""
    named = [label for label in labels if label.keys]
    if len(named) != 1 or len(named[0].keys) != 1:
        return ""
    group, other = key.partition(".")[0], named[0].keys[0]
    same = not text[: named[0].span.start].strip() and _SAME_TAIL.fullmatch(text, named[0].span.end)
    return other if same and other != key and other.partition(".")[0] == group else ""
