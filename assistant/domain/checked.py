"""校核结果：一份文档查完之后的全部所得。"""

from typing import NamedTuple

from assistant.domain.document import Document
from assistant.domain.findings import Coverage, Finding
from assistant.domain.statements import CheckedFigure, Statement


class CheckResult(NamedTuple):
    """一份文档的校核结果。"""

    document: Document
    figures: tuple[CheckedFigure, ...]
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
