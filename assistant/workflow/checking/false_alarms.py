"""误报的登记与导出。"""

import hashlib
from collections.abc import Iterable

from assistant.domain.checked import CheckResult
from assistant.domain.document import Document
from assistant.domain.errors import BadInput, NotFound
from assistant.domain.false_alarms import FalseAlarm, RegressionCase
from assistant.domain.findings import Finding, Span
from assistant.reading.privacy.masking import spots
from assistant.workflow.desk import CheckDesk

_MASKS = {"姓名": "某", "号码": "×"}


def report_false_alarm(
    desk: CheckDesk, result: CheckResult, content: bytes, finding_id: str, reason: str, by: str
) -> FalseAlarm:
    """登记一条误报；只追加，不改原来的结果。"""
    finding = next((each for each in result.findings if each.id == finding_id), None)
    if finding is None:
        raise NotFound(f"没有问题 {finding_id}", "问题编号见 jigao check --json 的 findings.id。")
    if not reason.strip() or not by.strip():
        raise BadInput("登记误报要写明理由和姓名", "请补上再试。")
    alarm = FalseAlarm(
        at=desk.clock.now().isoformat(timespec="seconds"),
        by=by.strip(),
        reason=reason.strip(),
        file=result.document.name,
        sha256=hashlib.sha256(content).hexdigest(),
        rules=desk.papers.rule_pack().sha256,
        finding=finding.id,
        code=finding.code,
        severity=finding.severity.value,
        text=_passage(result.document, finding),
        quote=finding.quote,
        message=finding.fault.message,
    )
    desk.false_alarms.append(alarm)
    return alarm


def regression_cases(alarms: Iterable[FalseAlarm]) -> list[RegressionCase]:
    """导出为回归用例；同一处只留一条。"""
    cases = {
        (alarm.code, alarm.text, alarm.quote): RegressionCase(
            code=alarm.code,
            text=masked(alarm.text),
            quote=masked(alarm.quote),
            reason=masked(alarm.reason),
        )
        for alarm in alarms
    }
    return list(cases.values())


def masked(text: str) -> str:
    """遮去姓名和号码，字数不变；数量原样留着，用例要靠它。"""
    shown = list(text)
    for spot in spots(text):
        if mark := _MASKS.get(spot.kind):
            shown[spot.span.start : spot.span.end] = mark * (spot.span.end - spot.span.start)
    return "".join(shown)


def _passage(document: Document, finding: Finding) -> str:
    """问题所跨的各段；没有位置的问题（如缺少事实）取全文。"""
    where = finding.fault.where or Span(0, len(document.text))
    spans = [
        b.span for b in document.blocks if b.span.start < where.end and where.start < b.span.end
    ]
    if not spans:
        return document.quote(where)
    return document.text[min(s.start for s in spans) : max(s.end for s in spans)]
