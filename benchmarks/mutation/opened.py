"""公开的真实句：运行时从 --data 目录读取，标为相容的算术句就地成为底稿；不存入本项目。

另把操作数齐全的真实句换上新数（句式照旧），成为更多底稿。
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutation.documents import Context
from benchmarks.mutation.figures import Figure, Style
from benchmarks.mutation.oracle import CONSISTENT, judge
from benchmarks.mutation.passage import Claim, Part, Passage, Word, tokens
from benchmarks.mutation.pool import Base

RELATIONS = {
    "yoy_percent": "yoy_percent",
    "ratio": "ratio",
    "execution_rate": "execution_rate",
    "sum": "sum",
}
ROLES = {"actual": "part", "budget": "whole", "part": "part", "whole": "whole"}
DIRECTIONS = re.compile("增加|增长|减少|下降|降低|提高")
UP = ("增加", "增长", "提高")
PAGE = re.compile(r"〔第\d+页〕")


class Label(NamedTuple):
    """claims.jsonl 的一行中用得到的部分。"""

    id: str
    report: str
    text: str
    relation: str
    operands: tuple[tuple[str, str, str], ...]
    stated: tuple[str, str]


def labels(folder: Path) -> Iterator[Label]:
    """相容、无争议的算术句。"""
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["verdict"] != "consistent" or row.get("borderline"):
            continue
        if row["relation"] in RELATIONS and row.get("text"):
            operands = tuple((o["role"], o["value"], o["unit"]) for o in row["operands"])
            stated = (row["stated"]["value"], row["stated"]["unit"])
            yield Label(row["id"], row["report"], row["text"], row["relation"], operands, stated)


def report_text(folder: Path, name: str) -> str:
    """报告全文（示例报告在上一级目录），去掉出处说明。"""
    path = folder / f"{name}.txt"
    path = path if path.exists() else folder.resolve().parent / f"{name}.txt"
    text = path.read_text(encoding="utf-8")
    return text.split("\n\n", 1)[1] if text.startswith("source:") else text


def locate(text: str, sentence: str) -> tuple[int, int] | None:
    """句子在全文的位置，不计空白与页码标记。"""
    hidden = {i for m in PAGE.finditer(text) for i in range(*m.span())}
    kept = [i for i, ch in enumerate(text) if not ch.isspace() and i not in hidden]
    flat = "".join(text[i] for i in kept)
    wanted = re.sub(r"\s+", "", PAGE.sub("", sentence))
    at = flat.find(wanted)
    return None if at < 0 else (kept[at], kept[at + len(wanted) - 1] + 1)


def _number(value: str) -> str:
    return value.replace(",", "")


def _spot(text: str, value: str, taken: list[tuple[int, int]], *, last: bool) -> int | None:
    """数字串在句中独立出现且未被占用的位置。"""
    found = [
        m.start()
        for m in re.finditer(rf"(?<![\d.,]){re.escape(value)}(?![\d,]|\.\d)", text)
        if not any(a <= m.start() < b for a, b in taken)
    ]
    return (found[-1] if last else found[0]) if found else None


def _unit_at(text: str, end: int, unit: str) -> tuple[str, str] | None:
    """数字后紧跟的空隙与单位；没有则为表格里的光数。"""
    match = re.match(rf"(\s*){re.escape(unit)}", text[end:]) if unit else None
    return (match.group(1), unit) if match else None


def _figure(text: str, at: int, value: str, unit: str, key: str) -> tuple[Figure, int]:
    end = at + len(value)
    beside = _unit_at(text, end, unit)
    style = Style(grouping="," in value, gap=beside[0] if beside else "", bare=beside is None)
    figure = Figure(key, _number(value), unit, style)
    return figure, end + (len(beside[0]) + len(unit) if beside else 0)


def passage(label: Label, sentence: str) -> Passage | None:
    """真实句成为带键的一段；所述之数须在句中。"""
    spots: list[tuple[int, int, Figure | Word]] = []
    hidden: list[Figure] = []
    operands: list[tuple[str, str]] = []
    wanted = [*label.operands, ("stated", *label.stated)]
    for index, (role, value, unit) in enumerate(wanted):
        taken = [(a, b) for a, b, _ in spots]
        at = _spot(sentence, value, taken, last=role == "stated" and label.relation != "sum")
        key = "stated" if role == "stated" else f"o{index}"
        if at is None and role == "stated":
            return None
        if at is None:
            hidden.append(Figure(key, _number(value), unit))
        else:
            figure, end = _figure(sentence, at, value, unit, key)
            spots.append((at, end, figure))
        if role != "stated":
            operands.append((_role(label.relation, role), key))
    spots += _directions(label, sentence, spots)
    operands += [("direction", w.key) for _, _, w in spots if isinstance(w, Word)]
    claim = Claim(RELATIONS[label.relation], tuple(operands), "stated", _family(label))
    return Passage(_parts(sentence, spots), (claim,), tuple(hidden))


def _role(relation: str, role: str) -> str:
    return "part" if relation == "sum" else ROLES.get(role, role)


def _family(label: Label) -> str:
    return "table" if label.relation == "sum" and "其中" not in label.text else ""


def _directions(
    label: Label, sentence: str, spots: list[tuple[int, int, Figure | Word]]
) -> list[tuple[int, int, Figure | Word]]:
    """变动额、幅度前最近的方向词。"""
    if label.relation != "yoy_percent":
        return []
    found: dict[int, tuple[int, int, Figure | Word]] = {}
    for at, _, figure in spots:
        before = [m for m in DIRECTIONS.finditer(sentence) if at - 12 <= m.start() < at]
        change = figure.key == "stated" or _is_change(label, figure.key)
        if before and change:
            word = before[-1].group()
            meaning = "up" if word in UP else "down"
            start = before[-1].start()
            found[start] = (start, start + len(word), Word(f"d{start}", word, meaning))
    return list(found.values())


def _is_change(label: Label, key: str) -> bool:
    return key.startswith("o") and label.operands[int(key[1:])][0] == "change"


def _parts(sentence: str, spots: list[tuple[int, int, Figure | Word]]) -> tuple[Part, ...]:
    parts: list[Part] = []
    last = 0
    for start, end, token in sorted(spots, key=lambda spot: spot[0]):
        parts += [sentence[last:start], token]
        last = end
    return (*parts, sentence[last:])


def bases(folder: Path) -> Iterator[Base]:
    """每条公开句在其全文中成为一份底稿；读出后不相容的（有省写）略去。"""
    for label in labels(folder):
        text = report_text(folder, label.report)
        span = locate(text, label.text)
        if span is None:
            continue
        found = passage(label, text[span[0] : span[1]])
        if found is None or judge(found.claims[0], tokens(found)) != CONSISTENT:
            continue
        context = Context(text[: span[0]], text[span[1] :], 0, 0)
        yield Base(f"o-{label.id}", f"open.{label.relation}", "公开句", found, context)
