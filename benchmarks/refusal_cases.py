"""“有无依据”的正反例：各问一遍依据库，记下检索所见。

正例：看过的各批题、另写的问法、各条款留出的一种问法（留出后重建的索引里问），
其中一半再写上那部法的名称或文号问一遍。
反例：看过的各批陷阱、knowledge/retrieval/outside.yaml 的例子（问的时候看不见自己）、
STARD 训练题里不属这些法律的、只有待核的卡片才答得了的。测试集和第五批不参与。
"""

import json
import random
from collections.abc import Collection, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.adapters.knowledge.evidence import Evidence
from assistant.adapters.knowledge.ways import Ways, read_ways
from assistant.domain.evidence import Query
from assistant.reading.retrieval.following import standalone
from assistant.reading.retrieval.judging import Looked
from assistant.reading.retrieval.provisions import Asked, Provision
from assistant.reading.retrieval.refusing import named_wrongly, unreadable
from benchmarks.law_shelf import KNOWLEDGE, open_shelf, put_cards, put_laws
from benchmarks.questions import DATA, SEEN, load

_TODAY = date(2026, 11, 27)


_NAMING = (
    "{law}里{said}",
    "按{law}，{said}",
    "{said}，{law}怎么规定的",
    "{law}哪条管的是{said}",
    "{number}里{said}",
)


class Case(NamedTuple):
    """一问。answerable 是库里答不答得了；group 是来路。"""

    group: str
    answerable: bool
    looked: Looked


class Said(NamedTuple):
    """一种问法和它的向量。"""

    text: str
    vector: list[float]


def gather(evidence: Evidence, asked: list[tuple[str, bool, Query]]) -> Iterator[Case]:
    """凭字面和指名就能断的不算，其余记下检索所见。"""
    for group, answerable, query in asked:
        question = standalone(query.question, query.history)
        if unreadable(question):
            continue
        found = evidence.find(question, query, frozenset([question]))
        if found is None:
            continue
        rows = [
            found.snapshot.provisions[r]
            for n in found.named.names
            for r in found.snapshot.by_name[n]
        ]
        if not found.named.article and not named_wrongly(found.named, rows, query.on):
            yield Case(group, answerable, found.looked)


def questions(stard: Path, ways: Ways) -> list[tuple[str, bool, Query]]:
    rows: list[tuple[str, bool, Query]] = []
    for name, group, answerable in (("questions", "question", True), ("traps", "trap", False)):
        for q in (q for split in SEEN for q in load(name, split)):  # type: ignore[arg-type]
            on = date(q.year, 12, 31) if q.year else _TODAY
            rows.append((group, answerable, Query(question=q.question, on=on, history=q.history)))
    more = (DATA / "answerable-more.txt").read_text("utf-8").split("\n")
    rows += [("more", True, _query(line)) for line in more if line]
    rows += [("outside", False, _query(text)) for text, _ in ways.examples]
    names = {path.source for path in ways.asked}
    for line in (stard / "queries.jsonl").read_text("utf-8").splitlines():
        q = json.loads(line)
        laws = " ".join(q["gold_name"])
        if q["split"] == "train" and not any(name in laws for name in names):
            rows.append(("stard", False, _query(q["question"])))
    return rows


def _query(text: str) -> Query:
    return Query(question=text, on=_TODAY)


def held_out(evidence: Evidence) -> dict[str, Provision]:
    """有三种以上问法的条款，各留出一种，取一千二百条；问法到条款。"""
    rng = random.Random(7)
    corpus = evidence._library.corpus()
    rich = [p for p in corpus.provisions if len(p.asked_as) >= 3]
    some = rng.sample(rich, min(1200, len(rich)))
    return {rng.choice(p.asked_as): p for p in some}


def cases(laws: Path, stard: Path, folder: Path) -> tuple[list[Case], list[Said]]:
    ways, encoder = read_ways(KNOWLEDGE), EmbeddedEncoder()
    evidence = open_shelf(folder, ways, encoder)
    put_cards(folder)
    asked = questions(stard, ways)
    evidence.rebuild()
    found = list(gather(evidence, asked))
    put_laws(folder, laws)
    evidence.rebuild()
    found += gather(evidence, asked)
    held = held_out(evidence)
    known = every_way(evidence, encoder)
    put_cards(folder, frozenset(held))
    blind = open_shelf(folder, ways._replace(asked=without(ways.asked, held)), encoder)
    blind.rebuild()
    blindly = [
        ("asked" if (sure := p.source.verified) else "lead", sure, _query(text))
        for text, p in held.items()
    ]
    sure_ones = [(text, p.source) for text, p in held.items() if p.source.verified]
    blindly += [
        ("named", True, _query(naming.format(said=text, law=one.name, number=one.document_number)))
        for (text, one), naming in zip(sure_ones[::2], cycle(_NAMING), strict=False)
        if one.document_number or "number" not in naming
    ]
    found += gather(blind, blindly)
    return found, known


def every_way(evidence: Evidence, encoder: EmbeddedEncoder) -> list[Said]:
    """库里全部的问法。"""
    found = evidence.find("预算", _query("预算"))
    texts = sorted({t for p in (found.snapshot.provisions if found else ()) for t in p.asked_as})
    return [Said(*pair) for pair in zip(texts, encoder.embed(texts), strict=True)]


def without(asked: tuple[Asked, ...], held: Collection[str]) -> tuple[Asked, ...]:
    return tuple(
        one._replace(
            asked={n: tuple(t for t in said if t not in held) for n, said in one.asked.items()}
        )
        for one in asked
    )
