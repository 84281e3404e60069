"""每条表格规则的错例报出这一条，正例一条也不报。"""

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.checks.forms import run
from assistant.checks.forms.book import form_rule, summary_rule, workbook_rule
from assistant.checks.forms.rule import CellFault, Rule
from assistant.checks.registry import BY_CODE
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
    wrong = examples(rule.wrong)
    assert wrong
    assert all(len(_found(rule, example)) >= 1 for example in wrong)


@pytest.mark.parametrize("rule", form_rule.rules, ids=lambda r: r.code)
def test_no_rule_alarms_on_a_right_form(rule: Rule[ScoredForm]) -> None:
    for example in examples(rule.right):
        assert form_rule.run(_form(example), "表") == ()


@pytest.mark.parametrize("rule", summary_rule.rules, ids=lambda r: r.code)
def test_no_rule_alarms_on_a_right_summary(rule: Rule[ScoredSummary]) -> None:
    for example in examples(rule.right):
        assert summary_rule.run(_summary(example), "汇总") == ()


@pytest.mark.parametrize("rule", workbook_rule.rules, ids=lambda r: r.code)
def test_rules_across_tables(rule: Rule[Workbook]) -> None:
    for example in examples(rule.wrong):
        assert rule.code in {f.code for f in workbook_rule.run(workbook(example.edits))}
    for example in examples(rule.right):
        assert workbook_rule.run(workbook(example.edits)) == ()


def test_codes_are_unlike_those_of_the_report_rules() -> None:
    assert set(run.by_code()).isdisjoint(BY_CODE)
    assert len(run.by_code()) == sum(
        len(book.rules) for book in (form_rule, summary_rule, workbook_rule)
    )
