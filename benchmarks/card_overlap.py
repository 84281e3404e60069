"""要点卡片与原文的字面重合：连续 4 字、8 字有几成也在那一条里，最长相同的一段多长。

python -m benchmarks.card_overlap --data DIR/laws
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from assistant.adapters.knowledge.source_files import read_folder
from benchmarks.statutes import read_statutes

_MARKS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
_CARDS = Path(__file__).resolve().parent.parent / "knowledge" / "regulations"


class Overlap(NamedTuple):
    """一张卡片：4 字、8 字的重合，最长相同的一段的字数。"""

    card: str
    four: float
    eight: float
    longest: int


def overlaps(laws: Path) -> Iterator[Overlap]:
    """现行版本有对照原文的每张卡片。"""
    texts = read_statutes(laws)
    for card in read_folder(_CARDS):
        source = card.source
        article = texts.get(source.name, {}).get(card.provision)
        if article and source.verified and not source.effective_to:
            yield measured(card.id, card.text, article)


def measured(card: str, text: str, article: str) -> Overlap:
    """一张卡片与一条原文。"""
    one, two = _MARKS.sub("", text), _MARKS.sub("", article)
    return Overlap(card, _share(one, two, 4), _share(one, two, 8), _longest(one, two))


def _share(one: str, two: str, size: int) -> float:
    pieces = {one[i : i + size] for i in range(len(one) - size + 1)}
    return sum(piece in two for piece in pieces) / len(pieces) if pieces else 0.0


def _longest(one: str, two: str) -> int:
    best = 0
    for start in range(len(one)):
        while start + best < len(one) and one[start : start + best + 1] in two:
            best += 1
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    found = list(overlaps(parser.parse_args().data))
    print("| 卡片 | 4 字重合均值 | 九成分位 | 8 字重合均值 | 九成分位 | 最高 | 最长相同 |")
    print("|---|---|---|---|---|---|---|")
    four, eight = (sorted(getattr(o, name) for o in found) for name in ("four", "eight"))
    at = int(len(found) * 0.9)
    print(
        f"| {len(found)} | {fmean(four):.3f} | {four[at]:.2f} | {fmean(eight):.3f} "
        f"| {eight[at]:.2f} | {eight[-1]:.2f} | {max(o.longest for o in found)} 字 |"
    )


if __name__ == "__main__":
    main()
