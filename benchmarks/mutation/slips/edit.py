"""错法的共用语汇：改动、错法、勾稽中的数。"""

from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import NamedTuple, TypeAlias

from benchmarks.mutation.figures import Figure
from benchmarks.mutation.passage import Claim, Passage, Token, Word, tokens

Edit: TypeAlias = Mapping[str, Token | None]
Finder: TypeAlias = Callable[[Random, Passage], Iterator[Edit]]


class Slip(NamedTuple):
    """kind 错法名；label 中文；cause 应指出的原因（空为不要求指出原因）。"""

    kind: str
    label: str
    cause: str
    find: Finder


def figures_of(passage: Passage) -> list[Figure]:
    """文中（不含句外）的全部数。"""
    hidden = {figure.key for figure in passage.hidden}
    return [t for t in tokens(passage).values() if isinstance(t, Figure) and t.key not in hidden]


def by_role(claim: Claim, role: str) -> list[str]:
    return [key for r, key in claim.operands if r == role]


def figure(passage: Passage, key: str) -> Figure | None:
    """可改的数；句外的或已不在的返回 None。"""
    if any(each.key == key for each in passage.hidden):
        return None
    found = tokens(passage).get(key)
    return found if isinstance(found, Figure) else None


def operand(passage: Passage, claim: Claim, role: str) -> Figure | None:
    """操作数，句外的也算。"""
    found = tokens(passage)
    keys = by_role(claim, role)
    token = found.get(keys[0]) if keys else None
    return token if isinstance(token, Figure) else None


def word(passage: Passage, key: str) -> Word | None:
    found = tokens(passage).get(key)
    return found if isinstance(found, Word) else None


def redigit(figure: Figure, digits: str) -> Edit:
    return {figure.key: figure._replace(digits=digits)}


def claims_of(passage: Passage, *relations: str) -> Iterator[Claim]:
    return (claim for claim in passage.claims if claim.relation in relations)
