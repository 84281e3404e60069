"""校核：任何一份写好的报告，读一遍、算一遍、按规则过一遍。"""

from collections.abc import Sequence
from typing import Any

from assistant.checks.dossier import Dossier
from assistant.checks.law.cited import Cited, cited_in
from assistant.checks.review import review
from assistant.checks.texts import year_of
from assistant.domain.checked import CheckResult, Referenced
from assistant.domain.document import Document
from assistant.domain.findings import Coverage, Finding, Severity, Span
from assistant.domain.ledger import Ledger
from assistant.domain.locality import Locality
from assistant.domain.quantities import Quantity, digits
from assistant.domain.shelf import Shelf
from assistant.domain.statements import CheckedFigure, FigureStatus, Operand, Statement
from assistant.reading.coverage import figures_of
from assistant.reading.reading import read

EMPTY = Shelf()


def check(
    document: Document,
    locality: Locality,
    year: int | None = None,
    ledger: Ledger | None = None,
    printed: Sequence[Span] = (),
    shelf: Shelf = EMPTY,
) -> CheckResult:
    """查一份文档，引用与 shelf 对照。

    ledger 和 printed（由台账印出的各处）只在本系统起草的报告才有。
    """
    reading = read(document)
    cited = cited_in(reading, shelf)
    dossier = Dossier(document, reading, locality, year or 0, ledger, cited)
    figures = figures_of(reading, printed)
    findings = _weighed(document, review(dossier))
    return CheckResult(
        document,
        figures,
        reading.statements,
        findings,
        coverage_of(figures),
        tuple(_referenced(each, year_of(dossier)) for each in cited if _names(each)),
        shelf.digest,
    )


def _names(cited: Cited) -> bool:
    """说得出是哪份文件的。"""
    return bool(cited.reference.title or cited.reference.document_number)


def _referenced(cited: Cited, year: int) -> Referenced:
    reference = cited.reference
    return Referenced(
        cited.span,
        reference.title,
        reference.document_number,
        reference.article,
        tuple(source.id for source in cited.versions(year) or cited.sources),
        tuple(passage.id for passage in cited.passages(year)),
    )


def _weighed(document: Document, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """由图片识别的文字一个字也不能断定：必改降为存疑。"""
    if not document.recognised:
        return findings
    return tuple(
        each.model_copy(update={"severity": Severity.DOUBT})
        if each.severity is Severity.MUST
        else each
        for each in findings
    )


def coverage_of(figures: tuple[CheckedFigure, ...]) -> Coverage:
    """各种着落各有多少。"""
    statuses = [figure.status for figure in figures]
    return Coverage(
        figures=len(statuses),
        verified=statuses.count(FigureStatus.VERIFIED),
        sourced=statuses.count(FigureStatus.SOURCED),
        unchecked=statuses.count(FigureStatus.UNCHECKED),
    )


Json = dict[str, Any]


def check_json(result: CheckResult, file: str = "") -> Json:
    """Contract 的 check 对象。"""
    text, numbers = result.document.text, _Numbers()
    return {
        "file": file or result.document.name,
        "coverage": result.coverage.model_dump(),
        "figures": [_figure(figure, text, numbers) for figure in result.figures],
        "statements": [_statement(each, text, numbers) for each in result.statements],
        "findings": [finding_json(each) for each in result.findings],
        "references": [_reference(each, text) for each in result.references],
        "notes": list(result.document.notes),
    }


def _reference(each: Referenced, text: str) -> Json:
    return {
        "text": text[each.span.start : each.span.end],
        "start": each.span.start,
        "end": each.span.end,
        "title": each.title,
        "document_number": each.document_number,
        "provision": each.provision,
        "known": bool(each.sources),
        "sources": list(each.sources),
    }


class _Numbers(dict[int, tuple[str, str, str]]):
    """数量 → value、unit、base_value 的写法；同一个数量出现在几条断言里，只印一次。

    照是不是同一个来记：796.8 与 796.80 相等，印出来不同。
    """

    def of(self, quantity: Quantity) -> tuple[str, str, str]:
        """一个数量的三项。"""
        found = self.get(id(quantity))
        if found is None:
            found = digits(quantity.value), quantity.unit, digits(quantity.base)
            self[id(quantity)] = found
        return found


def _figure(figure: CheckedFigure, text: str, numbers: _Numbers) -> Json:
    start, end = figure.mention.span
    value, unit, base = numbers.of(figure.mention.quantity)
    return {
        "text": text[start:end],
        "value": value,
        "unit": unit,
        "base_value": base,
        "start": start,
        "end": end,
        "status": str(figure.status),
    }


def _operand(operand: Operand, numbers: _Numbers) -> Json:
    role, quantity, (start, end), _ = operand
    value, unit, base = numbers.of(quantity)
    return {
        "role": role,
        "value": value,
        "unit": unit,
        "base_value": base,
        "start": start,
        "end": end,
    }


def _stated(operand: Operand, numbers: _Numbers) -> Json:
    """等级一类不成数的，value 是所写的字。"""
    if operand.text:
        return {"value": operand.text, "unit": ""}
    value, unit, base = numbers.of(operand.quantity)
    return {"value": value, "unit": unit, "base_value": base}


def _statement(each: Statement, text: str, numbers: _Numbers) -> Json:
    start, end = each.span
    return {
        "relation": str(each.relationship),
        "quote": text[start:end],
        "start": start,
        "end": end,
        "operands": [_operand(operand, numbers) for operand in each.operands],
        "stated": _stated(each.stated, numbers),
        "expected": each.expected,
        "verdict": str(each.verdict),
        "cause": str(each.cause),
        "certain": each.certain,
        "formula": each.formula,
    }


def finding_json(finding: Finding) -> Json:
    """一条问题。"""
    where = finding.fault.where
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "quote": finding.quote,
        "start": where.start if where else None,
        "end": where.end if where else None,
        "page": finding.page,
        "message": finding.fault.message,
        "expected": finding.fault.expected,
        "suggestion": finding.fault.suggestion,
        "cause": finding.fault.cause,
    }


def check_text(result: CheckResult, file: str) -> str:
    """给人看的结果：按程度分组，每条一段。"""
    lines = [file]
    for severity in Severity:
        found = [each for each in result.findings if each.severity is severity]
        lines.append(f"【{severity.value}】{len(found)} 处")
        lines += [f"  {each.code} {_where(each)}{each.fault.message}" for each in found]
    coverage = result.coverage
    lines.append(
        f"共 {coverage.figures} 个数：验算 {coverage.verified}，有出处 {coverage.sourced}，"
        f"无从核对 {coverage.unchecked}。"
    )
    return "\n".join((*lines, *result.document.notes))


def _where(finding: Finding) -> str:
    page = f"第{finding.page}页 " if finding.page else ""
    quote = "".join(finding.quote.split())
    return f"{page}“{quote}”：" if quote else page
