"""读回话：推辞、提问、文字回答。"""

import pytest

from assistant.reading.talk.replies import questions_in, refusal_in, rows_in


@pytest.mark.parametrize(
    ("said", "how", "office"),
    [
        ("不知道", "unknown", ""),
        ("这个我手头没有", "unknown", ""),
        ("先跳过吧", "skip", ""),
        ("让办公室答", "office", "办公室"),
        ("这要问科技股", "office", "科技股"),
        ("由人事科来报吧", "office", "人事科"),
    ],
)
def test_refusals(said: str, how: str, office: str) -> None:
    refusal = refusal_in(said)
    assert refusal is not None
    assert (refusal.how, refusal.office) == (how, office)


@pytest.mark.parametrize("said", ["在职人数24人", "由财务室审定指标后汇总", "请按季度调度"])
def test_what_is_no_refusal(said: str) -> None:
    assert refusal_in(said) is None


def test_questions_are_picked_out_sentence_by_sentence() -> None:
    said = "在职人数24人。年中追加的钱算不算预算调整？先这样。"
    assert questions_in(said) == ("年中追加的钱算不算预算调整？",)


def test_rows_drop_numbering_and_keep_empty_cells() -> None:
    assert rows_in("1.甲，局长\n（二）乙，副局长，会计师", 3) == (
        ("甲", "局长", ""),
        ("乙", "副局长", "会计师"),
    )


def test_one_paragraph_of_numbered_goals_is_split() -> None:
    assert rows_in("一是培育企业；二是稳定增长。", 1) == (("培育企业",), ("稳定增长",))
