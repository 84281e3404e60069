"""决算三条：年初结转、本年收入、本年支出、年末结转各写在哪里都行，四个数合得上。

年末结转 = 年初结转 + 本年收入 - 本年支出；比年初增减 = 年末 - 年初。
每一样全文只有一个取值才比；动用了结余、分配了结余的单位另有出入，不比。
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.formulas import CHANGE, RATE_BY_PRIOR, TOTAL
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import signed
from assistant.reading.claims.sentence.items import Paragraph

_CARRY = "(?:资金)?(?:结转和结余|结转结余|滚存结余|结转|结余)(?:资金)?(?:为)?$"
OPENING = re.compile(f"^(?:加|和|由)?(?:(?:19|20)\\d\\d年)?(?:年初|期初|上年末?|上年度){_CARRY}")
CLOSING = re.compile(
    f"^(?:和|，)?(?:(?:19|20)\\d\\d年)?(?:年末|期末|年终|本年末){_CARRY}|^结转下年$"
)
_WHOLE = "(?:(?:19|20)\\d\\d年度?)?(?:本年|当年|全年|本年度)?(?:决算)?"
INCOME = re.compile(f"(?:^|由|总计){_WHOLE}(?P<all>总)?收入(?:合计)?(?:为)?$")
SPENT = re.compile(f"(?:^|由|总计){_WHOLE}(?P<all>总)?支出(?:合计)?(?:为)?$")
_BESIDE = re.compile("结余分配|使用非财政拨款结余|动用.{0,6}结余|弥补收支差额|用事业基金")
_CARRIED = ("年初结", "期初结", "上年结", "上年末结", "上年末滚", "年初滚", "年初资金")
_FROM = re.compile("年初|期初|上年末|上年底")


def balance_claims(
    paragraphs: Sequence[Paragraph], told: Ledger, settled: frozenset[Span]
) -> Iterator[Claim]:
    """全文的一套收支结余，和说结余增减的各处。"""
    carried = any(word in each.text for each in paragraphs for word in _CARRIED)
    if not carried or any(_BESIDE.search(paragraph.text) for paragraph in paragraphs):
        return
    money = [x for x in told.get(Dimension.MONEY, ()) if x.paragraph >= 0]
    opening, closing = only(of(money, OPENING)), only(of(money, CLOSING))
    if opening is None or closing is None:
        return
    income, spent = only(of(money, INCOME)), only(of(money, SPENT))
    if income is not None and spent is not None and closing.span not in settled:
        less = spent._replace(role="less", sign=-1)
        inputs = (opening._replace(role="part1"), income._replace(role="part2"), less)
        stated = closing._replace(role="total")
        yield Claim(Relationship.SUM, TOTAL, inputs, stated, stated.span, certain=False)
    yield from _moved(paragraphs, opening, closing, settled)


def of(money: Iterable[Told], what: re.Pattern[str]) -> list[Told]:
    """前面的话是这一种的各个数。"""
    return [each for each in money if what.search(each.said)]


def only(found: Sequence[Told]) -> Input | None:
    """全文只有一个取值；有两个以上的说不准是哪一个。"""
    values = {each.input.base for each in found}
    return found[-1].input if len(values) == 1 else None


def _moved(
    paragraphs: Sequence[Paragraph], opening: Input, closing: Input, settled: frozenset[Span]
) -> Iterator[Claim]:
    """年末结余比年初增减多少、增减百分之几；紧跟在年末结余后面的增减也是它的。"""
    sides = (closing._replace(role="current"), opening._replace(role="prior"))
    for paragraph in paragraphs:
        for at, item in enumerate(paragraph.items):
            if item.role not in (Role.CHANGE, Role.RATE) or item.mention.span in settled:
                continue
            if not _is_of(paragraph, at, closing):
                continue
            formula = CHANGE if item.role is Role.CHANGE else RATE_BY_PRIOR
            relation = Relationship.YOY_AMOUNT if formula is CHANGE else Relationship.YOY_PERCENT
            stated = signed(item, "change" if formula is CHANGE else "rate")
            if formula is CHANGE and item.dimension is not Dimension.MONEY:
                continue
            yield Claim(relation, formula, sides, stated, stated.span, certain=False)


def _is_of(paragraph: Paragraph, at: int, closing: Input) -> bool:
    """前面紧挨着的就是年末结余（中间只隔着增减额），说了与别的相比的，须是年初、上年末。"""
    items = paragraph.items
    against = items[at].against
    if against is not None and not _FROM.search(against.text):
        return False
    before = at - 1
    while before >= 0 and items[before].role in (Role.CHANGE, Role.BASE):
        before -= 1
    near = before >= 0 and items[before].sentence == items[at].sentence
    own = near and items[before].mention.span == closing.span
    name = items[at].label.core
    named = against is not None and bool(re.search("结转|结余", name)) and "年初" not in name
    return own or named
