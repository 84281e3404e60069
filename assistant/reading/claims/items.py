"""句中的数：每个数量连同它的角色、名称、口径、所在的句和分句。"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, Quantity, unit_named
from assistant.domain.statements import Mention
from assistant.reading.claims.cues import Role, cue
from assistant.reading.text.flow import Flow
from assistant.reading.text.labels import GENERIC, Label, parse
from assistant.reading.text.quantities import mention_of, spots
from assistant.reading.text.spotting import Spot

MAX_LEAD = 80
_BRACKET = re.compile(r"（[^（）]{0,60}）")
_EVENT = re.compile(
    r"(?P<stop>[。！？])|(?P<part>[；;])|(?P<comma>[，,：:])|(?P<open>（)|(?P<close>）)"
    r"|(?P<within>其中|(?<!主要)包括(?!但)|包含|主要用于以下|分别为|分别是|构成(?:为|如下))"
    r"|(?P<reason>原因|由于|因为|主要是|主要系|主要为)"
    r"|(?P<total>合计|总计|共计|总共|累计(?!净)|小计)"
    r"|(?P<compare>(?:与|同|比|较|较之|相较于?|对比)(?=上|去|前|年初|预算|全年|调整|(?:19|20)\d\d))"
)
_STOPS = "。！？"
_LISTED = re.compile(r"[、和与及]|以及|，和")
_COMPARED = re.compile(
    r"(?:与|同|比|相?较(?:之|于)?|对比)"
    r"(?P<base>(?:上一?年度?|上一度|去年|前一?年|同期|年初|预算|全年|调整|(?:19|20)\d\d年?)[^，。；：、（]{0,16}?)"
    r"(?:相比较?|比较|相对比|比|(?=增|减|下|上升|提|降|多|少|持平|基本持平|略|有所|大幅|净|压|节|同|$))"
)


class Item(NamedTuple):
    """一个数。

    label 是自己的名称；base 是“较……”里的比较对象（空为未言）；whole 是“占……的”“完成……的”的整体；
    follows 表示与前一个数并列（A、B万元）；opens 表示前面刚说“其中”；reason 表示在说原因；
    totals 表示前面刚说合计；
    paragraph、sentence、part、clause 依次编号，depth 是括号层数。
    """

    spot: Spot
    mention: Mention
    role: Role
    label: Label
    direction: int
    base: str
    whole: str
    opens: bool
    reason: bool
    totals: bool
    each: str
    follows: bool
    paragraph: int
    sentence: int
    part: int
    clause: int
    depth: int

    @property
    def quantity(self) -> Quantity:
        """数量。"""
        return self.mention.quantity

    @property
    def dimension(self) -> Dimension:
        """量纲。"""
        return unit_named(self.mention.quantity.unit).dimension


class Paragraph(NamedTuple):
    """一段话和其中的数。text 是遮去无数量括号的连贯文字；subjects 是各数补全后的名称。"""

    number: int
    flow: Flow
    text: str
    items: tuple[Item, ...]
    subjects: tuple[Label, ...]

    def sentence(self, index: int) -> Span:
        """一个数所在的句子，在原文的位置。"""
        spot = self.items[index].spot
        start = max(self.text.rfind(mark, 0, spot.start) for mark in _STOPS) + 1
        ends = [at for mark in _STOPS if (at := self.text.find(mark, spot.end)) >= 0]
        return self.flow.span(start, min(ends, default=len(self.text)))


class _State:
    """逐字扫过一段时的所在：句、分句、括号，以及最近的提示。"""

    def __init__(self) -> None:
        self.sentence = self.part = self.clause = self.depth = 0
        self.start = 0
        self.opens = self.reason = self.totals = False
        self.base = ""

    def see(self, match: re.Match[str], text: str) -> None:
        """遇到一个标点或提示词。"""
        kind = match.lastgroup
        if kind == "stop":
            self.sentence += 1
            self.opens = self.reason = False
            self.base = ""
        elif kind == "within":
            self.opens = True
            self.start = match.end()
        elif kind == "reason":
            self.reason = True
        elif kind == "total":
            self.totals = True
        elif kind == "compare":
            self._compare(match, text)
        if kind in ("stop", "part", "comma", "open", "close"):
            self._boundary(kind, match.end())

    def _boundary(self, kind: str, end: int) -> None:
        self.part += kind in ("stop", "part")
        self.clause += 1
        self.depth += (kind == "open") - (kind == "close" and self.depth > 0)
        self.start = end

    def _compare(self, match: re.Match[str], text: str) -> None:
        found = _COMPARED.match(text, match.start(), match.start() + 40)
        if found:
            self.base = found["base"]


def paragraph(number: int, flow: Flow) -> Paragraph:
    """读出一段里的数。"""
    found = spots(flow.text)
    text = _masked(flow.text, found)
    items = tuple(_items(number, flow, text, found))
    return Paragraph(number, flow, text, items, tuple(_subjects(items)))


def _subjects(items: Sequence[Item]) -> Iterator[Label]:
    """补全省略的名称：支出决算为…… 承前一个数的名称。"""
    last = Label("")
    for item in items:
        label = item.label
        if item.role not in (Role.LEVEL, Role.CHANGE, Role.REACHED, Role.ORIGIN):
            yield label
            continue
        if label.core in GENERIC and not item.reason:
            if last.core.endswith(label.core):
                label = Label(last.core, label.basis or last.basis, label.year)
            elif label.basis:
                label = label._replace(core=last.core if last.basis else "")
        last = label
        yield label


def _masked(text: str, found: Sequence[Spot]) -> str:
    """没有数量的括号（（境）、（以合同签订为准））换成等长的空字，不打断句子。"""
    if "（" not in text:
        return text
    edges = {spot.start for spot in found}

    def hide(match: re.Match[str]) -> str:
        inside = any(at in edges for at in range(match.start(), match.end()))
        return match.group() if inside else "\x00" * len(match.group())

    return _BRACKET.sub(hide, _BRACKET.sub(hide, text))


def _items(number: int, flow: Flow, text: str, found: Sequence[Spot]) -> Iterator[Item]:
    state = _State()
    at = 0
    last: Item | None = None
    for spot in found:
        for event in _EVENT.finditer(text, at, spot.start):
            state.see(event, text)
        lead = text[max(state.start, at, spot.start - MAX_LEAD) : spot.start]
        item = _item(number, flow, spot, lead, state)
        if last is not None and _LISTED.fullmatch(text, at, spot.start):
            item = _alongside(item, last)
        yield item
        last, at = item, spot.end
        state.opens = state.totals = False


def _alongside(item: Item, last: Item) -> Item:
    """并列的后一个数，角色、方向同前一个。"""
    if item.dimension is not last.dimension:
        return item
    return item._replace(
        role=last.role,
        direction=last.direction,
        base=last.base,
        whole=last.whole,
        each=last.each,
        follows=True,
    )


def _item(number: int, flow: Flow, spot: Spot, lead: str, state: _State) -> Item:
    bare = lead.rstrip("\x00 ").removesuffix(spot.qualifier).rstrip("\x00 ")
    compared = _COMPARED.search(bare)
    base = state.base
    if compared:
        base = compared["base"]
        bare = bare[: compared.start()] + bare[compared.end() :]
    seen = cue(bare, spot.unit, spot.qualifier, compared=bool(base))
    return Item(
        spot=spot,
        mention=mention_of(flow, spot),
        role=seen.role,
        label=parse(seen.label),
        direction=seen.direction,
        base=base if seen.role in (Role.CHANGE, Role.RATE) else "",
        whole=seen.whole,
        opens=state.opens,
        reason=state.reason,
        totals=state.totals,
        each=_each(bare),
        follows=False,
        paragraph=number,
        sentence=state.sentence,
        part=state.part,
        clause=state.clause,
        depth=state.depth,
    )


def _each(lead: str) -> str:
    """各、均、分别：一句管几个数。"""
    found = re.search(r"分别|各(?!项|类|级|部|单|科|股)|均(?!衡)", lead)
    return found.group() if found else ""
