"""每条规则的例文就是它的测试：错例要找得出，正例不许报。"""

import pytest

from assistant.checks.dossier import Dossier
from assistant.checks.registry import RULES
from assistant.checks.rule import Rule
from assistant.domain.document import plain
from assistant.reading.reading import read
from tests.checks.localities import NATIONAL

WRONG = [pytest.param(r, e, id=f"{r.code}-{n}") for r in RULES for n, e in enumerate(r.wrong)]
RIGHT = [pytest.param(r, e, id=f"{r.code}-{n}") for r in RULES for n, e in enumerate(r.right)]


def faults(rule: Rule, text: str) -> list[str]:
    document = plain("例文", text)
    dossier = Dossier(document, read(document), NATIONAL, 2023)
    return [fault.message for fault in rule.check(dossier)]


@pytest.mark.parametrize(("rule", "example"), WRONG)
def test_wrong_example_is_found(rule: Rule, example: str) -> None:
    assert faults(rule, example)


@pytest.mark.parametrize(("rule", "example"), RIGHT)
def test_right_example_passes(rule: Rule, example: str) -> None:
    assert faults(rule, example) == []
