"""守门：恶意的一条不放，合规的一条不拦，改写前后事实不变。"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks.drafts.guard import draft_faults, rewriting_faults
from tests.adversary.cases import allowed, replies

ALLOWED = allowed()
BAD, GOOD = replies("drafts.txt"), replies("goods.txt")


@pytest.mark.parametrize(("kind", "reply"), BAD)
def test_no_bad_reply_passes(kind: str, reply: str) -> None:
    faults = draft_faults(reply, ALLOWED)
    assert faults
    assert all(fault.message for fault in faults)


@pytest.mark.parametrize(("kind", "reply"), GOOD)
def test_a_proper_reply_is_not_held_up(kind: str, reply: str) -> None:
    assert not draft_faults(reply, ALLOWED)


def test_there_are_enough_of_both() -> None:
    assert len(BAD) >= 250
    assert len(GOOD) >= 25


@pytest.mark.parametrize(
    ("reply", "word"),
    [
        ("全年执行数871.20万元，执行有序。", "是自己写的数"),
        ("培训企业420人次以上，组织有序。", "约数的词"),
        ("新增科技型中小企业36家次。", "不是这件事"),
        ("上年全年预算数{{adjusted.expenditure}}。", "2023年的数"),
        ("全年执行数{{adjusted.expenditure}}。", "占位符却是另一项"),
        ("较上年增加{{final.expenditure.change}}。", "占位符自己会印增减的词"),
        ("会同县教育局开展工作。", "没有的单位"),
        ("根据《预算法》第五十七条执行。", "没有的文件或条款"),
    ],
)
def test_each_fault_says_what_is_wrong(reply: str, word: str) -> None:
    assert any(word in fault.message for fault in draft_faults(reply, ALLOWED))


BEFORE = "全年组织科技培训4场420人次，全年执行数{{executed.total}}，较上年{{final.income.change}}。"


@pytest.mark.parametrize(
    ("after", "word"),
    [
        (BEFORE.replace("420", "402"), "402人次"),
        ("组织科技培训4场420人次，全年执行数{{executed.total}}。", "少了占位符"),
        (BEFORE + "其中{{executed.total}}。", "多出了占位符"),
        (BEFORE + "依据《预算法》第四十条。", "多出了文件或条款"),
        (BEFORE.replace("全年执行数", "2022年执行数"), "多出了年份"),
        (BEFORE + "由王局长负责。", "多出了人名"),
        (BEFORE.replace("较上年", "未较上年"), "多出了说法"),
    ],
)  # fmt: skip
def test_a_rewriting_that_changes_a_fact_is_stopped(after: str, word: str) -> None:
    assert any(word in fault.message for fault in rewriting_faults(BEFORE, after))


def test_a_rewriting_that_only_moves_words_passes() -> None:
    after = "较上年{{final.income.change}}，全年执行数{{executed.total}}；培训4场，共420人次。"
    assert not rewriting_faults(BEFORE, after)


@given(st.text(max_size=300))
def test_any_text_is_judged_without_failing(text: str) -> None:
    draft_faults(text, ALLOWED)
    assert not rewriting_faults(text, text)
