"""矛盾：用同一套勾稽关系核对报来的数。两边的取舍区间不相交才算矛盾。"""

from collections.abc import Iterator, Mapping

from assistant.domain.facts import Fact
from assistant.domain.figures import Contradiction, Figure
from assistant.domain.intervals import Interval
from assistant.domain.outline import Outline, label_for, split_key
from assistant.domain.quantities import Quantity, half_up, places_of, unit_named
from assistant.domain.relations import AtMost, Ratio, Relation, Total
from assistant.scoring.figures import formula, roots
from assistant.scoring.solving import Known, derive

WRONG_BASE = "以本年数为基数"


def contradictions(
    known: Mapping[str, Known],
    given: Mapping[str, Fact],
    figures: Mapping[str, Figure],
    outline: Outline,
) -> Iterator[Contradiction]:
    """报来的每个数，按各条关系推算一遍，不一致的交出来。"""
    for relation in outline.all_relations:
        fact = given.get(relation.figure)
        right = derive(relation, relation.figure, known)
        if fact is None or right is None or not isinstance(fact.value, Quantity):
            continue
        if not _agrees(relation, fact.value, right):
            yield _contradiction(relation, fact, fact.value, right, known, given, figures, outline)


def _agrees(relation: Relation, stated: Quantity, right: Known) -> bool:
    printed = Interval.printed(stated)
    if isinstance(relation, AtMost):
        return printed.low <= right.spread.high
    return printed.meets(right.spread)


def _contradiction(
    relation: Relation,
    fact: Fact,
    stated: Quantity,
    right: Known,
    known: Mapping[str, Known],
    given: Mapping[str, Fact],
    figures: Mapping[str, Figure],
    outline: Outline,
) -> Contradiction:
    others = (root for _, address in right.terms for root in roots(address, known, given))
    printed = figures[relation.figure].quantity
    value = half_up(right.value / unit_named(printed.unit).factor, places_of(printed.value))
    limit = "不超过" if isinstance(relation, AtMost) else ""
    return Contradiction(
        key=relation.figure,
        label=label_for(relation.figure, outline.labels),
        stated=str(stated),
        expected=f"{limit}{Quantity(value=value, unit=printed.unit)}",
        formula=formula(right.terms, figures),
        basis=relation.basis,
        cause=_cause(relation, stated, known),
        certain=_certain(relation, known),
        facts=tuple(dict.fromkeys((fact.id, *others))),
    )


def _cause(relation: Relation, stated: Quantity, known: Mapping[str, Known]) -> str:
    """增减率算错最常见的原因：拿本年数作了基数。"""
    current = split_key(relation.figure)[0]
    if not (isinstance(relation, Ratio) and relation.figure.endswith(".change_rate")):
        return ""
    if current not in known or known[current].value == 0:
        return ""
    wrong = known[relation.part].value / known[current].value
    claimed = Interval.printed(Quantity(value=abs(stated.value), unit=stated.unit))
    return WRONG_BASE if claimed.meets(Interval.exactly(abs(wrong))) else ""


def _certain(relation: Relation, known: Mapping[str, Known]) -> bool:
    """可选项没报齐的合计，差额可能就是那些项，不算确定。"""
    return not isinstance(relation, Total) or all(a in known for a in relation.optional)
