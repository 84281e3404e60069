"""题库本身：格式、不重题、不跨集、测试集封存；所据的条真在法律文本里。"""

import hashlib
import re
from collections import Counter

import pytest

from benchmarks.questions import DATA, Question, Split, load
from benchmarks.statutes import read_statutes
from tests.needs import ROOT, shared

SPLITS: tuple[Split, ...] = ("dev", "test", "fourth", "fourth-held", "fifth")
QUESTIONS = [question for split in SPLITS for question in load("questions", split)]
TRAPS = [trap for split in SPLITS for trap in load("traps", split)]
PROVISION = re.compile(r"第[一二三四五六七八九十百零]+条")


def asked(question: Question) -> tuple[str, int | None, tuple[str, ...]]:
    return question.question, question.year, question.history


def test_there_are_enough_questions_and_traps() -> None:
    assert len(QUESTIONS) >= 400
    assert len(TRAPS) >= 200
    assert len(load("traps", "test")) >= 150


def test_no_question_is_asked_twice() -> None:
    every = Counter(asked(question) for question in QUESTIONS + TRAPS)
    assert [question for question, times in every.items() if times > 1] == []
    assert len({question.id for question in QUESTIONS + TRAPS}) == len(QUESTIONS + TRAPS)


def test_one_wording_stays_in_one_split() -> None:
    splits: dict[str, set[str]] = {}
    for question in QUESTIONS + TRAPS:
        if not question.history:
            splits.setdefault(question.question, set()).add(question.split)
    assert [wording for wording, found in splits.items() if len(found) > 1] == []


def test_questions_have_articles_and_traps_have_none() -> None:
    assert [q.id for q in QUESTIONS if not q.gold] == []
    assert [t.id for t in TRAPS if t.gold] == []
    numbers = {article.provision for q in QUESTIONS for article in q.gold}
    assert [number for number in numbers if not PROVISION.fullmatch(number)] == []


@pytest.mark.parametrize("split", ["test", "fifth"])
@pytest.mark.parametrize("kind", ["questions", "traps"])
def test_a_sealed_split_is_frozen(kind: str, split: str) -> None:
    name = f"{kind}-{split}.jsonl"
    found = hashlib.sha256((DATA / name).read_bytes()).hexdigest()
    page = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    assert f"{found}  benchmarks/data/{name}" in page


def test_every_article_stands_in_the_statutes() -> None:
    statutes = read_statutes(shared("laws"))
    missing = [
        (question.id, article)
        for question in QUESTIONS
        for article in question.gold
        if question.kind != "dated" and article.provision not in statutes[article.source]
    ]
    assert missing == []
