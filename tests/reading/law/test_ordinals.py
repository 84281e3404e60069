"""条号的读写。"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.law.ordinals import article, read, write


@given(st.integers(1, 9999))
def test_what_is_written_reads_back(value: int) -> None:
    assert read(write(value)) == value


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ("57", "第五十七条"),
        ("一百零一", "第一百零一条"),
        ("１０", "第十条"),
        ("二百一十", "第二百一十条"),
    ],
)
def test_every_way_of_writing_comes_to_one(count: str, said: str) -> None:
    assert article(count) == said


def test_an_inserted_article_keeps_its_suffix() -> None:
    assert article("12", "一") == "第十二条之一"
