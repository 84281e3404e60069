"""手写的真实句式：每句一份对的、一份错的，数误报与找到：python -m benchmarks.sentences。

文件里一行一句，`# ` 起头的是分类；[对|错] 是一处可换的数，没有的只试误报。
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutation import checker
from benchmarks.mutation.checker import Finding

DATA = Path(__file__).parent / "data" / "sentences"
HERE = Path(sys.executable).parent / "jigao"
SLOT = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")
SEVERITIES = ("必改", "存疑")
FAMILIES = ("FIG", "SCR")


class Sentence(NamedTuple):
    """一句：right 是对的，wrong 是错的（没有写错法的为空）。"""

    kind: str
    right: str
    wrong: str


class Score(NamedTuple):
    """一类的结果：句数、对的报了必改或存疑的、错的句数、找到的。"""

    kind: str
    lines: int
    must: int
    doubt: int
    planted: int
    found: int

    def __str__(self) -> str:
        cells = (self.kind, self.lines, self.must, self.doubt, f"{self.found}/{self.planted}")
        return "| " + " | ".join(map(str, cells)) + " |"


def sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    """逐行读出。"""
    kind = ""
    for line in lines:
        if line.startswith("# "):
            kind = line.removeprefix("# ").strip()
        elif line.strip():
            right, wrong = SLOT.sub(r"\1", line.strip()), SLOT.sub(r"\2", line.strip())
            yield Sentence(kind, right, "" if right == wrong else wrong)


def check(jigao: str, found: list[Sentence]) -> dict[str, list[Finding]]:
    """各句的数字、得分类问题；名字是次序号加 r（对）或 w（错）。"""
    texts = [(f"{n:04d}r", each.right) for n, each in enumerate(found)]
    texts += [(f"{n:04d}w", each.wrong) for n, each in enumerate(found) if each.wrong]
    with tempfile.TemporaryDirectory() as folder:
        checker.write(Path(folder), texts)
        results = checker.check([jigao], Path(folder), 2)
    return {
        name: [f for f in each.findings if f.code[:3] in FAMILIES and f.severity in SEVERITIES]
        for name, each in results.items()
    }


def scores(found: list[Sentence], results: dict[str, list[Finding]]) -> Iterator[Score]:
    """分类的结果，合计在末。"""
    kinds = list(dict.fromkeys(each.kind for each in found))
    for kind in (*kinds, ""):
        rows = [n for n, each in enumerate(found) if not kind or each.kind == kind]
        loud = [{f.severity for f in results[f"{n:04d}r"]} for n in rows]
        planted = [n for n in rows if found[n].wrong]
        yield Score(
            kind or "合计",
            len(rows),
            sum("必改" in each for each in loud),
            sum("存疑" in each for each in loud),
            len(planted),
            sum(bool(results[f"{n:04d}w"]) for n in planted),
        )


def told(found: list[Sentence], results: dict[str, list[Finding]]) -> Iterator[str]:
    """误报和没找到的，逐句。"""
    for n, each in enumerate(found):
        for finding in results[f"{n:04d}r"]:
            yield f"误报 {finding.severity} {finding.code} {each.right} → {finding.message}"
        if each.wrong and not results[f"{n:04d}w"]:
            yield f"没找到 {each.wrong}"


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.sentences", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(DATA.glob("*.txt")))
    parser.add_argument("--jigao", default=str(HERE), help="被测命令")
    parser.add_argument("-v", action="store_true", help="逐句列出误报和没找到的")
    args = parser.parse_args(argv)
    for path in args.files:
        found = list(sentences(path.read_text(encoding="utf-8").splitlines()))
        results = check(args.jigao, found)
        print(f"{path.stem}\n\n| 类 | 句 | 误报必改 | 误报存疑 | 找到 |\n|---|---|---|---|---|")
        print("\n".join(map(str, scores(found, results))))
        if args.v:
            print("\n".join(told(found, results)))


if __name__ == "__main__":
    main(sys.argv[1:])
