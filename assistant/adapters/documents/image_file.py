"""图片：装了识别组件（可选附件 ocr）时认字，一行一段；识别的字未必都对，说明里提醒核对。"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from assistant.adapters.documents.composer import Composer
from assistant.adapters.documents.faults import broken
from assistant.domain.document import BlockKind, Document
from assistant.domain.errors import Unreadable

CAUTION = "文字由图片识别而来，可能有误，请对照原件核对数字。"
_HOW = "请管理员按 README 的“扫描件”一节装好识别组件，或另存为带文字的文件后再试。"
_GAP = 0.5
_WIDE = frozenset("，。、；：！？）】》”（【《“")


class Word(NamedTuple):
    """认出的一个字或一个数和它的位置（像素）。"""

    left: float
    right: float
    top: float
    bottom: float
    text: str


Recogniser = Callable[[bytes], Iterable[Word]]


def read(name: str, content: bytes) -> Document:
    """读一张图片。"""
    out = Composer(name)
    out.page()
    for line in recognised(name, content, recogniser()):
        start = out.length
        out.write(line)
        out.block(BlockKind.PARAGRAPH, start, 0, "第1页")
        out.write("\n")
    out.note(CAUTION)
    out.recognised = True
    return out.document()


def missing(name: str) -> Unreadable:
    """没有装识别组件。"""
    return Unreadable(f"{name} 是图片或扫描件，本机没有装文字识别组件，读不了", _HOW)


def recognised(name: str, image: bytes, recognise: Recogniser | None) -> list[str]:
    """图片里的字，由上到下一行一行。没有装组件、图片坏了抛 Unreadable。"""
    if recognise is None:
        raise missing(name)
    try:
        return lines(recognise(image))
    except Exception as error:
        raise broken(name) from error


@cache
def recogniser() -> Recogniser | None:
    """识别组件；没有装返回 None。"""
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    engine = RapidOCR(params={"Global.log_level": "error"})

    def recognise(image: bytes) -> Iterable[Word]:
        found = engine(image, return_word_box=True).word_results or ()
        return [_word(text, box) for line in found for text, _, box in line]

    return recognise


def _word(text: str, box: Sequence[Sequence[float]]) -> Word:
    across, down = [point[0] for point in box], [point[1] for point in box]
    return Word(min(across), max(across), min(down), max(down), text)


def lines(words: Iterable[Word]) -> list[str]:
    """把字排成行：中线落在一行高度之内的同行；隔开半个字高以上的，中间留一个空格。

    全角标点只占半格，旁边的空白是它自己的，不留。
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda item: item.top + item.bottom):
        middle = (word.top + word.bottom) / 2
        if rows and rows[-1][0].top < middle < rows[-1][0].bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_joined(sorted(row)) for row in rows]


def _joined(row: Sequence[Word]) -> str:
    text, edge = "", row[0].left
    for word in row:
        beside = {text[-1:], word.text[:1]} & _WIDE
        apart = not beside and word.left - edge > _GAP * (word.bottom - word.top)
        text += f" {word.text}" if apart else word.text
        edge = word.right
    return text
