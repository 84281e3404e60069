"""检索所用的数据：knowledge/retrieval 下的问法、库外的问法、权重。"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from assistant.adapters.data_files import load, load_yaml, parse, read_text
from assistant.domain.facts import Frozen
from assistant.reading.retrieval.judging import Judge
from assistant.reading.retrieval.provisions import Asked
from assistant.reading.retrieval.rewriting import LegalWords

_SEPARATOR = "；"


class Outside(Frozen):
    """一类库里不答的问法。why 是答复，cue 是常见的字眼（正则），只作迹象，不单凭它拒答。"""

    name: str
    why: str
    cue: re.Pattern[str]
    examples: tuple[str, ...]


class Ways(NamedTuple):
    """outside 按类；others 是库中没有的常见法律；legal 是法言法语；ranking 是各路的权重。"""

    asked: tuple[Asked, ...]
    outside: dict[str, Outside]
    others: tuple[str, ...]
    legal: LegalWords
    ranking: dict[str, dict[str, float]]
    judge: Judge

    @property
    def examples(self) -> list[tuple[str, str]]:
        """（问法，类）。"""
        return [(text, kind) for kind, one in self.outside.items() for text in one.examples]


class _AskedFile(Frozen):
    source: str
    since: date
    asked: dict[str, str]


def read_ways(knowledge: Path) -> Ways:
    """读全部检索数据；写坏的抛 BadData。"""
    folder = knowledge / "retrieval"
    outside = folder / "outside.yaml"
    return Ways(
        asked=tuple(_asked(folder / "asked")),
        outside={k: parse(outside, v, Outside) for k, v in load_yaml(outside).items()},
        others=tuple(load_yaml(folder / "other_laws.yaml")),
        legal=LegalWords(load_yaml(folder / "legal_words.yaml")),
        ranking=load_yaml(folder / "ranking.yaml"),
        judge=Judge.model_validate(json.loads(read_text(folder / "judge.json"))),
    )


def _asked(folder: Path) -> Iterator[Asked]:
    for path in sorted(folder.glob("*.yaml")):
        one = load(path, _AskedFile)
        said = {number: tuple(text.split(_SEPARATOR)) for number, text in one.asked.items()}
        yield Asked(one.source, one.since, said)
