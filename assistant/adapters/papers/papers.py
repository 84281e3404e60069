"""核查文书：把各种文书合成 ports.CheckPapers。程序库用到时才载入。"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from assistant.adapters.whole_files import writing
from assistant.domain.certificate import Certificate, RulePack
from assistant.domain.checked import CheckResult
from assistant.domain.errors import BadInput
from assistant.domain.findings import Finding


class FilePapers:
    """实现 ports.CheckPapers。"""

    def comments(
        self, name: str, content: bytes, findings: Sequence[Finding], at: datetime
    ) -> bytes:
        """带批注的 docx。"""
        from assistant.adapters.papers.docx_comments import commented

        return commented(name, content, findings, at)

    def workbook(self, result: CheckResult, at: datetime) -> bytes:
        """问题清单 xlsx。"""
        from assistant.adapters.papers.findings_book import findings_book

        return findings_book(result, at)

    def page(self, certificate: Certificate) -> bytes:
        """核查证明 docx。"""
        from assistant.adapters.papers.certificate_page import certificate_page

        return certificate_page(certificate)

    def parse(self, name: str, content: bytes) -> Certificate:
        """从核查证明（docx 或 json）取机读内容。"""
        try:
            return Certificate.model_validate_json(_attached(name, content))
        except ValidationError as error:
            raise BadInput(
                f"{name} 不是本系统出具的核查证明，或已残缺",
                "请给 jigao check --out 写出的“核查证明”json 或 docx。",
            ) from error

    def save(self, path: Path, content: bytes) -> None:
        """写到磁盘：先写临时文件再改名，不留半截文件。"""
        try:
            with writing(path) as out:
                out.write(content)
        except OSError as error:
            raise BadInput(
                f"{path} 写不了：{error.strerror}", "请检查文件夹的权限和磁盘空间。"
            ) from error

    def load(self, path: Path) -> bytes | None:
        """取先前写下的；没有或读不了是 None。"""
        try:
            return path.read_bytes()
        except OSError:
            return None

    def rule_pack(self) -> RulePack:
        """现在的规则包。"""
        from assistant.adapters.papers.rule_pack import rule_pack

        return rule_pack()


def _attached(name: str, content: bytes) -> bytes:
    if not content.startswith(b"PK"):
        return content
    from assistant.adapters.documents.archive import Archive
    from assistant.adapters.documents.safe_xml import tree
    from assistant.adapters.papers.certificate_page import ATTACHMENT

    root = tree(Archive(name, content), ATTACHMENT)
    return b"" if root is None else (root.text or "").encode()
