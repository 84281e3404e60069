"""规则目录与程序一致；每条规则都说得清楚。"""

import json

import pytest

from assistant.checks.forms.run import by_code
from assistant.checks.registry import BY_CODE
from assistant.cli import main
from tests.needs import ROOT

RULES = {**BY_CODE, **by_code()}


def test_the_catalogue_in_the_documents_is_the_one_the_program_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain"]) == 0
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out == page, "重新生成：jigao explain > docs/rules.md"


@pytest.mark.parametrize("code", RULES)
def test_every_rule_explains_itself(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code.lower(), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["code"] == code
    assert told["basis"]
    assert told["wrong"]
    assert told["right"]


def test_examples_in_notation_say_how_to_read_them(capsys: pytest.CaptureFixture[str]) -> None:
    for code, said in (("SCR231", "只把下列各格改成所写的"), ("FIG901", "填写时确认过的事实")):
        assert main(["explain", code]) == 0
        assert said in capsys.readouterr().out
    assert main(["explain", "FIG103"]) == 0
    assert "例文" not in capsys.readouterr().out


def test_an_unknown_code_is_answered_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "FIG999"]) == 2
    assert "FIG103" in capsys.readouterr().err
