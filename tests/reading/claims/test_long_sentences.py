"""一段三十万字没有句号的话：字数四倍，步数也只是四倍上下（数执行的行，不计时）。"""

import sys
from types import FrameType
from typing import Any

import pytest

from assistant.domain.document import plain
from assistant.reading.reading import read

SHORT, TIMES, MOST = 1500, 4, 8  # 四倍的字：四倍上下是直线，十六倍是平方


def steps(text: str) -> int:
    """通读执行了多少行。"""
    count = 0

    def line(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return line

    sys.settrace(line)
    try:
        read(plain("a.txt", text))
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("clause", ["平均分98.5分，", "得分9分，满分10分，", "较上年增加1万元，"])
def test_a_sentence_without_end_takes_no_more_than_its_length(clause: str) -> None:
    short = steps(clause * (SHORT // len(clause)))
    assert steps(clause * (SHORT * TIMES // len(clause))) < MOST * short
