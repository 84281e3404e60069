"""采集对话的两种写法读成一样：开放样例的 JSON 文件夹，和本仓库的 YAML。"""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import yaml

from assistant.domain.outline import Outline
from assistant.domain.quantities import Quantity, unit_named
from assistant.reading.talk.amounts import fold
from assistant.reading.talk.labels import lexicon

OWN = Path(__file__).parent / "data"
BUREAU, YEAR = "云岭县科技和工业信息化局", 2023
_NOTE = re.compile(
    r"(?P<label>.+?)(?P<change>~)? (?P<value>-?[\d.]+)(?P<unit>\D*?)(?: @(?P<year>\d+))?"
)


class Expected(NamedTuple):
    """一条应有（或不应有）的事实。value 为空：这一项什么都不该记。year 为 0：哪年都不该。"""

    label: str
    year: int
    value: Quantity | None
    easy: bool = False
    change: bool = False


class Said(NamedTuple):
    """一段话和它的标准答案。"""

    text: str
    facts: tuple[Expected, ...]
    banned: tuple[Expected, ...]


class Dialogue(NamedTuple):
    """一场对话。"""

    name: str
    bureau: str
    year: int
    turns: tuple[Said, ...]


def dialogues(folder: Path | None) -> tuple[Dialogue, ...]:
    """folder 下的 JSON，或一个 YAML 文件；没给则读本仓库自己的各批。"""
    if folder is None or folder.suffix == ".yaml":
        found = [folder] if folder else sorted(OWN.glob("dialogues*.yaml"))
        entries = [entry for file in found for entry in yaml.safe_load(file.read_text("utf-8"))]
        return tuple(_from_yaml(entry) for entry in entries)
    files = sorted(folder.glob("*.json"))
    return tuple(_from_json(json.loads(file.read_text("utf-8"))) for file in files)


def _from_yaml(entry: dict) -> Dialogue:  # type: ignore[type-arg]
    turns = [
        Said(
            turn["say"],
            tuple(_noted(n, easy=True) for n in turn.get("facts", ()))
            + tuple(_noted(n) for n in turn.get("hard", ())),
            tuple(_noted(n) for n in turn.get("not", ())),
        )
        for turn in entry["turns"]
    ]
    return Dialogue(entry["persona"], entry.get("bureau", BUREAU), YEAR, tuple(turns))


def _noted(note: str, *, easy: bool = False) -> Expected:
    match = _NOTE.fullmatch(note)
    if match is None:
        raise ValueError(f"写法不对：{note}")
    quantity = Quantity(value=Decimal(match["value"]), unit=match["unit"])
    return Expected(
        match["label"], int(match["year"] or YEAR), quantity, easy, bool(match["change"])
    )


def _from_json(entry: dict) -> Dialogue:  # type: ignore[type-arg]
    report = entry["report"]
    turns = [
        Said(
            turn["officer"],
            tuple(_labelled(f, report["year"]) for f in turn["expect_facts"]),
            tuple(_labelled(f, 0) for f in turn["expect_not"]),
        )
        for turn in entry["turns"]
    ]
    return Dialogue(entry["persona"], report["bureau"], report["year"], tuple(turns))


def _labelled(fact: dict, year: int) -> Expected:  # type: ignore[type-arg]
    try:
        value = Quantity(value=Decimal(fact["value"]), unit=fact.get("unit", ""))
    except ArithmeticError:
        value = None
    return Expected(fact["label"], fact.get("year", year), value, fact.get("easy", False))


def key_of(expected: Expected, outline: Outline) -> str:
    """自由的中文名称对到字段：按大纲的名称和别名，同名的按量纲。对不上为空。"""
    words = lexicon(outline.fields)
    name = fold(expected.label)
    found = [label for label in words.labels(name) if label.span == (0, len(name))]
    if not found:
        return ""
    keys = [key for key in found[0].keys if _fits(outline, key, expected)]
    return keys[0] if keys else ""


def _fits(outline: Outline, key: str, expected: Expected) -> bool:
    field = outline.field(key)
    if field is None or expected.value is None or not expected.value.unit or expected.change:
        return field is not None
    return unit_named(field.unit).dimension is expected.value.dimension
