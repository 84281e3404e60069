"""核查证明的出具，和带理由的接受。"""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from assistant.domain.certificate import Certificate, CertifiedFinding, RulePack
from assistant.domain.checked import CheckResult
from assistant.domain.errors import Refused
from assistant.domain.findings import Finding, Waiver
from assistant.domain.locality import Locality


def certify(
    result: CheckResult,
    content: bytes,
    locality: Locality,
    year: int | None,
    rules: RulePack,
    at: datetime,
    accepted: Sequence[Waiver] = (),
) -> Certificate:
    """出具一份证明。"""
    return Certificate(
        file=result.document.name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        checked_at=at.isoformat(timespec="seconds"),
        locality=locality.id,
        locality_title=locality.title,
        locality_sha256=digest(locality),
        library_sha256=result.library,
        year=year,
        rules=rules,
        coverage=result.coverage,
        findings=tuple(_certified(result, finding) for finding in result.findings),
        accepted=tuple(accepted),
        notes=result.document.notes,
    ).numbered()


def accept(finding: Finding, reason: str, by: str, at: datetime) -> Waiver:
    """接受一条问题；数字和得分的必改不许，理由和姓名缺一不可。"""
    if not finding.waivable:
        raise Refused(
            f"{finding.code} 是数字或得分的必改问题，只能改正，不能接受", "请改正原文后重查。"
        )
    if not reason.strip() or not by.strip():
        raise Refused("接受问题要写明理由和姓名", "请补上再试。")
    return Waiver(
        finding=finding.id,
        code=finding.code,
        quote=finding.quote,
        reason=reason.strip(),
        by=by.strip(),
        at=at.isoformat(timespec="seconds"),
    )


def digest(locality: Locality) -> str:
    """地区口径全部内容的摘要。"""
    return hashlib.sha256(locality.model_dump_json().encode()).hexdigest()


def _certified(result: CheckResult, finding: Finding) -> CertifiedFinding:
    where = finding.fault.where
    return CertifiedFinding(
        id=finding.id,
        code=finding.code,
        severity=finding.severity,
        place=result.document.place(where.start) if where else "全文",
        quote=finding.quote,
        message=finding.fault.message,
        expected=finding.fault.expected,
    )
