"""核查证明的复核：照证明上的输入从头重做一遍，再逐字节比较；不同处逐条说明。"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from assistant.domain.certificate import Certificate, CertifiedFinding
from assistant.domain.errors import Unreadable
from assistant.workflow.checking.certifying import certify
from assistant.workflow.checking.inspecting import Order, Upload, inspect
from assistant.workflow.desk import CheckDesk

_SAVED_AGAIN = (
    "机读内容逐项一致，但证明文件的字节不同：它被改过或另存过，印出的字可能与机读内容不符。"
    "请用当初出具的原件复核。"
)


class Verification(NamedTuple):
    """复核的结果：differences 为空就是逐字节一致。"""

    certificate: Certificate
    differences: tuple[str, ...]


def verify(desk: CheckDesk, name: str, issued: bytes, document: bytes) -> Verification:
    """复核一份证明（docx 或 json）。document 是当初所查的文件；变得读不了也是变了。"""
    old = desk.papers.parse(name, issued)
    locality = desk.catalogue.locality(old.locality)
    try:
        result = inspect(desk, Order(locality, old.year), Upload(old.file, document))
    except Unreadable as error:
        sha256 = hashlib.sha256(document).hexdigest()
        if sha256 == old.sha256:
            raise
        return Verification(old, (_replaced(old, len(document), sha256), error.words))
    at = datetime.fromisoformat(old.checked_at)
    new = certify(result, document, locality, old.year, desk.papers.rule_pack(), at, old.accepted)
    rebuilt = new.to_json() if name.lower().endswith(".json") else desk.papers.page(new)
    differences = tuple(_differences(old, new))
    if rebuilt != issued and not differences:
        differences = (_SAVED_AGAIN,)
    return Verification(old, differences)


def _differences(old: Certificate, new: Certificate) -> Iterator[str]:
    if old.sha256 != new.sha256:
        yield _replaced(old, new.size, new.sha256)
    if old.rules != new.rules:
        yield (
            f"规则包变了：出证时 {old.rules.version}（{old.rules.rules} 条），"
            f"现在 {new.rules.version}（{new.rules.rules} 条）。"
        )
    if old.locality_sha256 != new.locality_sha256:
        yield f"地区口径 {old.locality} 的内容变了。"
    if old.library_sha256 != new.library_sha256:
        yield "资料库里的法规变了：引用的核对可能因此不同。"
    if old.coverage != new.coverage:
        yield f"覆盖变了：证明上 {_shown(old)}，重做得 {_shown(new)}。"
    yield from _changed(old.findings, new.findings)
    if old.notes != new.notes:
        yield "读入说明变了。"
    if old.number != old.numbered().number:
        yield "证明上的编号与内容对不上：证明出具后被改过。"


def _replaced(old: Certificate, size: int, sha256: str) -> str:
    return (
        f"被查的文件变了：出证时 {old.size} 字节、摘要 {old.sha256[:12]}，"
        f"现在 {size} 字节、摘要 {sha256[:12]}。"
    )


def _changed(old: Iterable[CertifiedFinding], new: Iterable[CertifiedFinding]) -> Iterator[str]:
    before, after = {f.id: f for f in old}, {f.id: f for f in new}
    for finding in before.values():
        if finding.id not in after:
            yield f"证明上有、重做没有：{_line(finding)}"
        elif finding != after[finding.id]:
            yield f"证明上的写法与重做不同：{_line(finding)}"
    for finding in after.values():
        if finding.id not in before:
            yield f"重做有、证明上没有：{_line(finding)}"


def _line(finding: CertifiedFinding) -> str:
    return f"【{finding.severity.value}】{finding.code} {finding.place} {finding.message}"


def _shown(certificate: Certificate) -> str:
    c = certificate.coverage
    return f"{c.figures} 个数（验算 {c.verified}、有出处 {c.sourced}、未核 {c.unchecked}）"
