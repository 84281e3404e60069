"""承前：没有名称的数接着前面那一项说，“价值B”“决算B”“都是B”。"""

from typing import NamedTuple

from assistant.reading.talk import cues
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.basis import other_basis
from assistant.reading.talk.bound import Target
from assistant.reading.talk.coercion import Fitting
from assistant.reading.talk.gaps import is_filler
from assistant.reading.talk.naming import both_of, joins


class Carried(NamedTuple):
    """接着说的一项。how：named 说出了是哪一面（价值、决算、预算），again 只是承前。"""

    target: Target
    how: str


def carried(
    fields: Fitting, subject: Target | None, amount: Amount, clause: str, start: int
) -> Carried | None:
    """接着说的是哪一项。clause 是 amount 前面的半句（抹去年份和主语），start 是它的位置。"""
    if subject is None:
        return None
    if other := other_basis(fields.specs, subject.keys, clause):
        return Carried(subject._replace(keys=other, start=start), "named")
    right_after = not clause.strip(" 、/共") and not fields.fits(subject.keys, amount)
    valued = right_after or (cues.WORTH.search(clause) and is_filler(clause))
    if valued and subject.keys and (worth := fields.worth(subject.keys)):
        return Carried(subject._replace(keys=worth), "named")
    if joins(clause, subject):
        return Carried(both_of(subject, clause)._replace(start=start), "again")
    return None
