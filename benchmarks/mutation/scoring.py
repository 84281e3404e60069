"""对照答案计分：查全、误报、归因、应有值、覆盖。

命中：与被打破的勾稽所涉的数、词相交的 inconsistent 语句或 必改/存疑 发现，且改前的底稿上没有。
误报：干净底稿上图数类（FIG、SCR）的 必改/存疑 与 inconsistent 语句；改后文件里新出现而与错无关的。
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from benchmarks.mutation import naming
from benchmarks.mutation.checker import Finding, Result, Statement
from benchmarks.mutation.documents import Document, build
from benchmarks.mutation.figures import Figure
from benchmarks.mutation.mutants import Mutant
from benchmarks.mutation.passage import Claim, tokens
from benchmarks.mutation.pool import Base

BAD = ("必改", "存疑")
FIGURES = ("FIG", "SCR")


class Verdict(NamedTuple):
    """一个错的结果。severity 为命中中最重的：必改、存疑、语句（只有语句判为矛盾）、空为漏查。"""

    mutant: Mutant
    severity: str
    causes: frozenset[str]
    expected: bool | None
    alarms: tuple[Finding, ...]
    got: str


class Clean(NamedTuple):
    """一份干净底稿的结果。"""

    base: Base
    alarms: tuple[Finding, ...]
    others: tuple[Finding, ...]
    wrong: tuple[Statement, ...]
    labelled: int
    covered: int
    verified: int
    claims: int
    judged: int
    uncovered: tuple[str, ...]


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _touches(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(_overlap((start, end), span) for span in spans)


def spans_of(document: Document, claims: tuple[Claim, ...]) -> list[tuple[int, int]]:
    keys = {key for claim in claims for key in claim.members()}
    return [document.spans[key] for key in sorted(keys) if key in document.spans]


def judge(mutant: Mutant, result: Result, twin: Result) -> Verdict:
    document = build(mutant.passage, mutant.base.context)
    spans = spans_of(document, mutant.broken)
    findings = [f for f in _new(result, twin) if _touches(f.start, f.end, spans)]
    statements = [
        s
        for s in result.statements
        if s.verdict == "inconsistent"
        and _touches(s.start, s.end, spans)
        and not _same_statement(s, twin)
    ]
    causes = naming.named((*(s.cause for s in statements), *(f.message for f in findings)))
    return Verdict(
        mutant,
        _severity(findings, statements),
        causes,
        _expected(mutant, findings, statements),
        tuple(_alarms(mutant, document, spans, result, twin)),
        _got(findings, statements, result, spans),
    )


def _new(result: Result, twin: Result) -> Iterator[Finding]:
    """改前没有的 必改、存疑。"""
    before = {(f.code, f.quote) for f in twin.findings}
    for finding in result.findings:
        if finding.severity in BAD and (finding.code, finding.quote) not in before:
            yield finding


def _same_statement(statement: Statement, twin: Result) -> bool:
    return any(
        s.verdict == "inconsistent"
        and s.relation == statement.relation
        and s.figures == statement.figures
        for s in twin.statements
    )


def _severity(findings: list[Finding], statements: list[Statement]) -> str:
    found = {f.severity for f in findings}
    return next((s for s in BAD if s in found), "语句" if statements else "")


def _expected(mutant: Mutant, findings: list[Finding], statements: list[Statement]) -> bool | None:
    """所述之数被改错时，给出的应有值是否即原值；改的是操作数时不计。"""
    before = tokens(mutant.base.passage)
    stated = {c.stated for c in mutant.broken}
    keys = [k for k in mutant.touched if k in stated and isinstance(before[k], Figure)]
    if len(keys) != 1 or len(mutant.touched) != 1:
        return None
    figure = before[keys[0]]
    wanted = figure.digits.lstrip("-") if isinstance(figure, Figure) else ""
    expected = [*(f.expected for f in findings), *(s.expected for s in statements)]
    said = [text.replace(",", "") for text in expected]
    return any(_as_number(wanted) in _as_number(text) for text in said if text)


def _as_number(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _alarms(
    mutant: Mutant,
    document: Document,
    spans: list[tuple[int, int]],
    result: Result,
    twin: Result,
) -> Iterator[Finding]:
    """与错无关的新发现：不在错处那一句，也没有提到被改的数。"""
    now = tokens(mutant.passage)
    touched = [_sentence(document, k) for k in mutant.touched if k in document.spans]
    digits = [t.digits for k in mutant.touched if isinstance(t := now.get(k), Figure)]
    for finding in _new(result, twin):
        near = _touches(finding.start, finding.end, [*spans, *touched])
        said = (finding.quote + finding.message).replace(",", "") + _operands(finding, result)
        if not near and not any(d in said for d in digits) and finding.code[:3] in FIGURES:
            yield finding


def _operands(finding: Finding, result: Result) -> str:
    """发现所依据的语句用到的数：被改的数牵动了别处的合计，不算误报。"""
    here = [(finding.start, finding.end)]
    based = [s for s in result.statements if _touches(s.start, s.end, here)]
    return "｜".join(figure for s in based for figure in s.figures)


def _sentence(document: Document, key: str) -> tuple[int, int]:
    """所在的句：前后句号之间。"""
    start, end = document.spans[key]
    stop = document.text.find("。", end)
    return document.text.rfind("。", 0, start) + 1, len(document.text) if stop < 0 else stop


def _got(
    findings: list[Finding],
    statements: list[Statement],
    result: Result,
    spans: list[tuple[int, int]],
) -> str:
    """漏查时，被测程序在该处读出了什么。"""
    if findings or statements:
        return ""
    here = [s for s in result.statements if _touches(s.start, s.end, spans)]
    hints = [f for f in result.findings if _touches(f.start, f.end, spans)]
    said = [f"{s.relation}:{s.verdict}:{'/'.join(s.figures)}" for s in here]
    return "；".join([*said, *(f"{f.code}({f.severity})" for f in hints)]) or "没有语句"


def clean(base: Base, result: Result) -> Clean:
    document = build(base.passage, base.context)
    own = base.group != "公开句"
    bad = [f for f in result.findings if f.severity in BAD] if own else []
    wrong = [s for s in result.statements if s.verdict == "inconsistent"] if own else []
    figures = _labelled(base)
    states = {key: _status(document.spans[key], result) for key in figures}
    judged = sum(_judged(document, claim, result) for claim in base.passage.claims)
    return Clean(
        base,
        tuple(f for f in bad if f.code[:3] in FIGURES),
        tuple(f for f in bad if f.code[:3] not in FIGURES),
        tuple(wrong),
        len(figures),
        sum(s in ("verified", "sourced") for s in states.values()),
        sum(s == "verified" for s in states.values()),
        len(base.passage.claims),
        judged,
        tuple(k for k, s in states.items() if s not in ("verified", "sourced")),
    )


def _labelled(base: Base) -> list[str]:
    """勾稽所涉、印在文中的数（日期月份不算数）。"""
    found = tokens(base.passage)
    hidden = {f.key for f in base.passage.hidden}
    keys = {key for claim in base.passage.claims for key in claim.members()}
    return [k for k in sorted(keys - hidden) if isinstance(t := found.get(k), Figure) and t.unit]


def _status(span: tuple[int, int], result: Result) -> str:
    return next((f.status for f in result.figures if _overlap((f.start, f.end), span)), "")


def _judged(document: Document, claim: Claim, result: Result) -> bool:
    """所述之数处有判为相容的语句。"""
    span = document.spans[claim.stated]
    return any(
        s.verdict == "consistent" and _overlap((s.start, s.end), span) for s in result.statements
    )


def verdicts(mutants: list[Mutant], results: Mapping[str, Result]) -> list[Verdict]:
    return [judge(m, results[m.id], results[m.base.id]) for m in mutants]
