"""每条规则的例文就是它的测试：错例要找得出，正例不许报。"""

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.checks.dossier import Dossier
from assistant.checks.law.cited import cited_in
from assistant.checks.registry import RULES
from assistant.checks.rule import Rule
from assistant.domain.document import plain
from assistant.domain.ledger import Ledger
from assistant.reading.reading import read
from assistant.scoring.ledger import ledger_of
from tests.checks.books import SHELF
from tests.checks.localities import NATIONAL
from tests.needs import ROOT
from tests.notation import fact

OUTLINE = FileCatalogue(ROOT / "knowledge").outline("department-self-evaluation")

WRONG = [pytest.param(r, e, id=f"{r.code}-{n}") for r in RULES for n, e in enumerate(r.wrong)]
RIGHT = [pytest.param(r, e, id=f"{r.code}-{n}") for r in RULES for n, e in enumerate(r.right)]


def told(lines: str) -> Ledger:
    """一行一项事实的台账：名称，冒号，值。"""
    keys = {field.label: field.key for field in OUTLINE.fields}
    pairs = [line.split("：") for line in lines.splitlines()]
    facts = [
        fact(keys[name.removeprefix("上年")], value, 2022 if name.startswith("上年") else 2023)
        for name, value in pairs
    ]
    return ledger_of(facts, OUTLINE, NATIONAL, 2023)


def faults(rule: Rule, text: str) -> list[str]:
    facts, _, said = text.partition("成文：\n")
    book = told(facts.removeprefix("台账：\n").strip()) if text.startswith("台账：") else None
    document = plain("例文", said if book else text)
    reading = read(document)
    cited = cited_in(reading, SHELF)
    dossier = Dossier(document, reading, NATIONAL, 2023, book, cited)
    return [fault.message for fault in rule.check(dossier)]


@pytest.mark.parametrize(("rule", "example"), WRONG)
def test_wrong_example_is_found(rule: Rule, example: str) -> None:
    assert faults(rule, example)


@pytest.mark.parametrize(("rule", "example"), RIGHT)
def test_right_example_passes(rule: Rule, example: str) -> None:
    assert faults(rule, example) == []
