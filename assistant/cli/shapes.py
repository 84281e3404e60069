"""报告类命令的 JSON 形状（见 README“命令”）：事实、缺项、章节。"""

from typing import Any

from assistant.domain.facts import Fact
from assistant.domain.findings import Coverage, Finding
from assistant.domain.quantities import Quantity
from assistant.workflow.books import Book
from assistant.workflow.checking.checking import finding_json
from assistant.workflow.interview.asking import ask_for


def fact_json(fact: Fact, book: Book) -> dict[str, Any]:
    """一条事实。数量写成十进制字符串加单位，另给折成基本单位的值。"""
    shape: dict[str, Any] = {
        "id": fact.id,
        "key": fact.key,
        "label": book.ledger.label(fact.key),
        "year": fact.year,
        "value": fact.value,
        "unit": "",
        "status": fact.status,
        "quote": fact.provenance.quote,
        "source": fact.provenance.source,
        "locator": fact.provenance.locator,
        "corrects": fact.corrects or None,
    }
    if isinstance(fact.value, Quantity):
        shape |= {
            "value": f"{fact.value.value:f}",
            "unit": fact.value.unit,
            "base_value": f"{fact.value.base:f}",
        }
    return shape


def missing_json(book: Book) -> list[dict[str, str]]:
    """还缺的必填项，各带一句问法。"""
    return [{"key": a, "ask": ask_for(a, book)} for a in book.ledger.missing]


def asks_json(addresses: tuple[str, ...], book: Book) -> list[dict[str, str]]:
    """接着要问的。"""
    return [{"key": a, "ask": ask_for(a, book)} for a in addresses]


def open_finding_json(finding: Finding) -> dict[str, Any]:
    """报告里的一条问题：多出所在章节和能否说明理由接受。"""
    return finding_json(finding) | {"section": finding.section, "waivable": finding.waivable}


def coverage_json(coverage: Coverage) -> dict[str, Any]:
    """覆盖率。"""
    return {**coverage.model_dump(), "share": round(coverage.share, 4)}
