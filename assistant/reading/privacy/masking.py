"""遮盖：话出本机之前，把数、姓名和号码换成记号；回来之后由代码换回原样。

    masked = mask((("said", "在职28人，王局长定的"),), names=("李某",))
    masked.texts["said"]              在职【数量1】，【姓名1】局长定的
    masked.restore("【数量1】在职")    28人在职

年份、日期、条号、文号、{{占位符}} 不遮。同一写法得同一记号，不同写法各得各的。
拿不准的也遮，另列在 doubtful 里，送出之前给人看。
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import unit_named
from assistant.reading.privacy.names import names_in
from assistant.reading.talk.amounts import amounts, fold
from assistant.reading.text.numerals import HANZI, HANZI_UNITS
from assistant.reading.text.quantities import mentions

TOKEN = re.compile(r"【(?:金额|比率|百分点|分值|面积|计数|数|姓名|号码|原文)\d+】")
_STAYS = re.compile(
    r"\{\{[^{}]*\}\}|第[零〇一二三四五六七八九十百千\d]+[条款项章节编](?:之[一二三四五六七八九十]+)?|"
    r"[〔\[(（【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*第?\s*\d{1,5}\s*号|"
    r"(?<!\d)(?:19|20)\d\d\s*年度?(?:\d{1,2}月(?:\d{1,2}[日号])?)?|(?<!\d)\d{1,2}月\d{1,2}[日号]|"
    r"(?<!\d)\d{1,2}月份?|[二2][〇零○0][一二〇零○三四五六七八九]{2}年度?|(?:^|(?<=\n))\s*\d{1,2}[.、．](?!\d)"
)
_NUMBERS = re.compile(
    r"(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d(?:[ -]?\d){10,20}|0\d{2,3}[- ]?\d{7,8})(?![\dA-Za-z])|"
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}|"
    r"[\w.+-]+@[\w-]+\.[\w.]+"
)
_DIGITS = re.compile(r"[A-Za-z-]*\d[\d,，.]*(?:[A-Za-z-]+\d*)*")
_SPOKEN = re.compile(
    rf"[{HANZI}]分之[{HANZI}{HANZI_UNITS}]+|[{HANZI}{HANZI_UNITS}几]*[{HANZI_UNITS}][{HANZI}{HANZI_UNITS}点]*|[{HANZI}]{{2,}}"
)
_COMMON = ("一个", "一次", "一项", "一家", "一份", "一场")
_IDIOM = re.compile(
    r"千万(?=[别不要])|万一|十分(?=[重必显明感突])|百分(?=之)|百姓|千方百计|万众|十足|一十"
)


class Hidden(NamedTuple):
    """遮住的一处。doubtful：拿不准它是不是数或姓名。"""

    token: str
    original: str
    doubtful: bool = False


class Masked(NamedTuple):
    """遮盖的结果。texts 是各输入遮过的文字；hidden 按记号。"""

    texts: Mapping[str, str]
    hidden: Mapping[str, Hidden]

    @property
    def doubtful(self) -> tuple[str, ...]:
        """拿不准的原文，按出现次序。"""
        return tuple(item.original for item in self.hidden.values() if item.doubtful)

    def restore(self, text: str) -> str:
        """记号换回原文；不认识的记号不动。"""
        return TOKEN.sub(lambda m: self._original(m[0]), text)

    def _original(self, token: str) -> str:
        return self.hidden[token].original if token in self.hidden else token


class Spot(NamedTuple):
    """该遮的一处。"""

    span: Span
    kind: str
    doubtful: bool = False


def mask(
    inputs: Iterable[tuple[str, str]], names: Sequence[str] = (), public: Sequence[str] = ()
) -> Masked:
    """遮盖各输入。names 是事实表里的人名；public 里的输入（法规原文、本系统自己的话）不遮。"""
    hidden: dict[str, Hidden] = {}
    tokens: dict[tuple[str, str], str] = {}
    texts = {
        name: text if name in public else _masked(text, names, hidden, tokens)
        for name, text in inputs
    }
    return Masked(texts, hidden)


def _masked(
    text: str,
    names: Sequence[str],
    hidden: dict[str, Hidden],
    tokens: dict[tuple[str, str], str],
) -> str:
    out, at = [], 0
    for spot in spots(text, names):
        original = text[spot.span.start : spot.span.end]
        token = tokens.get((spot.kind, original))
        if token is None:
            number = sum(kind == spot.kind for kind, _ in tokens) + 1
            token = tokens[(spot.kind, original)] = f"【{spot.kind}{number}】"
            hidden[token] = Hidden(token, original, spot.doubtful)
        out += [text[at : spot.span.start], token]
        at = spot.span.end
    return "".join([*out, text[at:]])


def spots(text: str, names: Sequence[str] = ()) -> tuple[Spot, ...]:
    """一段文字里该遮的各处，由前到后，互不重叠；先号码姓名，再数量，末了是剩下的数字。"""
    folded = fold(text)
    kept: list[Span] = [Span(m.start(), m.end()) for m in _STAYS.finditer(folded)]
    found: list[Spot] = []
    for spot in _candidates(folded, names):
        if not any(s.start < spot.span.end and spot.span.start < s.end for s in kept):
            kept.append(spot.span)
            found.append(spot)
    return tuple(sorted([*found, *_left_over(folded, kept)]))


def _left_over(text: str, kept: Sequence[Span]) -> Iterator[Spot]:
    """前面各样都没盖住的数字，一个不留。"""
    bare = list(text)
    for span in kept:
        bare[span.start : span.end] = " " * (span.end - span.start)
    for match in re.finditer(r"\d+", "".join(bare)):
        yield Spot(Span(*match.span()), "数")


def _candidates(text: str, names: Sequence[str]) -> Iterator[Spot]:
    """先到先得：原有的记号、号码、姓名、数量，末了是剩下的数字和汉字数。"""
    yield from (Spot(Span(*match.span()), "原文") for match in TOKEN.finditer(text))
    yield from (Spot(Span(*match.span()), "号码") for match in _NUMBERS.finditer(text))
    yield from (Spot(span, "姓名", not sure) for span, sure in names_in(text, names))
    yield from (spot for spot in _quantities(text) if text[slice(*spot.span)] not in _COMMON)
    for match in _DIGITS.finditer(text):
        plain = re.fullmatch(r"\d[\d,，.]*", match[0])
        yield Spot(Span(*match.span()), "数" if plain else "号码")
    for match in _SPOKEN.finditer(text):
        if not _IDIOM.match(text, match.start()) and len(match[0]) > 1:
            yield Spot(Span(*match.span()), "数", doubtful=True)


def _quantities(text: str) -> Iterator[Spot]:
    for amount in amounts(text):
        yield Spot(amount.span, amount.dimension.value)
    for mention in mentions(text):
        yield Spot(mention.span, unit_named(mention.quantity.unit).dimension.value)
