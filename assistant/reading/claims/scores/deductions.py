"""扣分的断言：满分减去扣的就是得的；一项共扣几分，是其下各处扣分之和。

过程指标满分25分，因制度修订不及时扣1.50分，得23.50分 -> 25 - 1.50 = 23.50
预算执行扣2分。未达到100%，扣1分；追加过多，扣1分 -> 1 + 1 = 2
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from assistant.domain.quantities import Dimension, Quantity, in_cents
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL, Formula
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.numerals import numeral

_PAIR, _HALF = 2, Decimal(50)
_REST = Formula(lambda v: Decimal(100) + v[0], "100－扣分", rising=True)
_TAIL = r"(?:了|为|：|是)?$"
_WEIGHT = re.compile(r"(?:分值|满分|权重|标准分|评价总分)(?:为|是|：|共)?$")
_LOST = re.compile(rf"(?:扣|扣分|失分|失|扣减|扣除){_TAIL}")
_IN_ALL = re.compile(rf"(?:共计?|合计|总计|累计)(?:扣|扣分|失分|扣减|扣除){_TAIL}")
_GOT = re.compile(rf"(?:得分|实得|自评得|得){_TAIL}")
_BANDS = re.compile("（[^（）]*[优良][^（）]*）")  # 注明的分档
_ALONE = re.compile(rf"(?:共计?|合计|总计|累计)?(?:扣|扣分|失分|扣减|扣除){_TAIL}")
_SEVERAL = re.compile(
    "([两二三四五六七八九十])[项类个][^，。]{0,4}(?:合计|共计?|总计)(?:扣|扣分|失分)"
)
_TOTAL = re.compile(r"(?:总分|总得分|综合得分|综合评分|自评得分|自评总分|最终得分)(?:为|是|：)?$")
_PART = re.compile("指标|产出|效益|效能|效率|管理|决策|过程|投入|执行|满意|项目|资产|采购")
_LIMIT = re.compile("每|最多|不超过|扣完|标准|规则|细则|办法|以上|以下|低于|高于")
_STOPS = re.compile("[。！？]")


def deduction_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里的扣分；说评分办法的（每降一个百分点扣1分）不算。"""
    points = [i for i, x in enumerate(paragraph.items) if x.dimension is Dimension.SCORE]
    if not any(_is(paragraph, i, _LOST) for i in points):
        return
    said = _BANDS.sub("", paragraph.frame)
    rules = {n for n, text in enumerate(_STOPS.split(said)) if _LIMIT.search(text)}
    if any(paragraph.items[i].sentence in rules and _is(paragraph, i, _LOST) for i in points):
        return
    told = False
    for _, group in groupby(points, key=lambda i: paragraph.items[i].part):
        part = [i for i in group if not _is(paragraph, i, _IN_ALL)]
        if (claim := _left(paragraph, part, certain=True)) is not None:
            told = True
            yield claim
    if not told:
        yield from filter(None, [_whole(paragraph, points) or _headed(paragraph, points)])
    if not told:
        for _, group in groupby(points, key=lambda i: paragraph.items[i].sentence):
            own = list(group)
            yield from filter(None, [_of_hundred(paragraph, own) or _scored_first(paragraph, own)])
    for _, group in groupby(points, key=lambda i: paragraph.items[i].sentence):
        own = list(group)
        yield from filter(None, [_in_all(paragraph, own), _of_hundred(paragraph, own)])
    yield from filter(None, [_over_pairs(paragraph, points)])


def _is(paragraph: Paragraph, at: int, what: re.Pattern[str]) -> bool:
    return what.search(paragraph.lead(at)) is not None


def _is_weight(paragraph: Paragraph, at: int) -> bool:
    """写着满分、分值的，或名称后面括号里光写一个分数的：整体效能（30分）。"""
    item = paragraph.items[at]
    return _is(paragraph, at, _WEIGHT) or (item.depth > 0 and not item.lead)


def _left(paragraph: Paragraph, points: Sequence[int], *, certain: bool) -> Claim | None:
    """恰有一个满分、一个得分，其余都是扣分：满分 - 扣分 = 得分。"""
    weights = [i for i in points if _is_weight(paragraph, i)]
    lost = [i for i in points if _is(paragraph, i, _LOST) and not _is(paragraph, i, _IN_ALL)]
    got = [i for i in points if i not in lost and i not in weights and _is(paragraph, i, _GOT)]
    if len(weights) != 1 or len(got) != 1 or not lost:
        return None
    if len(lost) + 2 != len(points) or weights[0] > lost[0]:
        return None
    less = (_exact(paragraph, i, "less")._replace(sign=-1) for i in lost)
    inputs = (_exact(paragraph, weights[0], "part1"), *less)
    return _claim(paragraph, inputs, got[0], points, certain=certain)


