"""大库：STARD 的法条写成入库的文件；要的比全部法条还多，就重复并扰动向量。训练题可作各条的问法。"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.adapters.knowledge.folders import REGULATIONS
from assistant.domain.evidence import bare_title
from assistant.reading.retrieval.provisions import Asked
from benchmarks import stard
from benchmarks.stard import Statute

_NAME = re.compile(
    r"(?P<law>.+?)(?P<provision>第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十])?)$"
)
_NOISE = 0.02
_SINCE = date(2000, 1, 1)


def write(folder: Path, statutes: Sequence[Statute], total: int) -> dict[str, str]:
    """写成文件，一部一个；返回（段落编号 → 法条编号），重复的没有。"""
    target = folder / REGULATIONS
    target.mkdir(parents=True, exist_ok=True)
    laws: dict[str, list[tuple[str, Statute]]] = defaultdict(list)
    for number, statute in enumerate(_repeated(statutes, total)):
        copy, row = divmod(number, len(statutes))
        law, provision = _split(statute)
        laws[f"{law}{copy or ''}"].append((f"{provision}·{row}", statute))
    keys: dict[str, str] = {}
    for law, rows in laws.items():
        source = "s" + hashlib.sha256(law.encode()).hexdigest()[:16]
        head = ["---", f"id: {source}", f"title: {law[:80]}", "verbatim: true"]
        head += [f"effective_from: {_SINCE}", "---"]
        body = [f"## {place}\n\n{_plain(statute.text)}\n" for place, statute in rows]
        (target / f"{source}.md").write_text("\n".join([*head, *body]), "utf-8")
        keys |= {f"{source}#{place}": statute.key for place, statute in rows}
    return keys


def ways_of_asking(
    statutes: Sequence[Statute], training: Sequence[stard.Asked]
) -> tuple[Asked, ...]:
    """训练题作它的正确条文的问法，写法同 knowledge/retrieval/asked。"""
    said: dict[str, list[str]] = defaultdict(list)
    for one in training:
        for key in one.gold:
            said[key].append(one.question)
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for row, statute in enumerate(statutes):
        if statute.key in said:
            law, provision = _split(statute)
            place = f"{provision}·{row}"
            found[bare_title(law[:80])][place] = tuple(said[statute.key])
    return tuple(Asked(law, _SINCE, asked) for law, asked in found.items())


def _split(statute: Statute) -> tuple[str, str]:
    match = _NAME.match(statute.name)
    return (match["law"], match["provision"]) if match else (statute.name, "全文")


def _repeated(statutes: Sequence[Statute], total: int) -> Iterator[Statute]:
    for number in range(total):
        yield statutes[number % len(statutes)]


def _plain(text: str) -> str:
    """去掉会当成标题的行首。"""
    return "\n".join(line.lstrip("#- ") for line in text.splitlines() if line.strip()) or "空"


class RepeatingEncoder(EmbeddedEncoder):
    """同一条文只编一次，再遇到时加一点扰动：重复的段落也各有各的向量。"""

    def __init__(self) -> None:
        self._known: dict[str, list[float]] = {}
        self._random = np.random.default_rng(0)

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        bodies = [text.partition("\n")[2] or text for text in texts]
        pairs = dict(zip(bodies, texts, strict=True))
        fresh = {body: text for body, text in pairs.items() if body not in self._known}
        made = dict(zip(fresh, super().embed(list(fresh.values())), strict=True))
        self._known |= made
        first = [made.pop(body, []) for body in bodies]
        return [one or self._shaken(self._known[b]) for one, b in zip(first, bodies, strict=True)]

    def question(self, text: str) -> list[float]:
        return super().embed([text])[0]

    def _shaken(self, vector: Sequence[float]) -> list[float]:
        row = np.array(vector) + self._random.normal(0, _NOISE, len(vector))
        return [float(value) for value in row / np.linalg.norm(row)]
