"""把一段文字放进文件：标题、上下文、按行宽折行（PDF 文字层的样子），并换算位置。"""

from bisect import bisect_right
from random import Random
from typing import NamedTuple

from benchmarks.mutation import words
from benchmarks.mutation.manner import Manner
from benchmarks.mutation.passage import Passage, render

BROKEN_NUMBER = 0.03


class Context(NamedTuple):
    """段前、段后的文字与行宽（0 不折行）；seed 决定折行处。"""

    before: str
    after: str
    wrap: int
    seed: int


class Document(NamedTuple):
    text: str
    spans: dict[str, tuple[int, int]]


def surround(rng: Random, manner: Manner, *, table: bool, dated: bool = True) -> Context:
    """短文的上下文：标题和不含数字的套话；句中自有年份的，标题不写年份。"""
    year = f"{manner.year}年度" if dated else ""
    title = f"{manner.bureau}{year}部门决算情况说明\n"
    before = rng.choice(words.FILLERS) + "\n" if rng.random() < 0.5 else ""
    after = "\n" + rng.choice(words.FILLERS) + "\n" if rng.random() < 0.5 else "\n"
    return Context(title + before, after, 0 if table else manner.wrap, rng.randrange(10**9))


def build(passage: Passage, context: Context) -> Document:
    shown = render(passage)
    start = len(context.before)
    text = context.before + shown.text + context.after
    spans = {key: (a + start, b + start) for key, (a, b) in shown.spans.items()}
    return _wrapped(text, spans, context) if context.wrap else Document(text, spans)


def _wrapped(text: str, spans: dict[str, tuple[int, int]], context: Context) -> Document:
    breaks = _breaks(text, context.wrap, Random(context.seed))
    pieces, last = [], 0
    for at in breaks:
        pieces.append(text[last:at])
        last = at
    moved = {key: (_shift(a, breaks), _shift(b, breaks)) for key, (a, b) in spans.items()}
    return Document("\n".join([*pieces, text[last:]]), moved)


def _shift(at: int, breaks: list[int]) -> int:
    return at + bisect_right(breaks, at)


def _breaks(text: str, width: int, rng: Random) -> list[int]:
    """每行约 width 字；一般不断在数字中间，少数例外（PDF 里确有）。"""
    found, column = [], 0
    for at, ch in enumerate(text):
        column = 0 if ch == "\n" else column + 1
        if column > width and (not _inside_number(text, at) or rng.random() < BROKEN_NUMBER):
            found.append(at)
            column = 1
    return found


def _inside_number(text: str, at: int) -> bool:
    marks = "0123456789.,，%％"
    return text[at] in marks and text[at - 1] in "0123456789.,"
