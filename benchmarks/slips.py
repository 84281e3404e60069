"""一份一错：手写的整篇报告各有一张错表，一行是一处人会犯的错；每错印一份，查出几处，说没说出应写的数。

python -m benchmarks.slips [NAME …] [-v]     -v 列出漏查和干净文件上的必改、存疑

data/slips/NAME.txt 或 .md 是对的；NAME.slips 一行一处错：错法、能否断定（certain、doubtful）、
原文、错写，以制表符相隔，写的人没有看过读法就定好了。新出现的发现落在错处那一行，或提到错写的数，算查出；说到应写的数，算说对。
"""

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutation.checker import Finding, Result, check

FOLDER = Path(__file__).parent / "data" / "slips"
JIGAO = Path(sys.executable).parent / "jigao"
BAD = ("必改", "存疑")
_NUMBER = re.compile(r"\d[\d.]*")


class Slip(NamedTuple):
    """一处错：错法、能否断定、原文、错写。"""

    kind: str
    certain: bool
    right: str
    wrong: str


class Outcome(NamedTuple):
    """一处错查得怎样：最重的一级（漏查为空），说没说对。"""

    slip: Slip
    severity: str
    told: bool


def slips(path: Path) -> Iterator[Slip]:
    """一张错表。"""
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, certain, right, wrong = (_unescaped(part) for part in line.split("\t"))
        yield Slip(kind, certain == "certain", right, wrong)


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\t", "\t")


def measure(path: Path, folder: Path) -> tuple[Result, list[Outcome]]:
    """一篇的干净一份和每错一份。"""
    clean = path.read_text(encoding="utf-8")
    planted = list(slips(path.with_suffix(".slips")))
    folder.mkdir()
    (folder / f"clean{path.suffix}").write_text(clean, encoding="utf-8")
    for number, slip in enumerate(planted):
        if clean.count(slip.right) != 1:
            raise SystemExit(f"{path.name}：原文须恰有一处：{slip.right}")
        text = clean.replace(slip.right, slip.wrong)
        (folder / f"{number:03d}{path.suffix}").write_text(text, encoding="utf-8")
    results = check([str(JIGAO)], folder, 1)
    found = [
        _outcome(slip, clean, results["clean"], results[f"{number:03d}"])
        for number, slip in enumerate(planted)
    ]
    return results["clean"], found


def _outcome(slip: Slip, clean: str, before: Result, after: Result) -> Outcome:
    start = clean.index(slip.right)
    text = clean.replace(slip.right, slip.wrong)
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", start + len(slip.wrong)) % (len(text) + 1)
    wrong = _numbers(slip.wrong) - _numbers(slip.right)
    should = _numbers(slip.right) - _numbers(slip.wrong)
    known = {_key(finding) for finding in before.findings}
    hits = [
        finding
        for finding in after.findings
        if _key(finding) not in known
        and (
            (finding.start <= right and finding.end >= left)
            or any(number in finding.message + finding.quote for number in wrong)
        )
    ]
    said = "".join(finding.message + finding.expected for finding in hits)
    severities = {finding.severity for finding in hits}
    worst = next((level for level in (*BAD, "提示") if level in severities), "")
    return Outcome(slip, worst, not should or any(number in said for number in should))


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def _key(finding: Finding) -> tuple[str, str, str]:
    """同一条发现：换了数也认得。"""
    return finding.code, finding.quote, re.sub(r"\d", "", finding.message)[:40]


def report(name: str, clean: Result, outcomes: list[Outcome], *, verbose: bool) -> None:
    """印一篇的成绩。"""
    false = Counter(f.severity for f in clean.findings)
    found = [o for o in outcomes if o.severity in BAD]
    sure = [o for o in outcomes if o.slip.certain]
    hit = sum(o.severity in BAD for o in sure)
    print(
        f"{name}：错 {len(outcomes)}，查出 {len(found)}；能断定的 {len(sure)}，查出 {hit}；"
        f"必改 {sum(o.severity == '必改' for o in outcomes)}，说对 {sum(o.told for o in found)}；"
        f"干净的必改 {false['必改']}、存疑 {false['存疑']}"
    )
    if verbose:
        for finding in (f for f in clean.findings if f.severity in BAD):
            print(f"   误报 {finding.severity} {finding.code} {finding.quote} {finding.message}")
        for slip in (o.slip for o in outcomes if o.severity not in BAD):
            print(f"   漏查 {slip.kind}：{slip.right} → {slip.wrong}")


def kinds(outcomes: list[Outcome]) -> Mapping[str, tuple[int, int]]:
    """错法到埋错数、查出数。"""
    total = Counter(o.slip.kind for o in outcomes)
    found = Counter(o.slip.kind for o in outcomes if o.severity in BAD)
    return {kind: (total[kind], found[kind]) for kind in sorted(total)}


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.slips", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args()
    everything: list[Outcome] = []
    for path in sorted(p.with_suffix(".slips") for p in FOLDER.glob("*.slips")):
        if asked.names and path.stem not in asked.names:
            continue
        source = next(p for p in FOLDER.glob(f"{path.stem}.*") if p.suffix != ".slips")
        with tempfile.TemporaryDirectory() as folder:
            clean, outcomes = measure(source, Path(folder) / path.stem)
        report(path.stem, clean, outcomes, verbose=asked.verbose)
        everything += outcomes
    for kind, (total, found) in kinds(everything).items():
        print(f"| {kind} | {total} | {found} |")
    print(f"共 {len(everything)}，查出 {sum(o.severity in BAD for o in everything)}")


if __name__ == "__main__":
    main()
