"""判定：只凭文面印出的数，一处勾稽是否相容。精确分数区间运算，不看被测程序。

规则同公开开发集：所述之数代表四舍五入到它的一切；操作数按各操作数中最细的精度取区间；
有一组真值能相容即为相容。上年为零无从判断。
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from benchmarks.mutation import figures
from benchmarks.mutation.figures import Figure
from benchmarks.mutation.operands import Facts
from benchmarks.mutation.passage import Claim, Passage, Token, tokens
from benchmarks.mutation.rules import RULES

CONSISTENT, INCONSISTENT, UNDETERMINED = "consistent", "inconsistent", "undetermined"


def facts(claim: Claim, found: Mapping[str, Token]) -> Facts | None:
    stated = found.get(claim.stated)
    if stated is None:
        return None
    operands = tuple((role, found[key]) for role, key in claim.operands if key in found)
    steps = [figures.step(t) for _, t in operands if isinstance(t, Figure)]
    width = min((s for s in steps if s), default=Fraction(0))
    return Facts(operands, stated, width, claim.family, len(claim.operands) - len(operands))


def judge(claim: Claim, found: Mapping[str, Token]) -> str:
    """consistent | inconsistent | undetermined。"""
    here = facts(claim, found)
    if here is None:
        return UNDETERMINED
    verdict = RULES[claim.relation](here)
    if verdict is None:
        return UNDETERMINED
    return CONSISTENT if verdict else INCONSISTENT


def broken(passage: Passage) -> list[Claim]:
    found = tokens(passage)
    return [claim for claim in passage.claims if judge(claim, found) == INCONSISTENT]


def broken_by(changed: Passage, edit: Iterable[str], before: Iterable[Claim]) -> list[Claim]:
    """改动之后的矛盾：只重判所涉的勾稽与先前已矛盾的。"""
    found, keys, again = tokens(changed), set(edit), set(before)
    return [
        claim
        for claim in changed.claims
        if (claim in again or keys & set(claim.members())) and judge(claim, found) == INCONSISTENT
    ]
