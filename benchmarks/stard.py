"""STARD（法条检索）的题、正确条文和全部法条；分训练与开发。只用来评测和拟合各路的权重。"""

import gzip
import json
from pathlib import Path
from typing import Literal, NamedTuple

Split = Literal["train", "dev"]


class Statute(NamedTuple):
    """一条。name 是法规名称和条号。"""

    key: str
    name: str
    text: str


class Asked(NamedTuple):
    """一问和它的正确条文。"""

    question: str
    gold: frozenset[str]


def statutes(folder: Path) -> list[Statute]:
    """全部法条，次序同文件。"""
    with gzip.open(folder / "corpus_rebuilt.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Statute(str(row["id"]), row["name"], row["content"]) for row in rows]


def asked(folder: Path, split: Split) -> list[Asked]:
    """一份的全部题。"""
    lines = (folder / "queries.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        Asked(row["question"], frozenset(map(str, row["gold_id"])))
        for row in rows
        if row["split"] == split
    ]
