"""有据：段要在，引文要在，数、文号、条号也要在；编的一句也留不下。"""

from datetime import date
from decimal import Decimal

import pytest

from assistant.checks.answers.grounding import Said, fault_in, numbers
from assistant.domain.evidence import Passage, Source

LAW = Source(
    id="demo",
    title="中华人民共和国云岭示范法",
    document_number="云令第3号",
    aliases=("示范法",),
    effective_from=date(2020, 1, 1),
    verbatim=True,
)
PASSAGE = Passage(
    id="demo#第十四条",
    source=LAW,
    provision="第十四条",
    heading="第二章 公开",
    text="经批准的预算应当在批准后二十日内由本级部门向社会公开，"
    "并对运行经费的安排作出说明，但按照本法第八条办理的除外。",
)
OFFERED = {"P1": PASSAGE}
QUESTION = "预算批下来几天内要公开？"
QUOTE = "应当在批准后二十日内由本级部门向社会公开"


def fault(text: str, quote: str = QUOTE, passage: str = "P1") -> str:
    return fault_in(Said(text, passage, quote), OFFERED, QUESTION)


@pytest.mark.parametrize(
    "text",
    [
        "预算批准后二十日内要向社会公开。",
        "预算批准后20日内由部门向社会公开。",
        "《示范法》第十四条要求，预算批准后二十日内公开，按第八条办理的除外。",
        "运行经费的安排要作出说明。",
    ],
)
def test_a_sentence_that_stands_in_its_passage_is_kept(text: str) -> None:
    assert fault(text) == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("预算批准后三十日内要向社会公开。", "没有30这个数"),
        ("预算批准后二十日内公开，逾期罚款5万元。", "没有50000这个数"),
        ("根据第十五条，预算批准后要向社会公开。", "没有第十五条"),
        ("根据《云岭公开条例》，预算批准后要向社会公开。", "没有《云岭公开条例》"),
        ("根据云财〔2020〕9号，预算批准后要向社会公开。", "没有云财〔2020〕9号"),
        ("单位的满意度必须做问卷调查并附上样本原件。", "多半不是那一段里的事"),
        ("预算批准后 please 向社会公开。", "夹着外文"),
        ("", "空的"),
        ("预算批准后要公开。" * 30, "过长"),
    ],
)
def test_a_sentence_with_anything_else_is_removed(text: str, why: str) -> None:
    assert why in fault(text)


def test_a_quote_must_be_word_for_word_and_the_passage_must_have_been_offered() -> None:
    text = "预算批准后二十日内要向社会公开。"
    assert "原话" in fault(text, "应当在批准后三十日内向社会公开")
    assert "原话" in fault(text, "公开")
    assert "不在给出的依据里" in fault(text, passage="P2")


def test_numbers_are_read_in_both_scripts_and_article_numbers_are_not_numbers() -> None:
    found = numbers("第二十条：二十日、百分之三、1,000.50元、一百二十万元，一是公开")
    assert found == {Decimal(20), Decimal(3), Decimal("1000.50"), Decimal(1200000)}
