from collections.abc import Iterable

import pytest

from assistant.adapters.documents.image_file import Word, lines, recognised
from assistant.domain.errors import Unreadable


def word(left: int, top: int, text: str) -> Word:
    return Word(left, left + 20 * len(text), top, top + 30, text)


def test_words_of_one_height_are_one_line_with_columns_apart() -> None:
    words = [
        word(200, 103, "13.75"),
        word(20, 100, "合"),
        word(42, 98, "计"),
    ]
    words += [word(80, 101, "12.5"), word(20, 20, "项目")]
    assert lines(words) == ["项目", "合计 12.5 13.75"]


def test_the_blank_half_of_a_wide_mark_is_no_gap() -> None:
    words = [word(20, 100, "食盐"), word(60, 100, "，"), word(110, 100, "批发（")]
    words.append(word(190, 100, "零售"))
    assert lines(words) == ["食盐，批发（零售"]


def test_a_picture_without_the_recogniser_says_what_to_do() -> None:
    with pytest.raises(Unreadable, match="识别组件") as caught:
        recognised("扫描.png", b"", None)
    assert "README" in caught.value.todo


def test_a_broken_picture_is_one_clear_line() -> None:
    def fails(image: bytes) -> Iterable[Word]:
        raise ValueError(image)

    with pytest.raises(Unreadable, match="残缺"):
        recognised("扫描.png", b"?", fails)
