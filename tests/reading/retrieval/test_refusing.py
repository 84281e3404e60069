from datetime import date

import pytest

from assistant.domain.evidence import Passage, Source
from assistant.reading.retrieval.naming import Named
from assistant.reading.retrieval.provisions import Provision
from assistant.reading.retrieval.refusing import named_wrongly, unreadable

ON = date(2024, 12, 31)


def provision(article: str, text: str = "甲。\n乙。", *, verbatim: bool = True) -> Provision:
    source = Source(
        id="rule", title="用纸条例", verbatim=verbatim, effective_from=date(2021, 1, 1), articles=3
    )
    passage = Passage(id=f"rule#{article}", source=source, provision=article, text=text)
    return Provision(passage, None, date(2021, 1, 1), None)


RULE = [provision("第一条"), provision("第二条"), provision("第三条")]


def said(article: str, on: date = ON, paragraph: int | None = None) -> str:
    return named_wrongly(Named(("用纸条例",), "", article, paragraph), RULE, on)


def test_an_article_that_stands_is_not_refused() -> None:
    assert said("第三条") == ""
    assert said("第三条", paragraph=2) == ""


def test_an_article_beyond_the_last_is_refused_with_the_count() -> None:
    assert said("第九条") == "《用纸条例》共3条，没有第九条。请核对条号。"


def test_a_paragraph_that_is_not_there_is_refused() -> None:
    assert "没有这一款项" in said("第三条", paragraph=5)


def test_a_year_before_the_rule_is_refused_with_the_day() -> None:
    why = said("第一条", date(2019, 12, 31))
    assert "2021年1月1日起施行" in why
    assert "2019年" in why


def test_what_is_missing_is_named() -> None:
    assert "《财政监督法》" in named_wrongly(Named((), "《财政监督法》"), [], ON)


@pytest.mark.parametrize(
    "question", ["", "12345678", "🙂🙂🙂", "what is the budget", "预算预算预算预算", "啊啊啊啊啊"]
)
def test_what_cannot_be_read_is_said_so(question: str) -> None:
    assert unreadable(question)


@pytest.mark.parametrize(
    "question", ["预备费留多少", "资产怎么处置", "岁末余银可留用否", "Excel里的决算表要公开吗"]
)
def test_plain_and_classical_questions_are_readable(question: str) -> None:
    assert unreadable(question) == ""
