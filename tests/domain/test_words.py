"""一套固定的词：同 StrEnum 一样用，各词只此一个。"""

import pickle
from copy import deepcopy

import pytest

from assistant.domain.words import Words


class Season(Words):
    """四季里的两季。"""

    SPRING = "春"
    NONE = ""


def test_a_word_is_itself_after_a_round_trip() -> None:
    assert pickle.loads(pickle.dumps(Season.SPRING)) is Season.SPRING
    assert deepcopy(Season.SPRING) is Season.SPRING is Season("春")


def test_a_word_prints_as_plain_text_and_is_empty_when_the_word_is() -> None:
    assert f"{Season.SPRING}" == str(Season.SPRING) == Season.SPRING.value == "春"
    assert type(Season.SPRING.value) is str
    assert not Season.NONE


def test_words_come_in_the_order_written() -> None:
    assert [*Season] == [Season.SPRING, Season.NONE]


def test_what_is_not_in_the_set_is_refused() -> None:
    with pytest.raises(ValueError, match="没有“夏”"):
        Season("夏")
