"""核查证明 docx：一页纸；机读内容作为附件放在文件里。"""

import io
from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import docx
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Length, Mm

from assistant.adapters.docx_styles import apply_styles
from assistant.adapters.stable_zip import stable
from assistant.domain.certificate import Certificate, CertifiedFinding
from assistant.domain.findings import Severity

ATTACHMENT = "customXml/jigao.xml"
_SHOWN = 12
_SHORT = 90


def certificate_page(certificate: Certificate) -> bytes:
    """同样的证明得到同样的字节。"""
    document = docx.Document()
    apply_styles(document)
    _lay_out(document, certificate)
    document.add_paragraph("核查证明", style="Title")
    _table(document, _facts(certificate), (34, 136))
    _findings(document, certificate)
    _accepted(document, certificate)
    document.add_paragraph(
        "复核：用本文件和所查的文件执行“jigao certificate verify 本文件”，"
        "程序照所列输入从头重做，逐字节比较。本证明只说明机器查了什么、查出什么，不代替审核。",
        style="附表文字",
    )
    _attach(document, certificate)
    out = io.BytesIO()
    document.save(out)
    return stable(out.getvalue())


def _lay_out(document: DocxDocument, certificate: Certificate) -> None:
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(18)
    section.left_margin = section.right_margin = Mm(20)
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = "核查证明", "", "", ""
    at = datetime.fromisoformat(certificate.checked_at)
    core.created = core.modified = at.replace(tzinfo=None)


def _facts(certificate: Certificate) -> list[tuple[str, ...]]:
    c, at = certificate.coverage, datetime.fromisoformat(certificate.checked_at)
    counts = "，".join(f"{s.value} {certificate.count(s)} 处" for s in Severity)
    year = f"，{certificate.year} 年度" if certificate.year else ""
    return [
        ("证明编号", certificate.number),
        ("所查文件", f"{certificate.file}（{certificate.size} 字节）"),
        ("文件摘要", f"SHA-256 {certificate.sha256}"),
        ("核查时间", f"{at.year}年{at.month}月{at.day}日 {at:%H:%M:%S}"),
        ("地区口径", f"{certificate.locality_title}（{certificate.locality}）{year}"),
        ("规则包", f"{certificate.rules.rules} 条规则，版本 {certificate.rules.version}"),
        (
            "数字覆盖",
            f"全文 {c.figures} 个数：验算 {c.verified}，有出处 {c.sourced}，"
            f"无从核对 {c.unchecked}；有着落的占 {c.share:.1%}",
        ),
        ("查出问题", counts),
        ("结论", certificate.conclusion),
    ]


def _findings(document: DocxDocument, certificate: Certificate) -> None:
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    ordered = sorted(certificate.findings, key=lambda finding: ranks[finding.severity])
    if not ordered:
        return
    document.add_paragraph("查出的问题", style="Caption")
    rows = [("程度", "代号", "位置", "问题"), *(_row(f) for f in ordered[:_SHOWN])]
    _table(document, rows, (14, 18, 34, 104))
    rest = len(ordered) - _SHOWN
    if rest > 0:
        document.add_paragraph(f"其余 {rest} 处见机读内容和问题清单。", style="附表文字")


def _row(finding: CertifiedFinding) -> tuple[str, ...]:
    return (finding.severity.value, finding.code, finding.place, _short(finding.message))


def _accepted(document: DocxDocument, certificate: Certificate) -> None:
    if certificate.accepted:
        document.add_paragraph("经说明理由后接受的问题", style="Caption")
        rows = [(w.code, _short(w.quote), _short(w.reason), w.by) for w in certificate.accepted]
        head = ("代号", "原文", "理由", "接受人")
        _table(document, [head, *rows[:_SHOWN]], (18, 60, 70, 22))


def _short(text: str) -> str:
    flat = "".join(text.split())
    return flat if len(flat) <= _SHORT else f"{flat[:_SHORT]}…"


def _table(document: DocxDocument, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    """各列写明宽度（毫米）；WPS 靠它排版。"""
    table = document.add_table(len(rows), len(widths), style="Table Grid")
    table.autofit = False
    sizes: list[Length] = [Mm(width) for width in widths]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text, size in zip(row.cells, texts, sizes, strict=True):
            cell.width = size
            cell.paragraphs[0].style = document.styles["附表文字"]
            cell.paragraphs[0].add_run(_clean(text))


def _clean(text: str) -> str:
    """去掉 XML 不许有的控制字符。"""
    return "".join(mark for mark in text if mark >= " " or mark in "\t\n")


def _attach(document: DocxDocument, certificate: Certificate) -> None:
    body = escape(certificate.to_json().decode())
    xml = f'<certificate xmlns="urn:jigao:certificate">{body}</certificate>'
    package = document.part.package
    part = Part(PackURI(f"/{ATTACHMENT}"), "application/xml", xml.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
