"""扫过一段：逐字认出句、分句、括号和提示词，给每个数定下角色和名称。"""

import re
from collections.abc import Sequence

from assistant.domain.quantities import unit_named
from assistant.reading.claims.sentence.alongside import alongside
from assistant.reading.claims.sentence.banding import banded
from assistant.reading.claims.sentence.comparisons import Comparison, comparisons
from assistant.reading.claims.sentence.cues import Cue, Role, cue, inline
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.skeleton import N, places, skeleton
from assistant.reading.claims.sentence.subjects import subjects
from assistant.reading.claims.sentence.whereabouts import State, events
from assistant.reading.claims.sentence.yearly import dated
from assistant.reading.text.flow import Flow
from assistant.reading.text.labels import Label, parse
from assistant.reading.text.quantities import mention_of, spots
from assistant.reading.text.spotting import Spot

_MAX_LEAD = 90
_PAUSES = re.compile("[，。；：！？（）]")
_NUMBERS = re.compile(N)
_EACH = re.compile(r"分别|各(?!项|类|级|部|单|科|股)|均(?!衡)")
_LISTED = re.compile(r"(?:[、和与及]|以及|，和|，)")


def paragraph(number: int, flow: Flow) -> Paragraph:
    """读出一段里的数。"""
    found = spots(flow.text)
    frame = skeleton(flow.text, found)
    if not found:
        return Paragraph(number, flow, frame, (), (), ())
    compared = tuple(comparisons(frame))
    items = banded(frame, dated(frame, _Scan(number, flow, frame, found, compared).items()))
    return Paragraph(number, flow, frame, items, tuple(subjects(items)), compared)


