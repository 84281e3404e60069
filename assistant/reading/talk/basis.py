"""口径：同一项的预算数和决算数。“三公经费支出预算为A，支出决算为B”：A 是预算数，B 是决算数。"""

import re
from collections.abc import Mapping, Sequence

from assistant.domain.facts import FieldSpec
from assistant.reading.talk.gaps import is_filler

_BUDGET_NAME = re.compile(r"(?P<stem>.+?)(?:年初)?预算(?:数|金额)?")
OUTCOME = re.compile(
    r"决算|实际支出|(?:全年|实际)?执行数?|全年(?:实际)?支出数?|实际完成|实际发生|实际采购|最终支出"
)
_SPOKEN_OF = re.compile(
    r"(?:都|全|说的|报的|指的|这|以上|上面)(?:都|全)?是(?:按)?"
    r"(?P<name>决算|年初预算|全年预算|调整后?预算)(?:报?表|口径)?(?:里|上)?的?(?:数据?|口径)?[。！!\s]*$"
)
_BUDGET = re.compile(r"[\s，,；;(]*(?:年初|全年|支出)?预算数?(?:为|是|安排|安排了)?\s*")


def outcome_of(specs: Mapping[str, FieldSpec], keys: Sequence[str]) -> tuple[str, ...]:
    """预算数字段 → 同一项的决算数字段：三公经费预算数 → 三公经费。没有的为空。"""
    stems = {m["stem"] for key in keys if (m := _BUDGET_NAME.fullmatch(specs[key].label))}
    if not stems:
        return ()
    return tuple(s.key for s in specs.values() if stems & {s.label, *s.aliases})


def stated_basis(specs: Mapping[str, FieldSpec], text: str) -> tuple[str, ...]:
    """话尾交代的口径：“收入A，支出B，都是决算的数” → 决算收入总计。没有为空。"""
    match = _SPOKEN_OF.search(text)
    if match is None:
        return ()
    incomes = (spec for spec in specs.values() if spec.key.endswith(".income"))
    return tuple(
        s.key for s in incomes if any(n.startswith(match["name"]) for n in (s.label, *s.aliases))
    )


def budget_of(specs: Mapping[str, FieldSpec], keys: Sequence[str]) -> tuple[str, ...]:
    """决算数字段 → 同一项的预算数字段。"""
    return tuple(key for key in specs if set(outcome_of(specs, [key])) & set(keys))


def other_basis(
    specs: Mapping[str, FieldSpec], keys: Sequence[str], clause: str
) -> tuple[str, ...]:
    """承前而换了口径：“预算A，决算B”“决算A，预算B”。没有换的为空。"""
    if not all(key in specs for key in keys):
        return ()
    if OUTCOME.search(clause) and is_filler(OUTCOME.sub("", clause)):
        return outcome_of(specs, keys)
    return budget_of(specs, keys) if _BUDGET.fullmatch(clause) else ()
