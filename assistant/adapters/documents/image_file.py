"""图片：装了识别组件（可选附件 ocr）时认字，一行一段；识别的字未必都对，说明里提醒核对。"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, Protocol, cast

from assistant.adapters.documents.composer import Composer
from assistant.adapters.documents.faults import broken
from assistant.domain.document import BlockKind, Document
from assistant.domain.errors import Unreadable

CAUTION = "文字由图片识别而来，可能有误，请对照原件核对数字。"
_HOW = "请管理员执行 pip install --require-hashes -r requirements-ocr.lock 后再试。"


class Word(NamedTuple):
    """认出的一块字和它的位置（像素）。"""

    left: float
    top: float
    bottom: float
    text: str


class _Result(Protocol):
    boxes: list[list[list[float]]] | None
    txts: list[str] | None


class _Engine(Protocol):
    def __call__(self, image: bytes) -> _Result: ...


def read(name: str, content: bytes) -> Document:
    """读一张图片。"""
    out = Composer(name)
    out.page()
    for line in recognised(name, content):
        start = out.length
        out.write(line)
        out.block(BlockKind.PARAGRAPH, start, 0, "第1页")
        out.write("\n")
    out.note(CAUTION)
    return out.document()


def missing(name: str) -> Unreadable:
    """没有装识别组件。"""
    return Unreadable(f"{name} 是图片或扫描件，本机没有装文字识别组件，读不了", _HOW)


def installed() -> bool:
    """识别组件装了没有。"""
    return _engine() is not None


def recognised(name: str, image: bytes) -> list[str]:
    """图片里的字，由上到下一行一行。没有装组件、图片坏了抛 Unreadable。"""
    engine = _engine()
    if engine is None:
        raise missing(name)
    try:
        result = engine(image)
    except Exception as error:
        raise broken(name) from error
    if result.boxes is None or result.txts is None:
        return []
    return lines(
        Word(box[0][0], min(p[1] for p in box), max(p[1] for p in box), text)
        for box, text in zip(result.boxes, result.txts, strict=True)
    )


@cache
def _engine() -> _Engine | None:
    try:
        from rapidocr import RapidOCR
    except ImportError:
        return None
    return cast(_Engine, RapidOCR())


def lines(words: Iterable[Word]) -> list[str]:
    """把字块排成行：中线落在一行高度之内的同行，行内由左到右。"""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda item: item.top + item.bottom):
        middle = (word.top + word.bottom) / 2
        if rows and rows[-1][0].top < middle < rows[-1][0].bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [" ".join(word.text for word in sorted(row)) for row in rows]
