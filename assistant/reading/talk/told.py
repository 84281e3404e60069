"""已经报过的：本句（或本段）前面对上号的各项，供后面的数判断自己是第几回说、是不是合计。"""

from collections.abc import Sequence

from assistant.reading.talk import cues
from assistant.reading.talk.bound import Bound, Target


def both_years(bound: Sequence[Bound], target: Target) -> bool:
    """两年的数都报了，随后的增减说的是本年。"""
    values = [b for b in bound if b.how != "change" and b.target.keys == target.keys]
    return len(values) > 1 and values[-1].how == "again"


def alone(text: str, here: Sequence[Bound]) -> bool:
    """本句最后报的一项前面，没有并列着报别的。here 是本句报过的。"""
    if len(here) < 2:
        return True
    start, end = here[-2].amount.span.end, here[-1].target.start
    return bool(cues.SEMICOLON.search(text, start, end))


def several(here: Sequence[Bound]) -> bool:
    """本句已报了不止一项：再说“合计A”，A 是它们的和，不是最后一项。"""
    return len({b.target.keys for b in here if b.how != "change"}) > 1
