"""把结果写成 docs/benchmarks.md 可用的表，并列出漏查与误报的个案。"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from benchmarks.mutation.checker import Finding
from benchmarks.mutation.mutants import CHECKABLE, EQUIVALENT, UNREACHABLE, Fates
from benchmarks.mutation.passage import render
from benchmarks.mutation.scoring import Clean, Verdict
from benchmarks.mutation.slips.catalogue import SLIPS


class Share(NamedTuple):
    """分子、分母；分母为零印作“—”。"""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part / self.whole:.4f} ({self.part}/{self.whole})" if self.whole else "—"


def _short(share: Share) -> str:
    return f"{share.part / share.whole:.3f}" if share.whole else "—"


def recall(found: Sequence[Verdict]) -> Share:
    return Share(sum(bool(v.severity) for v in found), len(found))


def certain(found: Sequence[Verdict]) -> Share:
    return Share(sum(v.severity == "必改" for v in found), len(found))


def strict_cause(found: Sequence[Verdict]) -> Share:
    """查出的错里，指出的原因正是注入的原因（有规定原因的错法）。"""
    due = [v for v in found if v.severity and v.mutant.slip.cause]
    return Share(sum(v.mutant.slip.cause in v.causes for v in due), len(due))


def fair_cause(found: Sequence[Verdict]) -> Share:
    """同上，同样说得通（改一处即全部相容）的原因也算。"""
    due = [v for v in found if v.severity and v.mutant.slip.cause]
    return Share(sum(bool(v.mutant.causes & v.causes) for v in due), len(due))


def right_value(found: Sequence[Verdict]) -> Share:
    due = [v for v in found if v.severity and v.expected is not None]
    return Share(sum(bool(v.expected) for v in due), len(due))


def precision(found: Sequence[Verdict], clean: Sequence[Clean], severity: str) -> Share:
    """命中的错（该级别）对命中加误报。"""
    hits = sum(v.severity == severity for v in found)
    alarms = [f for v in found for f in v.alarms] + [f for c in clean for f in c.alarms]
    return Share(hits, hits + sum(f.severity == severity for f in alarms))


def coverage(clean: Sequence[Clean]) -> Share:
    return Share(sum(c.covered for c in clean), sum(c.labelled for c in clean))


def summary(found: Sequence[Verdict], clean: Sequence[Clean]) -> Iterator[str]:
    own = [c for c in clean if c.base.group != "公开句"]
    both = Share(
        sum(v.severity in ("必改", "存疑") for v in found),
        sum(v.severity in ("必改", "存疑") for v in found)
        + sum(len(v.alarms) for v in found)
        + sum(len(c.alarms) for c in own),
    )
    yield "| 指标 | 值 |"
    yield "|---|---|"
    yield f"| 查全（可查的错） | {recall(found)} |"
    yield f"| 其中判为必改 | {certain(found)} |"
    yield f"| 查准：必改 | {precision(found, own, '必改')} |"
    yield f"| 查准：存疑 | {precision(found, own, '存疑')} |"
    yield f"| 查准：必改与存疑合计 | {both} |"
    yield f"| 归因（注入的原因） | {strict_cause(found)} |"
    yield f"| 归因（同样说得通的也算） | {fair_cause(found)} |"
    yield f"| 应有值即原值 | {right_value(found)} |"
    yield f"| 覆盖（标注数：核验或有出处） | {coverage(clean)} |"
    read = Share(sum(c.judged for c in clean), sum(c.claims for c in clean))
    yield f"| 干净勾稽读出并判相容 | {read} |"
    quiet = Share(sum(not c.alarms and not c.wrong for c in own), len(own))
    yield f"| 干净底稿全无误报 | {quiet} |"
    others = Share(sum(len(c.others) for c in own), len(own))
    yield f"| 其他规则族的必改、存疑（条/份） | {others} |"


def by_kind(found: Sequence[Verdict], fates: Fates) -> Iterator[str]:
    yield "| 错法 | 说明 | 试改 | 无从判定 | 仍相容 | 测数 | 查全 | 必改 | 归因 |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|"
    groups = _grouped(found, lambda v: v.mutant.slip.kind)
    for slip in SLIPS:
        counts = fates.counts.get(slip.kind, Counter())
        rows = groups.get(slip.kind, [])
        tried = sum(counts.values())
        lost = [f"{_percent(counts.get(end, 0), tried)}" for end in (UNREACHABLE, EQUIVALENT)]
        cause = _short(fair_cause(rows)) if slip.cause else "不要求"
        yield (
            f"| {slip.kind} | {slip.label} | {tried} | {lost[0]} | {lost[1]} | {len(rows)} "
            f"| {_short(recall(rows))} | {_short(certain(rows))} | {cause} |"
        )
    total = sum(c.get(CHECKABLE, 0) for c in fates.counts.values())
    yield f"\n可查的错共 {total} 个，均衡取样 {len(found)} 个。"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "—"


def by(found: Sequence[Verdict], title: str, key: Callable[[Verdict], str]) -> Iterator[str]:
    yield f"| {title} | 测数 | 查全 | 必改 | 归因 |"
    yield "|---|---:|---:|---:|---:|"
    for name, rows in sorted(_grouped(found, key).items()):
        values = (recall(rows), certain(rows), fair_cause(rows))
        yield f"| {name} | {len(rows)} | " + " | ".join(map(_short, values)) + " |"


def _grouped(found: Iterable[Verdict], key: Callable[[Verdict], str]) -> dict[str, list[Verdict]]:
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in found:
        groups[key(verdict)].append(verdict)
    return groups


def relation(verdict: Verdict) -> str:
    return verdict.mutant.broken[0].relation


def misses(found: Sequence[Verdict]) -> Iterator[dict[str, str]]:
    """漏查个案：错法、句族、改前改后、读出了什么。"""
    for verdict in found:
        if not verdict.severity:
            yield {
                "id": verdict.mutant.id,
                "kind": verdict.mutant.slip.kind,
                "family": verdict.mutant.base.family,
                "relation": relation(verdict),
                "before": render(verdict.mutant.base.passage).text,
                "after": render(verdict.mutant.passage).text,
                "got": verdict.got,
            }


def alarms(found: Sequence[Verdict], clean: Sequence[Clean]) -> Iterator[dict[str, str]]:
    """误报个案。"""
    for row in clean:
        for finding in row.alarms:
            yield _alarm(row.base.id, row.base.family, finding, render(row.base.passage).text)
        for wrong in row.wrong:
            yield {
                "id": row.base.id,
                "family": row.base.family,
                "code": f"statement:{wrong.relation}",
                "severity": "语句",
                "quote": wrong.quote,
                "message": "/".join(wrong.figures),
                "text": render(row.base.passage).text,
            }
    for verdict in found:
        for finding in verdict.alarms:
            text = render(verdict.mutant.passage).text
            yield _alarm(verdict.mutant.id, verdict.mutant.slip.kind, finding, text)


def _alarm(name: str, family: str, finding: Finding, text: str) -> dict[str, str]:
    fields = finding._asdict()
    chosen = {k: str(fields[k]) for k in ("code", "severity", "quote", "message")}
    return {"id": name, "family": family, **chosen, "text": text}