def _whole(paragraph: Paragraph, points: Sequence[int]) -> Claim | None:
    """一段说一个指标：打头的是满分和得分，中间“其中”的不算，其后各处扣分合起来是差额。"""
    if len(points) < 3 or not _is(paragraph, points[0], _WEIGHT):
        return None
    lost = [i for i in points if _is(paragraph, i, _LOST) and not _is(paragraph, i, _IN_ALL)]
    inner = [i for i in points[2:] if i not in lost]
    sentences = {paragraph.items[i].sentence for i in inner}
    if any(paragraph.items[i].sentence in sentences for i in lost):
        return None
    return _left(paragraph, [*points[:2], *lost], certain=False)


def _headed(paragraph: Paragraph, points: Sequence[int]) -> Claim | None:
    """一段打头说共扣几分，其后逐处扣分。"""
    first, rest = points[0], points[1:]
    apart = all(paragraph.items[i].sentence > paragraph.items[first].sentence for i in rest)
    lost = all(_is(paragraph, i, _LOST) for i in points)
    if len(rest) < 2 or not (apart and lost):
        return None
    inputs = tuple(_exact(paragraph, i, f"part{n}") for n, i in enumerate(rest, 1))
    return _claim(paragraph, inputs, first, points, certain=False)


def _of_hundred(paragraph: Paragraph, points: Sequence[int]) -> Claim | None:
    """扣6.8分，得93.2分：一扣一得，满分没写的多半是一百分；说不出错因的不断定。"""
    alone = len(points) == _PAIR or _is(paragraph, points[0], _IN_ALL)
    got = points[-1]
    if len(points) < _PAIR or not alone or not _is(paragraph, points[0], _LOST):
        return None
    if not _is(paragraph, got, _GOT) or paragraph.items[got].quantity.value < _HALF:
        return None
    inputs = (_exact(paragraph, points[0], "less")._replace(sign=-1),)
    claim = _claim(paragraph, inputs, got, points, certain=False)
    return claim._replace(formula=_REST, doubt=Doubt.CAUSE)


def _in_all(paragraph: Paragraph, points: Sequence[int]) -> Claim | None:
    """甲扣0.5分、乙扣1分，共扣1.5分。"""
    last, parts = points[-1], [i for i in points[:-1] if _is(paragraph, i, _LOST)]
    if len(parts) < 2 or not _is(paragraph, last, _IN_ALL):
        return None
    inputs = tuple(_exact(paragraph, i, f"part{n}") for n, i in enumerate(parts, 1))
    got = [i for i in points if _is(paragraph, i, _WEIGHT) or _is(paragraph, i, _GOT)]
    sure = len(parts) + len(got) + 1 == len(points) and len(got) in (0, 2 * len(parts))
    return _claim(paragraph, inputs, last, points, certain=sure)


def _scored_first(paragraph: Paragraph, points: Sequence[int]) -> Claim | None:
    """自评得分92.5分，共扣7.5分：没写满分的总分是百分制的。"""
    if any(_is_weight(paragraph, i) for i in points):
        return None
    for got, lost in pairwise(points):
        total = _TOTAL.search(paragraph.lead(got)) and not _PART.search(paragraph.lead(got))
        if total and _ALONE.fullmatch(paragraph.lead(lost)):
            less = (_exact(paragraph, lost, "less")._replace(sign=-1),)
            claim = _claim(paragraph, less, got, (got, lost), certain=False)
            return claim._replace(formula=_REST)
    return None


def _over_pairs(paragraph: Paragraph, points: Sequence[int]) -> Claim | None:
    """甲（5分），得4分；乙（7分），得6分。两项合计扣2分：各项分值与得分之差的和。"""
    told = next((i for i in points if _SEVERAL.search(paragraph.lead(i))), None)
    before = [i for i in points if told is not None and i < told]
    pairs = list(zip(before[::2], before[1::2], strict=False))
    even = all(_is_weight(paragraph, w) and _is(paragraph, g, _GOT) for w, g in pairs)
    if told is None or len(pairs) < 2 or len(before) % 2 or not even:
        return None
    inputs = tuple(
        each
        for weight, got in pairs
        for each in (
            _exact(paragraph, weight, "part"),
            _exact(paragraph, got, "less")._replace(sign=-1),
        )
    )
    said = _SEVERAL.search(paragraph.lead(told))
    same = said is not None and numeral(said[1]) == len(pairs)
    return _claim(paragraph, inputs, told, (*before, told), certain=same)


def _exact(paragraph: Paragraph, at: int, role: str) -> Input:
    """扣的分没有取舍：0.8 就是 0.80。"""
    found = plain(paragraph.items[at], role)
    return found._replace(quantity=Quantity(in_cents(found.quantity.value), found.quantity.unit))


def _claim(
    paragraph: Paragraph,
    inputs: tuple[Input, ...],
    stated: int,
    points: Sequence[int],
    *,
    certain: bool,
) -> Claim:
    items = paragraph.items
    return Claim(
        Relationship.SCORE_SUM,
        TOTAL,
        inputs,
        plain(items[stated], "total"),
        paragraph.flow.span(items[points[0]].spot.start, items[points[-1]].spot.end),
        certain=certain,
    )
