"""带批注的原件：每条问题批在它所指的那几个字上，正文一字不动。"""

import io
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import cast

import docx
from docx.document import Document as DocxDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.text.run import Run

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.docx_file import DocxReading, Placed
from assistant.adapters.documents.faults import broken
from assistant.adapters.documents.safe_xml import tree
from assistant.adapters.documents.sniff import Kind, sniff
from assistant.adapters.papers.runs import cut
from assistant.adapters.stable_zip import stable
from assistant.domain.document import Document
from assistant.domain.errors import BadInput
from assistant.domain.findings import Finding, Span

AUTHOR, INITIALS = "绩稿核查", "绩"


def commented(name: str, content: bytes, findings: Sequence[Finding], at: datetime) -> bytes:
    """加了批注的 docx。别的格式、带宏的抛 BadInput。同样的输入得到同样的字节。"""
    if sniff(name, content) is not Kind.DOCX:
        raise BadInput(f"{name} 不是 docx，不能加批注", "请看问题清单，或另存为 docx 后再查。")
    document = _opened(name, content)
    reading = DocxReading(name, document.element, partial(tree, Archive(name, content)))
    read = reading.document()
    spans = [finding.fault.where for finding in findings]
    placed = cut(reading.placed, [edge for span in spans if span for edge in span])
    for finding in findings:
        if pieces := _pieces(placed, finding.fault.where):
            runs = [Run(cast(CT_R, end.run), document) for end in (pieces[0], pieces[-1])]
            said = words(finding, _pointing(read, finding, pieces))
            comment = document.add_comment(runs, said, AUTHOR, INITIALS)
            comment._comment_elm.set(qn("w:date"), at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    out = io.BytesIO()
    document.save(out)
    return stable(out.getvalue())


def words(finding: Finding, pointing: str = "") -> str:
    """一条批注的文字：程度、毛病、所指何处（批不到那几个字上时）、应是什么、改好的句子。"""
    fault = finding.fault
    lines = [f"【{finding.severity.value}】{fault.message}"]
    lines += [f"所指：{pointing}"] if pointing else []
    lines += [f"应为：{fault.expected}"] if fault.expected else []
    lines += [f"可改为：{fault.suggestion}"] if fault.suggestion else []
    return "\n".join([*lines, f"（{finding.code}）"])


def _opened(name: str, content: bytes) -> DocxDocument:
    try:
        return docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, OSError, PackageNotFoundError) as error:
        if b"macroEnabled" in content or name.lower().endswith(".docm"):
            raise BadInput(f"{name} 带宏，不能加批注", "请另存为不带宏的 docx 后再查。") from error
        raise broken(name) from error


def _pieces(placed: Sequence[Placed], span: Span | None) -> Sequence[Placed]:
    """一段文字所在的各截；公式、自动编号不在 run 里，批在它前面一截。

    没有位置的问题（如缺少事实）批在全文开头。
    """
    if span is None:
        return placed[:1]
    inside = [piece for piece in placed if _overlap(piece.span, span)]
    before = [piece for piece in placed if piece.span.end <= span.start][-1:]
    return inside or before or placed[:1]


def _pointing(document: Document, finding: Finding, pieces: Sequence[Placed]) -> str:
    """批注没有落在原字上的（文本框、脚注、公式），说明指的是哪里的哪几个字。"""
    span = finding.fault.where
    if span is None or all(each.direct and _overlap(each.span, span) for each in pieces):
        return ""
    quote = "".join(document.quote(span).split())
    return f"{document.place(span.start)}“{quote}”"


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
