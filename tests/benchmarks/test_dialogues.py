"""采集对话的数据写得通：名称都对得上大纲，读话规则不比记下的差。"""

from pathlib import Path

from assistant.adapters.catalogue import FileCatalogue
from benchmarks.dialogue_data import dialogues, key_of
from benchmarks.dialogues import measured
from tests.needs import ROOT, shared

OUTLINE = FileCatalogue(ROOT / "knowledge").outline("department-self-evaluation")


def test_there_are_many_personas_and_every_label_is_known() -> None:
    own = dialogues(None)
    assert len({dialogue.name for dialogue in own}) >= 100
    expected = [e for d in own for turn in d.turns for e in (*turn.facts, *turn.banned)]
    assert [e.label for e in expected if not key_of(e, OUTLINE)] == []


def test_easy_facts_are_found_and_wrong_ones_are_not_proposed(tmp_path: Path) -> None:
    count = measured(None, tmp_path)
    assert count["easy"] / (count["easy"] + count["missed-easy"]) >= 0.97
    proposed = count["easy"] + count["hard"] + count["wrong"] + count["banned"]
    assert (count["wrong"] + count["banned"]) / proposed <= 0.01
    assert count["confirmed"] == count["silent"] == 0


def test_the_open_samples_are_read(tmp_path: Path) -> None:
    count = measured(shared("samples/dialogues"), tmp_path)
    assert (count["missed-easy"], count["wrong"], count["banned"]) == (0, 0, 0)
