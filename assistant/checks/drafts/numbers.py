"""数字：模型自己写的数，不论阿拉伯数字还是汉字，一律不收；只有事实里原样有的、说的还是那件事的才行。"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.checks.drafts.allowed import Allowed
from assistant.domain.findings import Fault, Span
from assistant.domain.outline import PLACEHOLDER
from assistant.reading.privacy.masking import spots
from assistant.reading.talk.amounts import fold
from assistant.reading.talk.years import year_marks

_IN_WORDS = re.compile(
    r"翻了?[一两二三四]?番|[一过大近]半|半数|双(?:倍|下降|增长|提升|减少)|[一二三四五六七八九]?十余|满额|[一二两三四五六七八九十]成(?!立|效|果|员|本|为|功|绩|长)|成倍|数倍|倍增|"
    r"上?[百千万亿]余?[家人次项元]|(?:率|数|数量)为零|百分百|之最|多[个家项次名场条件起批]|若干|多达|近百|近千|上百|上千|数十|数百|数千|数万|几十|几百|十几|个位数|零(?=投诉|违|差|事故)"
)
_ORDINAL = re.compile(r"(?:^|[，。；：\n])[一二三四五六七八九十]是|第[一二三四五六七八九十]")
_HEDGE_BEFORE = re.compile(r"(?:约|近|超过?|逾|突破|不足|至少|最多|将近|接近|高达|仅)$")
_HEDGE_AFTER = re.compile(r"以上|以下|左右|余|多|上下|之多")
_NOT = re.compile(r"未|没|无(?!论|偿|害|线|人机)|不(?:再|曾|足|到)|尚欠")
_PADDING = re.compile(
    "全年|本年|累计|共计|总共|合计|分别|已经|完成|实现|达到|其中|先后|一共|我局|我单位|本单位|[共了达为有约各的]"
)
_CONTENT = re.compile(r"[\u4e00-\u9fff]{2,}")


def number_faults(text: str, allowed: Allowed) -> Iterator[Fault]:
    """模型写的数、用字说的数、别的年份。"""
    bare = _blanked(text)
    given = [given for fact in allowed.facts for given in _given(fact)]
    for spot in spots(bare):
        said = text[slice(*spot.span)]
        if spot.kind in ("姓名", "原文") or _is_ordinal(bare, spot.span.start):
            continue
        if why := _why_not(bare, spot.span, given, allowed.source):
            yield _fault(spot.span, said, why)
    for match in _IN_WORDS.finditer(bare):
        if match[0] not in allowed.source:
            yield _fault(Span(*match.span()), match[0], "是用字说的数，事实里没有，请删去。")
    yield from _other_years(bare, allowed)


class Given(NamedTuple):
    """事实里的一个数：写法、前后的连字、紧挨着的约数词，是不是“没有”之后的。"""

    said: str
    pairs: frozenset[str]
    hedge: str
    denied: bool


def _given(fact: str) -> Iterator[Given]:
    for spot in spots(fact):
        pairs = frozenset(_pairs(_nearby(fact, *spot.span)))
        said = fact[slice(*spot.span)]
        yield Given(said, pairs, _hedge(fact, spot.span), _denied(fact, spot.span))


def _why_not(text: str, span: Span, given: Sequence[Given], source: str) -> str:
    """不收的缘由；事实里有同一写法、说的是同一件事、约数词也一样的才收。"""
    said = text[slice(*span)]
    same = [one for one in given if one.said == said]
    if not same:
        return "是自己写的数，请换成占位符，没有占位符就不写。"
    denied = _denied(text, span)
    if all(one.denied != denied for one in same):
        return "说成了相反的意思，请照事实的说法写。"
    if all(one.hedge != _hedge(text, span) for one in same):
        return "前后添减了约数的词，请照事实的说法写。"
    before, after = text[: span.start], text[span.end :]
    if not (_same_thing(before, source, -1) or _same_thing(after, source, 1)):
        return "在事实里说的不是这件事，请照事实的说法写。"
    around = _pairs(_nearby(text, *span))
    best = max(len(around & one.pairs) for one in given)
    if around and max(len(around & one.pairs) for one in same) < max(best, 1):
        return "在事实里说的不是这件事，请照事实的说法写。"
    return ""


def _same_thing(beside: str, source: str, side: int) -> bool:
    """紧挨着数的几个字事实里有：side 为 -1 看数前面的，1 看后面的。垫的虚词不计。"""
    clause = re.split(r"[，。；：、（）()\n]", beside)[-1 if side < 0 else 0]
    words = _PADDING.sub("", re.sub(r"\s", "", clause))
    near = words[-4:] if side < 0 else words[:4]
    return len(near) > 1 and near in source


def _denied(text: str, span: Span) -> bool:
    """同一小句里，数前面有“未”“没有”。"""
    clause = re.split(r"[，。；、\n]", text[max(0, span.start - 14) : span.start])[-1]
    return bool(_NOT.search(clause))


def _hedge(text: str, span: Span) -> str:
    before = _HEDGE_BEFORE.search(text[max(0, span.start - 3) : span.start])
    after = _HEDGE_AFTER.match(text, span.end)
    return (before[0] if before else "") + (after[0] if after else "")


def _is_ordinal(text: str, start: int) -> bool:
    """一是、二是，第一。"""
    return bool(_ORDINAL.match(text, max(0, start - 1)) or _ORDINAL.match(text, start))


def _other_years(text: str, allowed: Allowed) -> Iterator[Fault]:
    for mark in year_marks(fold(text), allowed.year):
        said = text[mark.span.start : mark.span.end]
        if mark.year not in (allowed.year, allowed.year - 1) and said not in allowed.source:
            yield _fault(mark.span, said, f"不是{allowed.year}年，也不是上年，请删去。")


def _nearby(text: str, start: int, end: int) -> str:
    """同一小句里，数前十字和后六字。"""
    before = re.split(r"[，。；、\n]", text[max(0, start - 10) : start])[-1]
    after = re.split(r"[，。；、\n]", text[end : end + 6])[0]
    return f"{before} {after}"


def _pairs(text: str) -> set[str]:
    return {run[i : i + 2] for run in _CONTENT.findall(text) for i in range(len(run) - 1)}


def _blanked(text: str) -> str:
    """占位符抹成空白，长度不变。"""
    return PLACEHOLDER.sub(lambda m: " " * len(m[0]), text)


def _fault(span: Span, said: str, message: str) -> Fault:
    return Fault(where=span, found=said, message=f"“{said}”{message}")
