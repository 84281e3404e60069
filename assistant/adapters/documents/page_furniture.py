"""页眉、页脚、页码：多数页都有的头尾行，和随页递增的页码行，不是正文。"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.adapters.documents.pdf_tables import Item

_NUMBER = re.compile(
    r"[\s\-－—–―·.]*(?:第\s*)?(\d{1,4})(?:\s*页)?"
    r"(?:\s*[/／，,]?\s*共?\s*\d{1,4}\s*页?)?[\s\-－—–―·.]*"
)
_LEAST_PAGES = 3
_SHARE = 0.6
_LAYERS = 2


def without_furniture(pages: Sequence[Sequence[Item]]) -> list[list[Item]]:
    """各页去掉页眉、页脚和页码后的行和表；由外向内最多去两层。"""
    kept = [list(page) for page in pages]
    for _ in range(_LAYERS):
        for edge in (0, -1):
            doomed = _doomed([_line(page, edge) for page in kept])
            for page, drop in zip(kept, doomed, strict=True):
                if drop:
                    del page[edge]
    return kept


def _line(page: Sequence[Item], edge: int) -> str:
    item = page[edge] if page else ""
    return item if isinstance(item, str) else ""


def _doomed(lines: Sequence[str]) -> list[bool]:
    numbered, repeated = _page_numbers(lines), _repeated(lines)
    return [a or b for a, b in zip(numbered, repeated, strict=True)]


def _page_numbers(lines: Sequence[str]) -> list[bool]:
    """页码行：数字与页序的差，多数页相同。"""
    found = [_NUMBER.fullmatch(line) for line in lines]
    offsets = [int(mark[1]) - order if mark else None for order, mark in enumerate(found)]
    common = _common(offset for offset in offsets if offset is not None)
    return [offset is not None and offset == common for offset in offsets]


def _repeated(lines: Sequence[str]) -> list[bool]:
    """多数页一字不差的行；表头的单位行不算。"""
    counts = Counter(line for line in lines if line and "单位" not in line)
    needed = max(_LEAST_PAGES, len(lines) * _SHARE)
    return [counts[line] >= needed for line in lines]


def _common(offsets: Iterable[int]) -> int | None:
    best = Counter(offsets).most_common(1)
    return best[0][0] if best and best[0][1] >= _LEAST_PAGES else None
