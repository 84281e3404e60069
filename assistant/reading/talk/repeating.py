"""取前面的数：“支出也一样”“都是货物”“就填这个”，数在前、名称在后。"""

from assistant.reading.talk import cues
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.bound import Bound, Target
from assistant.reading.talk.coercion import Fitting
from assistant.reading.talk.labels import Label


def repeated(
    text: str, label: Label, target: Target, last: Bound, fields: Fitting, *, alone: bool
) -> Bound | None:
    """刚报的那个数也是 target 的；不是这样的为空。last 是刚报的一项，alone：本句只报了这一项。"""
    fits = fields.fits(target.keys, last.amount) and not set(target.keys) & set(last.target.keys)
    whole = alone and _wholly(text, label, target, last)
    same = cues.SAME.match(text, label.span.end) or whole
    if last.how == "change" or not (fits and same):
        return None
    end = label.span.end if whole else 0
    return last._replace(target=target._replace(start=last.target.start, end=end))


def _wholly(text: str, label: Label, target: Target, last: Bound) -> bool:
    """“政府采购支出总额A，都是货物”：部分就是整体。隔了组的不算，“预算A，全是财政拨款”不是决算数。"""
    groups = {key.partition(".")[0] for key in (*target.keys, *last.target.keys)}
    return (
        len(groups) == 1
        and bool(cues.WHOLLY.fullmatch(text, last.amount.span.end, label.span.start))
        and bool(cues.CLAUSE_END.match(text, label.span.end))
    )


def pointed_back(
    text: str, label: Label, target: Target, amount: Amount, fields: Fitting
) -> Bound | None:
    """“批复写的是512.30万元，年初预算收入就填这个”：amount 是前面那个没有名称的数。"""
    if not (cues.THIS.match(text, label.span.end) and fields.fits(target.keys, amount)):
        return None
    place = target._replace(start=amount.span.start, end=label.span.end)
    return Bound(place, amount)
