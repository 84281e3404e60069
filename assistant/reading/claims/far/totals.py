"""正文的总数与表的合计行：名目合得上、数字只差一处笔误，全文又没有第二处写着它，多半抄错了。

累计支出1518.94万元。（表：合计行“支出数”1518.94）
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.quantities import Dimension, Quantity, digits
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph

_TOTAL = re.compile(r"^(?:合计|总计|合计数|总合计)\|(?P<head>.+)$")
_STEM = re.compile("(?:数|额|金额|总数)$")
_KINDS = (Dimension.MONEY, Dimension.COUNT, Dimension.AREA)
_PART = re.compile("其中|上年|去年|年初|未|剩余|结余|目标|计划")
_LEAST = 4


def table_total_claims(paragraphs: Sequence[Paragraph], told: Ledger) -> Iterator[Claim]:
    """各处抄了合计行的数。"""
    for kind in _KINDS:
        printed = ((each, _TOTAL.match(each.said)) for each in told.printed(kind))
        totals = _by_digits((each, match["head"]) for each, match in printed if match)
        if not totals:
            continue
        written = Counter(each.input.base for each in told.get(kind))
        for paragraph in paragraphs:
            for item in paragraph.items:
                once = item.dimension is kind and written[item.quantity.base] == 1
                if once and item.role is Role.LEVEL:
                    yield from filter(None, [_claim(item, totals.get(_bag(item.quantity), ()))])


def _bag(quantity: Quantity) -> tuple[str, str]:
    """单位，和排了序的各位数字：换了次序的两个数这里相同。"""
    return quantity.unit, "".join(sorted(_places(quantity)))


def _places(quantity: Quantity) -> str:
    return digits(abs(quantity.value)).replace(".", "").rstrip("0")


def _by_digits(totals: Iterable[tuple[Told, str]]) -> dict[tuple[str, str], list[tuple[Told, str]]]:
    found = defaultdict(list)
    for each, head in totals:
        found[_bag(each.input.quantity)].append((each, head))
    return found


def _claim(item: Item, totals: Sequence[tuple[Told, str]]) -> Claim | None:
    """只有一格又像又不相等的。"""
    near = [each for each, head in totals if _meant(item, head) and _alike(item, each)]
    if len({each.input.base for each in near}) != 1 or _PART.search(item.lead):
        return None
    stated = plain(item, "text")
    source = near[0].input._replace(role="table")
    return Claim(
        Relationship.SAME_AS, SAME, (source,), stated, stated.span, False, doubt=Doubt.CAUSE
    )


def _meant(item: Item, head: str) -> bool:
    """栏名去掉“数、额”，是正文的名目的结尾；点数的有单位就够。"""
    if item.dimension is not Dimension.MONEY:
        return True
    stem = _STEM.sub("", head)
    return len(stem) > 1 and item.lead.endswith(stem)


def _alike(item: Item, each: Told) -> bool:
    """同样的几位数字，只换了两位的次序；位数太少的看不出。"""
    one, other = _places(item.quantity), _places(each.input.quantity)
    wrong = sum(a != b for a, b in zip(one, other, strict=True))
    return wrong == 2 and len(one) + (item.dimension is not Dimension.MONEY) >= _LEAST
