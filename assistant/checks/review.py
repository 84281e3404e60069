"""过一遍全部规则，得出问题清单。"""

import hashlib
from collections import Counter
from collections.abc import Iterable

from assistant.checks.dossier import Dossier
from assistant.checks.registry import RULES
from assistant.checks.rule import Rule
from assistant.domain.findings import Fault, Finding


def review(dossier: Dossier, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """全部问题，按在文中的位置排列；没有位置的在最后。"""
    seen: Counter[tuple[str, str]] = Counter()
    findings = [
        _finding(dossier, rule, fault, seen) for rule in rules for fault in rule.check(dossier)
    ]
    return tuple(sorted(findings, key=_place))


def _finding(dossier: Dossier, rule: Rule, fault: Fault, seen: Counter[tuple[str, str]]) -> Finding:
    quote = dossier.document.quote(fault.where) if fault.where else fault.found
    seen[rule.code, quote] += 1
    page = dossier.document.page_of(fault.where.start) if fault.where else None
    return Finding(
        id=_id(rule.code, quote, seen[rule.code, quote]),
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        fault=fault,
        quote=quote,
        page=page,
    )


def _id(code: str, quote: str, occurrence: int) -> str:
    """代号、原文、第几次出现：同一毛病每次校核编号相同。"""
    squeezed = "".join(quote.split())
    return hashlib.sha256(f"{code}|{squeezed}|{occurrence}".encode()).hexdigest()[:12]


def _place(finding: Finding) -> tuple[int, int, str]:
    where = finding.fault.where
    return (where.start, where.end, finding.code) if where else (1 << 60, 0, finding.code)
