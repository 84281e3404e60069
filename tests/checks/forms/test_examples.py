"""每条表格规则的错例报出这一条，正例一条也不报。"""

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.checks.forms import run  # noqa: F401 引入即登记规则
from assistant.checks.forms.book import form_rule, summary_rule, workbook_rule
from assistant.checks.forms.rule import CellFault, Rule
from assistant.domain.forms import Workbook
from assistant.scoring.forms import ScoredForm, scored
from assistant.scoring.summaries import ScoredSummary, scored_summary
from tests.form_notation import Example, examples, form, summary, workbook

SCHEMES = FileCatalogue(ROOT / "knowledge")


def _form(example: Example) -> ScoredForm:
    return scored(form(example.edits), SCHEMES.scheme(example.scheme))


def _summary(example: Example) -> ScoredSummary:
    return scored_summary(summary(example.edits), SCHEMES.scheme(example.scheme))


def _found(rule: Rule[ScoredForm] | Rule[ScoredSummary], example: Example) -> list[CellFault]:
    subject = _form(example) if rule in form_rule.rules else _summary(example)
    return list(rule.check(subject))  # type: ignore[arg-type]  # 规则与对象同册


@pytest.mark.parametrize("rule", [*form_rule.rules, *summary_rule.rules], ids=lambda r: r.code)
def test_a_rule_finds_its_wrong_example(rule: Rule[ScoredForm]) -> None:
    wrong = examples(rule.doc, "错例")
    assert wrong
    assert all(len(_found(rule, example)) >= 1 for example in wrong)


@pytest.mark.parametrize("rule", form_rule.rules, ids=lambda r: r.code)
def test_no_rule_alarms_on_a_right_form(rule: Rule[ScoredForm]) -> None:
    for example in examples(rule.doc, "正例"):
        assert form_rule.run(_form(example), "表") == ()


@pytest.mark.parametrize("rule", summary_rule.rules, ids=lambda r: r.code)
def test_no_rule_alarms_on_a_right_summary(rule: Rule[ScoredSummary]) -> None:
    for example in examples(rule.doc, "正例"):
        assert summary_rule.run(_summary(example), "汇总") == ()


@pytest.mark.parametrize("rule", workbook_rule.rules, ids=lambda r: r.code)
def test_rules_across_tables(rule: Rule[Workbook]) -> None:
    for example in examples(rule.doc, "错例"):
        assert rule.code in {f.code for f in workbook_rule.run(workbook(example.edits))}
    for example in examples(rule.doc, "正例"):
        assert workbook_rule.run(workbook(example.edits)) == ()


def test_every_rule_says_its_basis() -> None:
    docs = [(r.code, r.doc) for r in form_rule.rules]
    docs += [(r.code, r.doc) for r in summary_rule.rules]
    docs += [(r.code, r.doc) for r in workbook_rule.rules]
    assert [code for code, doc in docs if "依据：" not in doc] == []
