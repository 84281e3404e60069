import pytest

from assistant.reading.retrieval.following import standalone


@pytest.mark.parametrize(
    ("history", "question", "expected"),
    [
        (("私设小金库罚多少",), "处分呢", "私设小金库罚多少，处分呢"),
        (
            ("付款期限多长", "交付之日起算吗"),
            "那拖着不验收呢",
            "付款期限多长，交付之日起算吗，那拖着不验收呢",
        ),
        (("付款期限多长",), "政府采购的合同要在几天之内公告", "政府采购的合同要在几天之内公告"),
        ((), "处分呢", "处分呢"),
        (("付款期限多长",), "😀😀", "😀😀"),
        (("付款期限多长",), "how long", "how long"),
    ],
)
def test_an_elliptical_question_leans_on_the_one_before(
    history: tuple[str, ...], question: str, expected: str
) -> None:
    assert standalone(question, history) == expected
