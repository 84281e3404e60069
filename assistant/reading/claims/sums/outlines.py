"""跨段的列举：一段以“其中：”“如下：”结尾，其后带编号的各段是它的各项。"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input, agrees
from assistant.reading.claims.sentence.closure import is_closed, is_split
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.heads import Above
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.text.labels import GENERIC, PLANNED, core, likeness
from assistant.reading.text.marks import deeper, ordinal

_OPENS = re.compile(r"(?:其中|如下|以下(?:几个)?方面|包括|分别为)[：:]?$")
_TOPIC = re.compile(r"([^，。；：]{4,40}?)(?:主要内容|主要用途|具体情况|情况)?如下[：:]?$")
_SIDE = re.compile("(?:支出|收入)[^，。；：]{0,8}如下[：:]?$")
_LEFT = re.compile("结余|结转|剩余")
_DIFFERS = re.compile("(?:大于|小于|多于|少于|高于|低于|相差|差额|增加|减少)")


class Head(NamedTuple):
    """列举的总数：所在的段和序号。"""

    paragraph: Paragraph
    at: int

    @property
    def item(self) -> Item:
        """那个数。"""
        return self.paragraph.items[self.at]

    @property
    def basis(self) -> str:
        """口径。"""
        return self.paragraph.subjects[self.at].basis


def outline_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """各处跨段列举的合计；每种口径各算一遍。"""
    for at, paragraph in enumerate(paragraphs):
        if not _OPENS.search(paragraph.text.rstrip("：: \x00")) and not _ends_told(paragraph):
            continue
        members = _members(paragraphs, at)
        if len(members) < 2:
            continue
        apart = _is_apart(paragraph)
        for head in _heads(paragraphs, at):
            claim = _claim(head, members)
            if claim is not None and not _explained(head, claim):
                yield claim._replace(doubt=Doubt.AGREE) if apart else claim


def _explained(head: Head, claim: Claim) -> bool:
    """预算46万元，决算41万元，其中：各段合起来正是决算：列的是决算的各项，不拿来算预算。"""
    ways = [inputs for _, inputs in ((claim.formula, claim.inputs), *claim.others)]
    if any(agrees(TOTAL, inputs, claim.stated) for inputs in ways):
        return False
    mates = (
        plain(item, "total")
        for item in head.paragraph.items
        if item is not head.item and item.role is Role.LEVEL and same_unit(item, head.item)
    )
    return any(agrees(TOTAL, claim.inputs, mate) for mate in mates)


def _ends_told(paragraph: Paragraph) -> bool:
    """共4个项目，涉及资金642.26万元：——末一个数之后就是冒号。"""
    return bool(paragraph.items) and paragraph.after(len(paragraph.items) - 1) == "："


def _is_apart(paragraph: Paragraph) -> bool:
    """甲占乙的几成。其中：下面列的也可能是乙的各项。"""
    text = paragraph.text.rstrip("：: \x00")
    return text.endswith("。其中") and "占" in text


def headed_claims(found: Iterable[Above]) -> Iterator[Claim]:
    """没有编号的各段合成上一段的总数；名称不成套的，只有算得通才算读懂。"""
    for above in found:
        own = (above.paragraph.items[above.first],) if above.first >= 0 else ()
        heads = (*own, *(member.items[0] for member in above.members))
        parts = (*own, *(part for member in above.members for part in _told_in(member, above.item)))
        ways = [*dict.fromkeys((heads, parts))]
        ways.sort(key=lambda way: not is_split([each.label.core for each in way]))
        (inputs, *rest) = (_inputs(way) for way in ways)
        whole = plain(above.item, "total")
        sure = is_split([part.label.core for part in ways[0]])
        span = Span(whole.span.start, inputs[-1].span.end)
        doubt = Doubt.NONE if sure else Doubt.AGREE
        others = tuple((TOTAL, way) for way in rest)
        yield Claim(Relationship.SUM, TOTAL, inputs, whole, span, others=others, doubt=doubt)


def _inputs(parts: Sequence[Item]) -> tuple[Input, ...]:
    return tuple(plain(part, f"part{n}") for n, part in enumerate(parts, 1))


def _told_in(member: Paragraph, whole: Item) -> Iterator[Item]:
    """一段里的各项：两项没有分段的，后一项打头另起一句；说原因的、再往下分的不算。"""
    sentence = -1
    for item in member.items:
        starts, sentence = item.sentence != sentence, item.sentence
        named = item.label.core not in GENERIC and item.opens is None and not item.reason
        if starts and named and item.role is Role.LEVEL and same_unit(item, whole):
            yield item


def _members(paragraphs: Sequence[Paragraph], at: int) -> list[Paragraph]:
    """其后连续编号的各段；夹着的无编号段属于上一项。"""
    members: list[Paragraph] = []
    style, number = "", 0
    for paragraph in paragraphs[at + 1 :]:
        mark = ordinal(paragraph.flow.text)
        if mark is None:
            if not members:
                break
            continue
        if not style and mark.number == 1:
            style = mark.style
        if mark.style == style and mark.number == number + 1:
            members.append(paragraph)
            number += 1
        elif not style or mark.style == style or not deeper(mark.style, style):
            break
    return members


def _heads(paragraphs: Sequence[Paragraph], at: int) -> list[Head]:
    """总数：本段里每种口径最后一个数；本段没有数的，按题目在前文找。"""
    own = _by_basis(paragraphs[at])
    if own:
        return own
    topic = _TOPIC.search(paragraphs[at].text)
    if topic is None:
        return []
    name = core(topic[1])
    for paragraph in reversed(paragraphs[max(0, at - 6) : at]):
        found = [
            Head(paragraph, i)
            for i, item in enumerate(paragraph.items)
            if item.role is Role.LEVEL and likeness(name, paragraph.subjects[i].core) >= 2
        ]
        if found:
            return found[-1:]
    return []


def _by_basis(paragraph: Paragraph) -> list[Head]:
    """差额（决算数大于预算数多少）不是总数。"""
    last: dict[str, Head] = {}
    told = _told(paragraph)
    for index, item in enumerate(paragraph.items):
        level = item.role is Role.LEVEL and not item.reason and item.depth == 0
        if level and index not in told and not _DIFFERS.search(item.lead):
            head = Head(paragraph, index)
            last[head.basis] = head
    side = _SIDE.search(paragraph.text)
    heads = [head for head in last.values() if not side or not _LEFT.search(head.item.lead)]
    return heads if side is None or heads else []


def _told(paragraph: Paragraph) -> range:
    """甲10万元、乙20万元。具体情况如下：上一句已经列完的各项，不是下面各段的总数。"""
    items, end = paragraph.items, len(paragraph.items)
    if not items or "。" not in paragraph.after(end - 1):
        return range(0)
    sentence = items[-1].sentence
    opened = [i for i in range(end) if items[i].opens is not None and items[i].sentence == sentence]
    return range(opened[0], end) if opened else range(0)


def _claim(head: Head, members: Sequence[Paragraph]) -> Claim | None:
    chosen = [_matching(head, member) for member in members]
    parts = [pair for pair in chosen if pair is not None]
    told = {item.label.basis in PLANNED for item, _ in parts}
    if head.basis in PLANNED and len(told) > 1:
        return None
    if len(parts) != len(members) or any(_again(head, *pair) for pair in parts):
        return None
    inputs = tuple(plain(item, f"part{n}") for n, (item, _) in enumerate(parts, 1))
    firsts = tuple(_first(head, member) for member in members)
    start, end = head.item.mention.span.start, inputs[-1].span.end
    return Claim(
        Relationship.SUM,
        TOTAL,
        inputs,
        plain(head.item, "total"),
        Span(start, max(start, end)),
        others=((TOTAL, tuple(f for f in firsts if f is not None)),),
        closed=is_closed([label for _, label in parts]),
    )


def _again(head: Head, item: Item, name: str) -> bool:
    """所谓总数就是其中一项，前面先说了一遍。"""
    own = head.paragraph.subjects[head.at].core
    return item.quantity == head.item.quantity and likeness(own, name) >= 3


def _first(head: Head, member: Paragraph) -> Input | None:
    """一项开头写的数。"""
    item = next((i for i in member.items if same_unit(i, head.item)), None)
    return plain(item, "part") if item is not None and item.role is Role.LEVEL else None


def _matching(head: Head, member: Paragraph) -> tuple[Item, str] | None:
    """一项里与总数同口径的第一个数，再往下分的“其中”不算；各数都没写口径的取第一个。"""
    inner = [i for i, item in enumerate(member.items) if i and item.opens is not None]
    levels = [
        i
        for i, item in enumerate(member.items[: inner[0] if inner else None])
        if item.role is Role.LEVEL and same_unit(item, head.item) and not item.reason
    ]
    exact = [i for i in levels if member.subjects[i].basis == head.basis]
    bare = [i for i in levels if not member.subjects[i].basis]
    chosen = exact or (bare if not head.basis or bare[:1] == levels[:1] else [])
    if not chosen:
        return None
    return member.items[chosen[0]], member.subjects[chosen[0]].core
