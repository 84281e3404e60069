"""收支的断言：追加、收回之后的全年数，支出之后的结余。

年初预算100万元，年中追加20万元，收回5万元，全年预算115万元；支出110万元，结余5万元。
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.changes.chains import chain, is_closing
from assistant.reading.claims.changes.flows import balance_claim, earlier, less
from assistant.reading.claims.changes.surplus import is_both, just_told, of_this_year
from assistant.reading.claims.judging.judging import Claim, Doubt, Input, agrees
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sentence.owing import OWED
from assistant.reading.claims.sentence.telling import telling
from assistant.reading.text.labels import PLANNED

_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)
_LEFT = re.compile(
    r"差额|相差|差值|空编|缺编|空缺|缺口(?!率)|尚未|(?<!上年)(?<!上年末)(?<!年初)(?<!滚存)(?<!累计)结余|(?<!上年)结转(?!和|收入|资金)|剩余|节余|余额|其余|尚余|尚$|尚有|欠[缴拨付]|(?<!累计)结存"
    r"|未(?:执行|支付|使用|支出|拨付|到位|整改|完成投资)|欠到位|[超短]收"
)
_BARE = re.compile(
    r"[，；、]?(?:[尚还仍](?:欠|差|缺|未)?|欠|差|缺|未)(?:完成|整改|办结|开工|缺口)?|[，；、]?(?:共计?|累计|合计)?节[约省支](?:了|资金|金额|额)*"
)
_GIVEN_BACK = re.compile("交回|上缴|缴回|收回|缴库|退回")
_KEPT = re.compile("结转|留用")
_GAP = re.compile("差额|相差|差值")
_UNPAID = re.compile(r"^(?:尚)?未(?:支付|使用|缴|拨|付|完成|办结)|^(?:结转|留|由财政|正在)")
_DONE = re.compile("，?(?:已经?|实际|实)")
_PAIRS = tuple(
    (one, other)
    for one, others in (
        ("收入", "支出"),
        ("到位", "支出 使用 支付"),
        ("合同", "支付"),
        ("应", "已 实"),
        ("受理", "办结"),
        ("总", "已"),
        ("下达", "使用 发放 支付 支出 拨付"),
        ("筹集", "支出 使用 拨付"),
        ("收到", "支出 使用 支付"),
        ("安排", "支出"),
        ("拨付", "支出"),
        ("编制", "实有 在职 在编 在岗"),
        ("问题", "整改"),
        ("计划", "完成 实施 建成"),
        ("任务", "完成 实施 建成"),
        ("控制价", "中标 成交 合同"),
        ("限价", "中标 成交 合同"),
        ("送审", "审定"),
    )
    for other in others.split()
)
_PRICED = re.compile("控制价|限价|送审")
_GRAND = re.compile("[收支][入出]总[计额]|总[收支][入出]")
_EVEN = re.compile("收支相抵|(?:当年|本年|年度)结余")
_OWN = re.compile("收支结余|收支差|剩余|尚|其余|欠|编")


def balance_claims(paragraph: Paragraph, lists: Iterable[Listing]) -> Iterator[Claim]:
    """一段里的调整与结余；列举里的各项不算。"""
    listed = {i for listing in lists for i in listing.parts}
    for at, item in enumerate(paragraph.items):
        if item.role not in (Role.LEVEL, Role.REACHED, Role.FLOW) or at in listed:
            continue
        lead = item.lead
        left = _LEFT.search(lead[-8:]) or _BARE.fullmatch(lead)
        unpaid = item.role is Role.LEVEL and _UNPAID.match(paragraph.after(at))
        if left or unpaid or is_closing(paragraph, at):
            told = _told(paragraph, at, left=bool(left or unpaid), listed=listed)
            yield from filter(None, [told])


def _told(paragraph: Paragraph, at: int, *, left: bool, listed: Collection[int]) -> Claim | None:
    """不看列举里的各项就读得出的先取；读不出、算不通的再连各项一起看。"""
    lead = paragraph.items[at].lead
    claims = []
    for skipped in (listed, frozenset[int]()) if listed else (listed,):
        claim = chain(paragraph, at, lead, skipped)
        if left and claim is None:
            before = earlier(paragraph, at, skipped=skipped)
            claim = _gap(paragraph, at, lead, before) or _left(paragraph, at, lead, before)
        if claim is not None and agrees(claim.formula, claim.inputs, claim.stated):
            return claim
        claims.append(claim)
    return next(filter(None, claims), None)


def _gap(paragraph: Paragraph, at: int, lead: str, told: Sequence[int]) -> Claim | None:
    """支出10万元，预算12万元，差值2万元：紧挨着的一对实际数和预算数，谁大谁小都说差多少。"""
    before = [i for i in told if paragraph.items[i].part == paragraph.items[at].part]
    if not _GAP.search(lead) or len(before) < 2 or before[0] - before[1] != 1:
        return None
    planned = [paragraph.subjects[i].basis in PLANNED for i in before[:2]]
    years = {paragraph.subjects[i].year for i in before[:2]}
    if planned[0] is planned[1] and (None in years or len(years) == 1):
        return None
    first, second = sorted(before[:2], key=lambda i: -paragraph.items[i].quantity.base)
    ways = [less(paragraph, first, (), (second,)), less(paragraph, second, (), (first,))]
    return balance_claim(paragraph, at, ways, before[:2], sure=True)


def _left(paragraph: Paragraph, at: int, lead: str, told: Sequence[int]) -> Claim | None:
    """结余 = 前一个收入、预算、应有数 - 最近的支出、已有数。"""
    before = [i for i in told if not _LEFT.search(paragraph.lead(i)[-8:])]
    if before and (kept := _kept(paragraph, at, told, before)):
        return balance_claim(paragraph, at, [kept], (at - 2, at - 1), sure=True)
    before = before or just_told(paragraph, at)
    if len(before) < 2:
        return None
    said = [paragraph.lead(i) for i in before[:2]]
    if _paired(*said) and not _paired(*said[::-1]):  # 先说实有、后说应有的
        before[:2] = before[1::-1]
    spent, rest = before[0], before[1:]
    subjects = paragraph.subjects
    rest.sort(key=lambda i: (subjects[i].basis != "adjusted", subjects[i].basis not in PLANNED, -i))
    grand = [
        i for i in rest if _GRAND.search(paragraph.lead(spent)) and _GRAND.search(paragraph.lead(i))
    ]
    paired = [i for i in rest if _paired(paragraph.lead(i), paragraph.lead(spent))]
    if paired and subjects[rest[0]].basis not in PLANNED:
        rest = [*paired, *(i for i in rest if i not in paired)]
    rest = [*grand, *rest]
    ways = [less(paragraph, whole, (), (spent,)) for whole in rest[:2]]
    sure = bool(grand) or _sure(paragraph, rest[0], spent, lead) or _even(paragraph, rest[0], at)
    over = paragraph.items[rest[0]].quantity.base < paragraph.items[spent].quantity.base
    claim = balance_claim(paragraph, at, ways, (rest[0], spent), sure=sure and not over)
    if sure and over:
        return claim._replace(doubt=Doubt.CAUSE)
    near = not sure and rest[0] == spent - 1 and spent == at - 1 and not _BARE.fullmatch(lead)
    near = near and telling([paragraph.items[i] for i in (rest[0], spent, at)])
    return claim._replace(doubt=Doubt.CAUSE) if near else claim


def _kept(
    paragraph: Paragraph, at: int, told: Sequence[int], before: Sequence[int]
) -> tuple[Input, ...]:
    """结余10万元，交回财政6万元，结转下年4万元：分的是前面的结余；不是这样的为空。"""
    whole, back = at - 2, at - 1
    split = whole in told and whole not in before and back == before[0]
    given = _GIVEN_BACK.search(paragraph.lead(back)) and _KEPT.search(paragraph.lead(at))
    return less(paragraph, whole, (), (back,)) if split and given else ()


def _sure(paragraph: Paragraph, whole: int, spent: int, lead: str) -> bool:
    """一头是预算、应有，一头是支出、已有；年初预算会调整，年末结余有上年结转，都不能断定。

    只说“尚欠”“节约”的，钱可能欠的是别的事，数件的和采购才断定。
    """
    one, other = paragraph.lead(whole), paragraph.lead(spent)
    paired = _paired(one, other)
    if paragraph.items[whole].dimension is Dimension.COUNT and whole == spent - 1:
        paired = paired or bool(OWED.search(one) and _DONE.match(other))
    if _BARE.fullmatch(lead):
        counted = paragraph.items[whole].dimension is Dimension.COUNT
        priced = "采购" in one and "采购" in other
        return priced or (paired and (counted or bool(_PRICED.search(one))))
    basis = paragraph.subjects[whole].basis
    if basis and _GAP.search(lead):
        return abs(whole - spent) == 1
    if basis:
        return basis in PLANNED and basis != "opening"
    return paired and ("收入" not in one or bool(_OWN.search(lead)))


def _paired(one: str, other: str) -> bool:
    """一头是应有，一头是已有。"""
    return any(a in one and b in other for a, b in _PAIRS)


def _even(paragraph: Paragraph, whole: int, at: int) -> bool:
    """当年收入甲、支出乙，收支相抵，当年结余丙：挨着的一对，差额只能是这一年的。"""
    if of_this_year(paragraph.lead(at)):
        here = earlier(paragraph, at)
        return not here or is_both(paragraph, here)
    spent = at - 1
    pair = "收入" in paragraph.lead(whole) and "支出" in paragraph.lead(spent)
    told = _EVEN.search(paragraph.after(spent))
    return whole == spent - 1 and pair and bool(told)
