"""一段文字：字面、数、词、可整体删去的条目；以及这些数之间声明的勾稽关系。"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from benchmarks.mutation import figures
from benchmarks.mutation.figures import Figure


class Word(NamedTuple):
    """有含义的词：增加 up、减少 down、持平 flat、优秀、大于 more……"""

    key: str
    text: str
    meaning: str


class Item(NamedTuple):
    """可整体删去的一条（其中的一项、表的一行、一是……）。"""

    key: str
    parts: "tuple[Part, ...]"


Part: TypeAlias = str | Figure | Word | Item
Token: TypeAlias = Figure | Word | Item


class Claim(NamedTuple):
    """一处勾稽：关系、操作数（角色，键）、所述之数的键。

    family：table 表内或表文之间；closed 措辞表明已列全；open “其中”未必列全；
    空为名目本身列全（三公、货物工程服务、人员公用……），少列一项时不再算全。
    """

    relation: str
    operands: tuple[tuple[str, str], ...]
    stated: str
    family: str = ""

    def members(self) -> tuple[str, ...]:
        return (*(key for _, key in self.operands), self.stated)


class Passage(NamedTuple):
    """parts 顺次相接即全文；hidden 是句外（同一文件别处）的操作数，不参与改动。"""

    parts: tuple[Part, ...]
    claims: tuple[Claim, ...] = ()
    hidden: tuple[Figure, ...] = ()


class Rendered(NamedTuple):
    """印成的文字和各键的起止位置。"""

    text: str
    spans: Mapping[str, tuple[int, int]]


def leaves(parts: Iterable[Part]) -> Iterator[str | Figure | Word]:
    for part in parts:
        if isinstance(part, Item):
            yield from leaves(part.parts)
        else:
            yield part


def tokens(passage: Passage) -> dict[str, Token]:
    """键到数、词、条目。"""
    found: dict[str, Token] = {figure.key: figure for figure in passage.hidden}
    _collect(passage.parts, found)
    return found


def _collect(parts: Iterable[Part], found: dict[str, Token]) -> None:
    for part in parts:
        if isinstance(part, str):
            continue
        found[part.key] = part
        if isinstance(part, Item):
            _collect(part.parts, found)


def printed(part: str | Figure | Word) -> str:
    if isinstance(part, str):
        return part
    return figures.text(part) if isinstance(part, Figure) else part.text


def render(passage: Passage) -> Rendered:
    pieces: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    _print(passage.parts, 0, pieces, spans)
    return Rendered("".join(pieces), spans)


def _print(
    parts: Iterable[Part], at: int, pieces: list[str], spans: dict[str, tuple[int, int]]
) -> int:
    for part in parts:
        start = at
        if isinstance(part, Item):
            at = _print(part.parts, at, pieces, spans)
        else:
            pieces.append(printed(part))
            at += len(pieces[-1])
        if not isinstance(part, str):
            spans[part.key] = (start, at)
    return at


def replace(passage: Passage, changes: Mapping[str, Token | None]) -> Passage:
    """把若干键换成新的数或词；None 表示删去该条目。"""
    return passage._replace(parts=_replaced(passage.parts, changes))


def _replaced(parts: Iterable[Part], changes: Mapping[str, Token | None]) -> tuple[Part, ...]:
    done: list[Part] = []
    for part in parts:
        if isinstance(part, str):
            done.append(part)
        elif part.key in changes:
            new = changes[part.key]
            if new is not None:
                done.append(new)
        elif isinstance(part, Item):
            done.append(Item(part.key, _replaced(part.parts, changes)))
        else:
            done.append(part)
    return tuple(done)


def prefixed(passage: Passage, prefix: str) -> Passage:
    """给所有键加前缀，便于拼成长文。"""

    def name(key: str) -> str:
        return prefix + key

    def walk(parts: Iterable[Part]) -> tuple[Part, ...]:
        return tuple(
            part
            if isinstance(part, str)
            else Item(name(part.key), walk(part.parts))
            if isinstance(part, Item)
            else part._replace(key=name(part.key))
            for part in parts
        )

    claims = tuple(
        claim._replace(
            operands=tuple((role, name(key)) for role, key in claim.operands),
            stated=name(claim.stated),
        )
        for claim in passage.claims
    )
    hidden = tuple(figure._replace(key=name(figure.key)) for figure in passage.hidden)
    return Passage(walk(passage.parts), claims, hidden)


def join(passages: Iterable[Passage], between: str = "") -> Passage:
    """前后相接；各段的键先加序号前缀。"""
    parts: list[Part] = []
    claims: list[Claim] = []
    hidden: list[Figure] = []
    for index, passage in enumerate(passages):
        piece = prefixed(passage, f"{index}.")
        parts += [*([between] if index and between else []), *piece.parts]
        claims += piece.claims
        hidden += piece.hidden
    return Passage(tuple(parts), tuple(claims), tuple(hidden))


def fill(template: str, slots: Mapping[str, Part | tuple[Part, ...]]) -> tuple[Part, ...]:
    """把模板里的 {名} 换成相应的部分；没有相应部分的名是程序错误。"""
    parts: list[Part] = []
    for index, piece in enumerate(re.split(r"\{(\w+)\}", template)):
        if index % 2 == 0:
            parts += [piece] if piece else []
            continue
        slot = slots[piece]
        if isinstance(slot, str | Figure | Word | Item):
            parts.append(slot)
        else:
            parts += slot
    return tuple(parts)
