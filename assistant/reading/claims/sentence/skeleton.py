"""骨架：一段话里每个数缩成一个字，去掉引号和不打断句子的括号，只剩句子的架子。

句法都在骨架上认：不管数字几位、单位怎样，“占本年支出合计……的……”都是同一个样子。
"""

import re
from collections.abc import Sequence

from assistant.domain.quantities import Dimension, unit_named
from assistant.reading.text.spotting import ROUGH, Spot

_MARKS = {dimension: chr(0xE000 + n) for n, dimension in enumerate(Dimension)}
_TIMES = chr(0xE000 + len(_MARKS))
_LAST = _TIMES
N = f"[\ue000-{_LAST}]"
RATIO = f"[{_MARKS[Dimension.RATIO]}{_MARKS[Dimension.POINT]}{_TIMES}]"
ORDINAL = "\ue00f"  # 骨架里没有比它更大的私用字：原文的都去掉了
_MARKS_IN = re.compile(N)
_DROPPED = re.compile("[\\s\x00“”\"‘’'「」\ue000-\uf8ff]")
_ORDINALS = re.compile(
    r"(?=[（①-⑳\d一二三四五六七八九十第])(?:（[一二三四五六七八九十]{1,3}）|[①-⑳]"
    r"|(?:(?<=[。；：])|^)（?\d{1,2}[.．、）](?!\d)"
    r"|(?:(?<=[。；：，、])|^)(?:[一二三四五六七八九十]{1,2}(?:是(?!否)|、)|第[一二三四五六七八九十]，))"
)
_EMPTY = re.compile(rf"（[^（）\ue000-{_LAST}]{{0,60}}）")
_INLINE = re.compile(
    rf"（(?<!{N}（)([^（）\ue000-{_LAST}]{{0,12}}{N})）(?=的|相比|增|减|提|上升|上涨|下|降|高|低|节|压|缩|持平|{N})"
)
_TOLD = re.compile(
    rf"：(?={N})(?<=[\u4e00-\u9fff]：)(?<!其中：)(?<!包括：)(?<!如下：)(?<!情况：)(?<!方面：)(?<!科目：)"
    r"(?<!明细：)(?<!部分：)(?<!类别：)"
)


def skeleton(text: str, found: Sequence[Spot]) -> str:
    """连贯文字 -> 骨架；其中数的个数、次序与 found 相同。"""
    parts: list[str] = []
    at, dropped = 0, _DROPPED.search(text) is not None
    for spot in found:
        piece = text[at : spot.start]
        if spot.qualifier in ROUGH:
            piece = piece.removesuffix(spot.qualifier)
        parts += [_DROPPED.sub("", piece) if dropped else piece, mark(spot.unit)]
        at = spot.end
    rest = text[at:]
    frame = "".join([*parts, _DROPPED.sub("", rest) if dropped else rest]).replace(",", "，")
    frame = frame.replace("依次", "分别")
    if "（" in frame or ORDINALS_HINT.search(frame):
        frame = _ORDINALS.sub(ORDINAL, frame)
        frame = _EMPTY.sub("", _EMPTY.sub("", frame))
        frame = _INLINE.sub(r"\1", frame)
    return _TOLD.sub("", frame) if "：" in frame else frame


ORDINALS_HINT = re.compile(r"[①-⑳]|\d[.．、）]|[一二三四五六七八九十](?:是|、|，)")


def mark(unit: str) -> str:
    """一种单位在骨架里的字：看量纲，倍数另算。"""
    return _TIMES if unit == "倍" else _MARKS[unit_named(unit).dimension]


def places(frame: str) -> list[int]:
    """各数在骨架里的位置。"""
    return [match.start() for match in _MARKS_IN.finditer(frame)]
