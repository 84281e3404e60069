"""思考过程：写在正文前面的一律去掉，标记断在哪里都行。"""

import pytest

from assistant.adapters.model.thoughts import Thoughts

SAID = "全年执行数{{executed.total}}。"


@pytest.mark.parametrize(
    "text",
    [SAID, f"<think>先想想…</think>\n\n{SAID}", f"\n<think></think>{SAID}"],
)
@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_only_the_answer_is_left(text: str, size: int) -> None:
    thoughts = Thoughts()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    assert "".join(thoughts.without(piece) for piece in pieces).strip() == SAID


def test_a_thought_without_end_says_nothing() -> None:
    thoughts = Thoughts()
    assert "".join(thoughts.without(p) for p in ("<thi", "nk>想啊", "想")) == ""


def test_other_signs_are_not_thoughts() -> None:
    thoughts = Thoughts()
    assert "".join(thoughts.without(p) for p in ("<", "b>好")) == "<b>好"
