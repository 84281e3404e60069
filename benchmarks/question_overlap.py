"""提问与其法条的字面重合：不同的连续 2 字、4 字里，有几成也在条文中（多条取最高的一条）。

    python -m benchmarks.question_overlap --data 法律文本目录 [--split fifth …]

重合低，说明题目是用办事的话写的，不是抄条文。条号、文号、追问三类不靠字面，按年度选版本的
一类有的条文不在目录里，都不计入。
"""

import argparse
import re
from pathlib import Path
from statistics import mean, quantiles
from typing import NamedTuple, get_args

from benchmarks.questions import Question, Split, load
from benchmarks.statutes import Statutes, read_statutes

_NOT_LETTERS = re.compile(r"[^\u4e00-\u9fff0-9A-Za-z]")
_NOT_COUNTED = {"citation", "document_number", "followup", "dated"}


class Overlap(NamedTuple):
    question: Question
    two: float
    four: float


def _grams(text: str, size: int) -> set[str]:
    letters = _NOT_LETTERS.sub("", text)
    return {letters[i : i + size] for i in range(len(letters) - size + 1)}


def share(question: str, articles: list[str], size: int) -> float:
    """题中不同的 size 字串有几成出现在条文里；多条取最高。"""
    asked = _grams(question, size)
    if not asked:
        return 0.0
    return max(len(asked & _grams(article, size)) / len(asked) for article in articles)


def measure(questions: list[Question], statutes: Statutes) -> list[Overlap]:
    rows = []
    for question in questions:
        texts = [statutes.get(a.source, {}).get(a.provision) for a in question.gold]
        articles = [text for text in texts if text]
        if articles and question.kind not in _NOT_COUNTED:
            two, four = (share(question.question, articles, size) for size in (2, 4))
            rows.append(Overlap(question, two, four))
    return rows


def _print(name: str, rows: list[Overlap]) -> None:
    two, four = [row.two for row in rows], [row.four for row in rows]
    untouched = mean(value == 0 for value in four)
    print(
        f"| {name} | {len(rows)} | {mean(two):.3f} | {quantiles(two, n=10)[8]:.2f} "
        f"| {mean(four):.3f} | {quantiles(four, n=10)[8]:.2f} | {untouched:.0%} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="法律文本目录（每部一个 .md）")
    parser.add_argument("--split", choices=get_args(Split), nargs="+", default=["dev", "test"])
    arguments = parser.parse_args()
    statutes = read_statutes(arguments.data)
    sets = {split: measure(load("questions", split), statutes) for split in arguments.split}
    every = [row for rows in sets.values() for row in rows]
    print("| 题集 | 题数 | 2 字重合均值 | 九成分位 | 4 字重合均值 | 九成分位 | 4 字全不重合 |")
    print("|---|---|---|---|---|---|---|")
    for split, rows in sets.items():
        _print(split, rows)
    _print("合计", every)
    print("\n2 字重合最高的十题：")
    for row in sorted(every, key=lambda row: -row.two)[:10]:
        print(f"  {row.two:.2f} {row.four:.2f} {row.question.id} {row.question.question}")


if __name__ == "__main__":
    main()
