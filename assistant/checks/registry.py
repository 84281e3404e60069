"""规则登记表：全部规则，按代号排列。加一条规则：写一个函数；加一个文件：在这里加一行。"""

from types import ModuleType

from assistant.checks import (
    answered,
    bounds,
    ceilings,
    changes,
    dates,
    evidence,
    grades,
    groups,
    headings,
    ledger,
    names,
    numbering,
    periods,
    presence,
    privacy,
    project_names,
    punctuation,
    ratios,
    rosters,
    scales,
    scores,
    slips,
    sums,
    wording,
)
from assistant.checks.law import articles, documents, saying
from assistant.checks.rule import Rule
from assistant.checks.told import moves, values

MODULES: tuple[ModuleType, ...] = (
    answered,
    articles,
    bounds,
    ceilings,
    changes,
    documents,
    dates,
    evidence,
    grades,
    groups,
    headings,
    ledger,
    moves,
    names,
    numbering,
    periods,
    presence,
    privacy,
    project_names,
    punctuation,
    ratios,
    rosters,
    saying,
    scales,
    scores,
    slips,
    sums,
    values,
    wording,
)


def _rules() -> tuple[Rule, ...]:
    found = [value for m in MODULES for value in vars(m).values() if isinstance(value, Rule)]
    codes = [rule.code for rule in found]
    if len(set(codes)) != len(codes):
        raise ValueError("规则代号有重复")
    return tuple(sorted(found, key=lambda rule: rule.code))


RULES: tuple[Rule, ...] = _rules()
BY_CODE = {rule.code: rule for rule in RULES}
