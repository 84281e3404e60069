"""法规切分的测量：文件夹里的法律逐部与另一种切分对照；也可把公开的条文集拼成整部再切一遍。

python -m benchmarks.splitting --data DIR/laws [--corpus DIR/stard/corpus_rebuilt.jsonl.gz]
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from assistant.adapters.documents.reader import FileReader
from assistant.reading.law.ordinals import DIGITS, NUMBER, read
from assistant.reading.law.statutes import NoStructure, Statute, split, split_document
from benchmarks.statutes import read_statutes

_NAMED = re.compile(
    r"(?P<law>.+?)(?P<article>第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)$"
)
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\ufeff]+")


class Tally(NamedTuple):
    """laws 部数，exact 全同的部数，articles 条数，same 一字不差的条数，dated 有施行日的部数。"""

    laws: int = 0
    exact: int = 0
    articles: int = 0
    same: int = 0
    dated: int = 0

    def add(self, known: Mapping[str, str], statute: Statute | None) -> "Tally":
        got = {p.number: _bare(p.text) for p in statute.provisions} if statute else {}
        same = sum(got.get(number) == _bare(text) for number, text in known.items())
        exact = same == len(known) == len(got)
        dated = bool(statute and statute.effective_from)
        fresh = (1, exact, len(known), same, dated)
        return Tally(*(old + int(new) for old, new in zip(self, fresh, strict=True)))


def folder(path: Path) -> Tally:
    """一个文件夹：与评测自己的切分对照。"""
    tally = Tally()
    for name, known in read_statutes(path).items():
        file = path / f"{name}.md"
        document = FileReader().read(file.name, file.read_bytes())
        tally = tally.add(known, split_document(document, name))
    return tally


def corpus(path: Path) -> Tally:
    """条文集：按名称拼成整部，条号是它自己写的。附件移出末条的，那一条算不同。"""
    laws: dict[str, dict[str, str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if match := _NAMED.match(row["name"]):
                laws.setdefault(match["law"], {})[match["article"]] = row["content"].strip()
    tally = Tally()
    for name, known in laws.items():
        body = "\n\n".join(f"{number} {known[number]}" for number in sorted(known, key=_order))
        try:
            statute = split(f"# {name}\n\n2020年1月1日 通过\n\n{body}", name)
        except NoStructure:
            statute = None
        tally = tally.add(known, statute)
    return tally


def _order(number: str) -> tuple[int, int]:
    match = NUMBER.match(number)
    assert match
    return read(match[1]), DIGITS.index(match[2][0]) if match[2] else -1


def _bare(text: str) -> str:
    return _INVISIBLE.sub("", text)


def _rows(tallies: Mapping[str, tuple[Tally, float]]) -> Iterator[str]:
    yield "| 来源 | 部 | 条号条文全同 | 条 | 一字不差 | 有施行日 | 用时 |"
    yield "|---|---|---|---|---|---|---|"
    for name, (t, took) in tallies.items():
        share = t.same / t.articles if t.articles else 0
        cells = (name, t.laws, t.exact, t.articles, f"{t.same}（{share:.2%}）", t.dated)
        yield f"| {' | '.join(map(str, cells))} | {took:.1f} 秒 |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--corpus", type=Path)
    args = parser.parse_args()
    tallies: dict[str, tuple[Tally, float]] = {}
    for name, measure, path in (("法律文本", folder, args.data), ("条文集", corpus, args.corpus)):
        if path:
            started = time.perf_counter()
            tally = measure(path)
            tallies[name] = tally, time.perf_counter() - started
    print("\n".join(_rows(tallies)))


if __name__ == "__main__":
    main()
