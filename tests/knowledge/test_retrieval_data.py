"""检索数据：写法、归属和不相冲突。"""

from collections import Counter

from assistant.adapters.knowledge.source_files import read_folder
from assistant.adapters.knowledge.ways import read_ways
from benchmarks.questions import load
from tests.needs import ROOT

WAYS = read_ways(ROOT / "knowledge")
CARDS = read_folder(ROOT / "knowledge" / "regulations")


def test_every_asked_file_belongs_to_a_version_that_is_in_force() -> None:
    versions = {(c.source.name, c.source.effective_from): c.source.effective_to for c in CARDS}
    for asked in WAYS.asked:
        assert versions[asked.source, asked.since] is None, asked.source


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
