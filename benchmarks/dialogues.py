"""采集对话：不接模型时，读话规则从办事人员的话里取事实，取全了多少、取错了多少。

python -m benchmarks.dialogues                  本仓库自己的对话
python -m benchmarks.dialogues --data DIR       DIR 下的 *.json（开放样例的格式）
加 -v 列出每一处漏、错、误收
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from assistant.bootstrap import connect
from assistant.domain.facts import Fact
from assistant.domain.outline import split_key
from assistant.domain.quantities import Quantity
from assistant.settings import Settings
from assistant.workflow.books import Book
from assistant.workflow.desk import Desk
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report
from benchmarks.dialogue_data import Dialogue, Expected, Said, dialogues, key_of


class Verdict(NamedTuple):
    """一处结果。kind：easy、hard 找到，missed- 漏，wrong 错，banned 误收，change 增减。"""

    kind: str
    note: str


def main() -> None:
    parser = argparse.ArgumentParser(description="采集对话基准")
    parser.add_argument("--data", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        count = measured(args.data, Path(folder), verbose=args.verbose)
    print(summary(count))


def measured(data: Path | None, folder: Path, *, verbose: bool = False) -> Counter[str]:
    """走完全部对话，数各种结果。folder 放临时数据库。"""
    desk = connect(Settings(data_dir=folder))
    verdicts = [v for dialogue in dialogues(data) for v in converse(desk, dialogue)]
    for verdict in verdicts:
        if verbose and verdict.kind not in ("easy", "hard", "change"):
            print(f"{verdict.kind:12} {verdict.note}")
    return Counter(verdict.kind for verdict in verdicts)


def summary(count: Counter[str]) -> str:
    """一行表。"""
    easy, hard = (count[k] + count[f"missed-{k}"] for k in ("easy", "hard"))
    proposed = count["easy"] + count["hard"] + count["wrong"] + count["banned"]
    bad = count["wrong"] + count["banned"]
    return (
        f"easy {count['easy']}/{easy} = {count['easy'] / max(easy, 1):.3f}   "
        f"hard {count['hard']}/{hard} = {count['hard'] / max(hard, 1):.3f}   "
        f"wrong {bad}/{proposed} = {bad / max(proposed, 1):.3f}（误收 {count['banned']}）   "
        f"未对上名称 {count['unmapped']}   另有增减 {count['change']}"
    )


def converse(desk: Desk, dialogue: Dialogue) -> Iterator[Verdict]:
    """走一场对话。"""
    book = new_report(desk, dialogue.bureau, dialogue.year, "national", "经办人")
    expected_so_far: list[Expected] = []
    for turn in dialogue.turns:
        taken = take_turn(desk, book.report.id, turn.text, "经办人")
        expected_so_far += turn.facts
        if not taken.reply:
            yield Verdict("silent", turn.text)
        if taken.book.report.confirmed():
            yield Verdict("confirmed", turn.text)
        for verdict in _judge(turn, taken.proposed, expected_so_far, taken.book):
            yield verdict._replace(note=f"[{dialogue.name}] {turn.text!r}: {verdict.note}")


def _judge(
    turn: Said, readings: tuple[Fact, ...], so_far: list[Expected], book: Book
) -> Iterator[Verdict]:
    standing = (*book.report.confirmed(), *book.report.proposed())  # 重说一遍的不再提出
    for expected in turn.facts:
        key = key_of(expected, book.outline)
        grade = "easy" if expected.easy else "hard"
        if not key:
            yield Verdict("unmapped", expected.label)
        elif any(_same(fact, key, expected) for fact in (*readings, *standing)):
            yield Verdict(grade, "")
        else:
            yield Verdict(f"missed-{grade}", f"{expected.label} {expected.year} {expected.value}")
    for reading in readings:
        note = f"{reading.key} {reading.year} {reading.value}"
        if any(_same(reading, key_of(b, book.outline), b) for b in turn.banned):
            yield Verdict("banned", note)
        elif not any(_same(reading, key_of(e, book.outline), e) for e in so_far):
            yield Verdict("change" if split_key(reading.key)[1] else "wrong", note)


def _same(reading: Fact, key: str, expected: Expected) -> bool:
    base, suffix = split_key(reading.key)
    if not key or base != key or bool(suffix) != expected.change:
        return False
    if expected.year not in (0, reading.year) or expected.value is None:
        return expected.value is None
    value = reading.value
    if not isinstance(value, Quantity):
        return False
    same_dimension = value.dimension is expected.value.dimension or not expected.value.unit
    return same_dimension and (
        value.base == expected.value.base
        or (not expected.value.unit and value.value == expected.value.value)
    )


if __name__ == "__main__":
    main()