class _Scan:
    """一段的扫描：逐个数收集，夹在后一个数的占比、比较里的数随后改判。"""

    def __init__(
        self,
        number: int,
        flow: Flow,
        frame: str,
        found: Sequence[Spot],
        compared: Sequence[Comparison],
    ) -> None:
        self.number, self.flow, self.frame, self.found = number, flow, frame, found
        self.places = places(frame)
        self.numbers = {place: n for n, place in enumerate(self.places)}
        self.events = events(frame)
        self.compared = compared
        self.passed = self.happened = 0
        self.state = State()
        self.done: list[Item] = []

    def items(self) -> list[Item]:
        """全部的数。"""
        at = 0
        for index, (spot, place) in enumerate(zip(self.found, self.places, strict=True)):
            self._advance(place, index)
            item = self._item(index, spot, place)
            if index and _LISTED.fullmatch(self.frame, at, place):
                item = alongside(item, self.done[-1])
            self.done.append(item)
            if item.label.year:
                self.state.years.add(item.label.year)
            bound = item.role in (Role.SHARE, Role.COMPLETION) and not item.follows
            if item.operand >= 0 and bound:
                self._bind(item.operand, Role.WHOLE, item.whole)
            at = place + 1
            self.state.passed()
        return self.done

    def _advance(self, place: int, index: int) -> None:
        """看过这个数之前的标点和提示词。"""
        while self.happened < len(self.events) and self.events[self.happened].end() <= place:
            self.state.see(self.events[self.happened], self.frame, index)
            self.happened += 1

    def _item(self, index: int, spot: Spot, place: int) -> Item:
        state = self.state
        against = self._against(place)
        lead, beside = self._lead(place, against)
        seen = self._seen(index, spot, place, lead, against, beside=beside)
        inlined = self._inlined(place)
        compare = against if seen.role in (Role.CHANGE, Role.RATE) else None
        mention = mention_of(self.flow, spot)
        return Item(  # 一段有多少个数就造多少个：照次序给，按名称给要慢一倍多
            spot,
            mention,
            mention.quantity,
            Role.BASE if inlined else seen.role,
            parse(inlined.text) if inlined else self._label(seen),
            seen.direction,
            compare,
            _NUMBERS.sub("", seen.whole) if seen.whole else "",
            seen.name,
            self._operand(index, seen, compare),
            state.opens,
            state.reason,
            state.totals,
            _each(lead),
            False,
            state.marked,
            state.hosts[-1] if state.hosts else -1,
            place,
            self._bare(index, place),
            unit_named(spot.unit).dimension,
            self.number,
            state.sentence,
            state.part,
            state.clause,
            len(state.hosts),
        )

    def _bare(self, index: int, place: int) -> str:
        """数前面同一分句里、上一个数之后的骨架。"""
        last = self.places[index - 1] if index else -1
        return _PAUSES.split(self.frame[max(last + 1, place - _MAX_LEAD) : place])[-1]

    def _lead(self, place: int, against: Comparison | None) -> tuple[str, bool]:
        """数前面的话，去掉比较的基数；以及基数是不是紧挨着。"""
        start = max(self.state.start, place - _MAX_LEAD)
        if not (against and against.end > start):
            return self.frame[start:place], False
        lead = self.frame[start : against.start] + self.frame[max(against.end, start) : place]
        return lead, against.end >= place - 5

    def _operand(self, index: int, seen: Cue, compare: Comparison | None) -> int:
        """话里带着的另一个数的序号：占50万元的30%，较40万元增加；没有为 -1。"""
        if compare and compare.inline >= 0:
            operand = self.numbers[compare.inline]
            own = operand >= index or self.done[operand].part == self.state.part
            return operand if own else -1
        inlined = seen.role in (Role.SHARE, Role.COMPLETION) and inline(seen.whole)
        return index - 1 if inlined else -1

    def _seen(
        self,
        index: int,
        spot: Spot,
        place: int,
        lead: str,
        against: Comparison | None,
        *,
        beside: bool,
    ) -> Cue:
        """角色；“高于……2个百分点”的方向在比较词里。"""
        if against and against.direction and against.end == place:
            role = Role.RATE if spot.unit in ("%", "‰", "成", "倍") else Role.CHANGE
            return Cue(role, lead, against.direction)
        after = self.frame[place + 1 : place + 24]
        moved = self._moved()
        compared = bool(against) or moved or len(self.state.years) > 1
        return cue(
            lead,
            spot.unit,
            spot.qualifier,
            after,
            compared=compared or -1 in self.state.years,
            beside=beside,
            moved=moved and not _LISTED.match(lead),
        )

    def _moved(self) -> bool:
        """刚说完由多少到多少。"""
        last = self.done[-1] if self.done else None
        return bool(last and last.role is Role.REACHED and last.part == self.state.part)

    def _label(self, seen: Cue) -> Label:
        """名称：前一个数之后的字；句首没有名称的，承前面的小标题。"""
        text = _NUMBERS.split(seen.label)[-1]
        label = parse(text)
        if (
            seen.role in (Role.ORIGIN, Role.REACHED)
            and (when := parse(seen.whole).year) is not None
        ):
            label = label._replace(year=when)
        if self.state.topic and not label.core and seen.role is Role.LEVEL:
            topic, self.state.topic = self.state.topic, ""
            return label._replace(core=parse(topic).core)
        return label

    def _against(self, place: int) -> Comparison | None:
        """同一句里最近的、已经说完的比较。"""
        while self.passed < len(self.compared) and self.compared[self.passed].end <= place:
            self.passed += 1
        last = self.compared[self.passed - 1] if self.passed else None
        return last if last and last.start >= self.state.floor else None

    def _inlined(self, place: int) -> Comparison | None:
        """正夹着这个数的比较。"""
        now = self.compared[self.passed] if self.passed < len(self.compared) else None
        return now if now and now.inline == place else None

    def _bind(self, index: int, role: Role, whole: str) -> None:
        self.done[index] = self.done[index]._replace(role=role, label=parse(whole))


def _each(lead: str) -> str:
    """各、均、分别：一句管几个数。"""
    found = _EACH.search(lead)
    return found.group() if found else ""
