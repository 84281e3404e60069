"""检索数据：写法、归属和不相冲突。"""

from collections import Counter

from assistant.adapters.knowledge.source_files import read_folder
from assistant.adapters.knowledge.ways import read_ways
from assistant.reading.law.ordinals import NUMBER, read
from benchmarks.questions import load
from tests.needs import ROOT

WAYS = read_ways(ROOT / "knowledge")
CARDS = read_folder(ROOT / "knowledge" / "regulations")


def test_every_asked_file_belongs_to_a_version_that_is_in_force() -> None:
    versions = {(c.source.name, c.source.effective_from): c.source.effective_to for c in CARDS}
    for asked in WAYS.asked:
        assert versions[asked.source, asked.since] is None, asked.source


def test_every_asked_article_is_one_of_the_law() -> None:
    total = {(c.source.name, c.source.effective_from): c.source.articles for c in CARDS}
    wrong = [
        f"{one.source}{article}"
        for one in WAYS.asked
        for article in one.asked
        if not (match := NUMBER.fullmatch(article))
        or not 1 <= read(match[1]) <= (total[one.source, one.since] or 0)
    ]
    assert wrong == []


def test_no_article_is_asked_the_same_way_twice() -> None:
    cards = {
        (c.source.name, c.source.effective_from, c.provision): c.phrases
        for c in CARDS
        if c.source.effective_from
    }
    said = Counter(
        (one.source, article, text)
        for one in WAYS.asked
        for article, texts in one.asked.items()
        for text in (*texts, *cards.get((one.source, one.since, article), ()))
    )
    assert [way for way, times in said.items() if times > 1] == []


def test_ways_of_asking_are_plain_and_written_once() -> None:
    said = Counter(t for one in WAYS.asked for texts in one.asked.values() for t in texts)
    assert [text for text, times in said.items() if times > 2 or not 3 <= len(text) <= 30] == []


def test_an_outside_question_is_never_also_a_way_of_asking() -> None:
    inside = {p for card in CARDS for p in card.phrases}
    inside |= {t for one in WAYS.asked for texts in one.asked.values() for t in texts}
    assert [text for text, _ in WAYS.examples if text in inside] == []


def test_no_outside_example_was_taken_from_the_traps() -> None:
    traps = {q.question for split in ("dev", "test") for q in load("traps", split)}
    assert [text for text, _ in WAYS.examples if text in traps] == []


def test_every_kind_outside_says_why() -> None:
    for one in WAYS.outside.values():
        assert one.why.endswith("。")
        assert one.examples


def test_the_judge_weighs_every_kind_of_cue() -> None:
    for kind in WAYS.outside:
        assert f"cue_{kind}" in WAYS.judge.full.weights
