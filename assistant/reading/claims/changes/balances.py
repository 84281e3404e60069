"""收支的断言：追加、收回之后的全年数，支出之后的结余。

年初预算100万元，年中追加20万元，收回5万元，全年预算115万元；支出110万元，结余5万元。
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.changes.priors import is_prior, latest_year
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sentence.telling import telling
from assistant.reading.text.labels import PLANNED

_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)
_OPERANDS = (*_STOCKS, Role.WHOLE, Role.BASE)
_LEFT = re.compile(
    r"差额|相差|差值|空编|缺编|空缺|尚未|(?<!上年)(?<!上年末)(?<!年初)(?<!滚存)结余|(?<!上年)结转(?!和|收入|资金)|剩余|节余|余额|其余|尚余|尚$|尚有|欠[缴拨付]|结存"
    r"|未(?:执行|支付|使用|支出|拨付|到位|完成投资)|欠到位|[超短]收"
)
_BARE = re.compile(
    r"[，；、]?(?:[尚还仍](?:欠|差|缺|未)?|欠|差|缺|未)(?:完成|整改|办结|开工|缺口)?|[，；、]?(?:共计?|累计|合计)?节[约省支](?:了|资金|金额|额)*"
)
_GAP = re.compile("差额|相差|差值")
_UNPAID = re.compile(r"^(?:尚)?未(?:支付|使用|缴|拨|付|完成|办结)|^(?:结转|留|由财政|正在)")
_IN = re.compile(
    "追加|调增|增加|新增|补充|下达|增拨|调入|新进|招录|招聘|转入|划入|新购|购置|上年结转|新增加|新招"
)
_OUT = re.compile(
    "收回|调减|核减|压减|减少|削减|统筹|调出|退休|辞职|转出|划出|报废|处置|偿还|注销|退出|减"
)
_OPENING = re.compile("年初|期初|上年末|原有|原")
_CARRIED_IN = re.compile("上年结[转余]")
_CLOSING = re.compile("年末|期末|年底|现有|调整后|最终|实有|全年")
_SPENT = re.compile("全年(?!预算|安排)[^，。；预]{0,6}(?:支出|支付|执行|收入)")
_CARRIED = re.compile("结转|结余|结存|余额")
_PAIRS = tuple(
    (one, other)
    for one, others in (
        ("收入", "支出"),
        ("到位", "支出 使用 支付"),
        ("合同", "支付"),
        ("应", "已"),
        ("受理", "办结"),
        ("总", "已"),
        ("下达", "使用 发放 支付 支出 拨付"),
        ("筹集", "支出 使用 拨付"),
        ("收到", "支出 使用 支付"),
        ("安排", "支出"),
        ("拨付", "支出"),
        ("编制", "实有 在职 在编 在岗"),
        ("计划", "完成 实施 建成"),
        ("任务", "完成 实施 建成"),
        ("控制价", "中标 成交 合同"),
        ("限价", "中标 成交 合同"),
        ("送审", "审定"),
    )
    for other in others.split()
)
_PRICED = re.compile("控制价|限价|送审")
_GRAND = re.compile("[收支][入出]总[计额]")
_ALL_IN = re.compile("收入总[计额]")
_SIGNED = re.compile("([加减])：")
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
        if left or (item.role is Role.LEVEL and _UNPAID.match(paragraph.after(at))):
            claim = _chain(paragraph, at, lead) or _gap(paragraph, at, lead)
            claim = claim or _left(paragraph, at, lead)
        else:
            claim = _chain(paragraph, at, lead)
        if claim is not None:
            yield claim


def _before(paragraph: Paragraph, at: int) -> list[int]:
    items = paragraph.items
    return [
        i
        for i in paragraph.before(at, *_OPERANDS)
        if same_unit(items[i], items[at])
        and items[i].depth == items[at].depth
        and not _compared(paragraph, i)
    ]


def _compared(paragraph: Paragraph, at: int) -> bool:
    """拿来比的上年数，不参加本年的加减；上年末的数就是年初的数。"""
    base = paragraph.items[at].role is Role.BASE and "末" not in paragraph.lead(at)
    return base and is_prior(paragraph.subjects[at], None, latest_year(paragraph, at))


def _gap(paragraph: Paragraph, at: int, lead: str) -> Claim | None:
    """支出10万元，预算12万元，差值2万元：紧挨着的一对实际数和预算数，谁大谁小都说差多少。"""
    before = [
        i for i in _before(paragraph, at) if paragraph.items[i].part == paragraph.items[at].part
    ]
    if not _GAP.search(lead) or len(before) < 2 or before[0] - before[1] != 1:
        return None
    planned = [paragraph.subjects[i].basis in PLANNED for i in before[:2]]
    if planned[0] is planned[1]:
        return None
    first, second = sorted(before[:2], key=lambda i: -paragraph.items[i].quantity.base)
    ways = [_minus(paragraph, first, (), (second,)), _minus(paragraph, second, (), (first,))]
    return _claim(paragraph, at, ways, before[:2], sure=True)


def _left(paragraph: Paragraph, at: int, lead: str) -> Claim | None:
    """结余 = 前一个收入、预算、应有数 - 最近的支出、已有数。"""
    before = [i for i in _before(paragraph, at) if not _LEFT.search(paragraph.lead(i)[-8:])]
    if len(before) < 2:
        return None
    spent, rest = before[0], before[1:]
    subjects = paragraph.subjects
    rest.sort(key=lambda i: (subjects[i].basis != "adjusted", subjects[i].basis not in PLANNED, -i))
    grand = [
        i for i in rest if _GRAND.search(paragraph.lead(spent)) and _GRAND.search(paragraph.lead(i))
    ]
    rest = [*grand, *rest]
    ways = [_minus(paragraph, whole, (), (spent,)) for whole in rest[:2]]
    sure = bool(grand) or _sure(paragraph, rest[0], spent, lead) or _even(paragraph, rest[0], at)
    sure = sure and paragraph.items[rest[0]].quantity.base >= paragraph.items[spent].quantity.base
    claim = _claim(paragraph, at, ways, (rest[0], spent), sure=sure)
    near = not sure and rest[0] == spent - 1 and spent == at - 1 and not _BARE.fullmatch(lead)
    near = near and telling([paragraph.items[i] for i in (rest[0], spent, at)])
    return claim._replace(doubt=Doubt.CAUSE) if near else claim


def _sure(paragraph: Paragraph, whole: int, spent: int, lead: str) -> bool:
    """一头是预算、应有，一头是支出、已有；年初预算会调整，年末结余有上年结转，都不能断定。

    只说“尚欠”“节约”的，钱可能欠的是别的事，数件的和采购才断定。
    """
    one, other = paragraph.lead(whole), paragraph.lead(spent)
    paired = any(a in one and b in other for a, b in _PAIRS)
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


def _even(paragraph: Paragraph, whole: int, at: int) -> bool:
    """当年收入甲、支出乙，收支相抵，当年结余丙：挨着的一对，差额只能是这一年的。"""
    spent = at - 1
    pair = "收入" in paragraph.lead(whole) and "支出" in paragraph.lead(spent)
    told = _EVEN.search(paragraph.after(spent))
    return whole == spent - 1 and pair and bool(told)


def _chain(paragraph: Paragraph, at: int, lead: str) -> Claim | None:
    """年初数，加追加、减收回，得全年数；年初结转，加收入、减支出，得年末结转。

    结转只说了支出没说收入的（收入或在前面另说），不能断定。
    """
    closing = paragraph.subjects[at].basis == "adjusted" or _CLOSING.search(lead)
    if not closing or _SPENT.search(lead):
        return None
    flowing = bool(_CARRIED.search(lead))
    plus: list[int] = []
    minus: list[int] = []
    for index in _before(paragraph, at):
        said = _headed(paragraph, index) + paragraph.lead(index)
        opening = _OPENING.search(said) or (flowing and _CARRIED_IN.search(said))
        if paragraph.subjects[index].basis == "opening" or opening:
            if not plus and not minus:
                return None
            way = _minus(paragraph, index, tuple(reversed(plus)), tuple(reversed(minus)))
            whole = not flowing or bool(plus and minus)
            return _claim(paragraph, at, [way], (index,), sure=whole)
        if minus and _ALL_IN.search(said):  # 总计里已经有了结转
            way = _minus(paragraph, index, (), tuple(reversed(minus)))
            return _claim(paragraph, at, [way], (index,), sure=True)
        if _OUT.search(said) or said.startswith("减") or (flowing and "支出" in said):
            minus.append(index)
        elif _IN.search(said) or said.startswith("加") or (flowing and "收入" in said):
            plus.append(index)
        else:
            return None
    return None


def _headed(paragraph: Paragraph, at: int) -> str:
    """加：本年拨入甲，减：本年支出乙、缴回财政丙：这个数归在加还是减的名下；没有为空。"""
    start = paragraph.frame.rfind("，", 0, paragraph.items[at].at)
    found = _SIGNED.match(paragraph.frame, start + 1)
    return found[1] if found else ""


def _minus(
    paragraph: Paragraph, whole: int, plus: Sequence[int], minus: Sequence[int]
) -> tuple[Input, ...]:
    items = paragraph.items
    return (
        plain(items[whole], "part1"),
        *(plain(items[i], f"part{n}") for n, i in enumerate(plus, 2)),
        *(plain(items[i], "less")._replace(sign=-1) for i in minus),
    )


def _claim(
    paragraph: Paragraph,
    at: int,
    ways: Sequence[tuple[Input, ...]],
    used: Sequence[int],
    *,
    sure: bool,
) -> Claim:
    items = paragraph.items
    return Claim(
        Relationship.SUM if len(ways[0]) > 2 else Relationship.DIFFERENCE,
        TOTAL,
        ways[0],
        plain(items[at], "total"),
        paragraph.flow.span(items[min(used)].spot.start, items[at].spot.end),
        others=tuple((TOTAL, way) for way in ways[1:]),
        doubt=Doubt.NONE if sure else Doubt.AGREE,
    )
