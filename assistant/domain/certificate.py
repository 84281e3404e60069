"""核查证明：什么文件、用哪一版规则、查出什么、接受了什么。由这些内容可以逐字节重做一遍。"""

import hashlib
import json
from typing import Literal

from assistant.domain.facts import Frozen
from assistant.domain.findings import Coverage, Severity, Waiver

FORMAT: Literal["jigao-certificate-1"] = "jigao-certificate-1"


class RulePack(Frozen):
    """规则包：条数和全部规则源码的摘要。摘要相同，规则就一字不差。"""

    rules: int
    sha256: str

    @property
    def version(self) -> str:
        """给人看的短写。"""
        return self.sha256[:12]


class CertifiedFinding(Frozen):
    """证明上的一条问题。"""

    id: str
    code: str
    severity: Severity
    place: str
    quote: str
    message: str
    expected: str = ""


class Certificate(Frozen):
    """核查证明。checked_at 由时钟给出；number 由其余全部内容算出，改一个字就对不上。"""

    format: Literal["jigao-certificate-1"] = FORMAT
    number: str = ""
    file: str
    size: int
    sha256: str
    checked_at: str
    locality: str
    locality_title: str
    locality_sha256: str
    library_sha256: str = ""
    year: int | None = None
    rules: RulePack
    coverage: Coverage
    findings: tuple[CertifiedFinding, ...] = ()
    accepted: tuple[Waiver, ...] = ()
    notes: tuple[str, ...] = ()

    def numbered(self) -> "Certificate":
        """填上编号。"""
        body = json.dumps(self.model_dump(mode="json", exclude={"number"}), ensure_ascii=False)
        return self.model_copy(update={"number": hashlib.sha256(body.encode()).hexdigest()[:16]})

    def to_json(self) -> bytes:
        """机读文件的字节。"""
        body = json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1)
        return f"{body}\n".encode()

    def count(self, severity: Severity) -> int:
        """某种程度的问题有几条。"""
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def open_must(self) -> int:
        """没有改正也没有被接受的必改。"""
        waived = {waiver.finding for waiver in self.accepted}
        return sum(1 for f in self.findings if f.severity is Severity.MUST and f.id not in waived)

    @property
    def conclusion(self) -> str:
        """一句结论。"""
        if self.open_must:
            return f"尚有必改 {self.open_must} 处，改正前不宜报出。"
        return "没有未了结的必改问题。"
