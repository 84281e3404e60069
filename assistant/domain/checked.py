"""校核结果：一份文档查完之后的全部所得。"""

from typing import NamedTuple

from assistant.domain.document import Document
from assistant.domain.findings import Coverage, Finding, Span
from assistant.domain.statements import CheckedFigure, Statement


class Referenced(NamedTuple):
    """文中引用的一处法规或文件。sources 是库里各版本的编号，passages 是所引的那一条。"""

    span: Span
    title: str
    document_number: str
    provision: str
    sources: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


class CheckResult(NamedTuple):
    """一份文档的校核结果。library 是所对照的资料库的摘要。"""

    document: Document
    figures: tuple[CheckedFigure, ...]
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    references: tuple[Referenced, ...] = ()
    library: str = ""
