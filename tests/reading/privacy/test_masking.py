"""遮盖：数、姓名、号码不出本机，年份和条号留着，换得回来。"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.privacy.masking import mask

CASES = [
    ("在职28人，王局长定的", "在职【计数1】，【姓名1】局长定的"),
    ("2022年决算收入1,000.00万元", "2022年决算收入【金额1】"),
    ("财预〔2020〕10号第十二条", "财预〔2020〕10号第十二条"),
    ("截至2023年12月31日", "截至2023年12月31日"),
    ("执行数八百来万", "执行数【金额1】"),
    ("满意度百分之九十五点五", "满意度【比率1】"),
    ("电话13912345678，座机0310-5123456", "电话【号码1】，座机【号码2】"),
    ("账号6222 0212 3456 7890", "账号【号码1】"),
    ("联系人：李某某，3辆车", "联系人：【姓名1】，【计数1】车"),
    ("较上年{{final.income.change}}", "较上年{{final.income.change}}"),
    ("十分重视，万一不行", "十分重视，万一不行"),
    ("１２３．４０元", "【金额1】"),
    ("三分之二", "【数1】"),
    ("【金额1】是什么", "【原文1】是什么"),
]


@pytest.mark.parametrize(("text", "masked"), CASES)
def test_masks(text: str, masked: str) -> None:
    result = mask([("said", text)])
    assert result.texts["said"] == masked
    assert result.restore(masked) == text


def test_one_writing_has_one_token_across_inputs() -> None:
    result = mask([("a", "28人"), ("b", "还是28人，不是二十八人")])
    assert result.texts == {"a": "【计数1】", "b": "还是【计数1】，不是【计数2】"}


def test_names_of_the_fact_sheet_are_masked_anywhere() -> None:
    assert mask([("a", "云某某去了现场")], names=("云某某",)).texts["a"] == "【姓名1】去了现场"


def test_public_inputs_go_out_as_they_are() -> None:
    assert mask([("law", "百分之三以内")], public=("law",)).texts["law"] == "百分之三以内"


def test_what_it_is_unsure_of_is_named() -> None:
    assert mask([("a", "李某某说没问题，占三分之一")]).doubtful == ("李某某", "三分之一")


def test_an_unknown_token_in_a_reply_stays_visible() -> None:
    assert mask([("a", "28人")]).restore("【计数7】") == "【计数7】"


PIECES = st.lists(
    st.sampled_from(
        "在职 28人 执行数 880.50万元 八千五 2023年 第五条 王局长 13912345678 近两千万元 、 ， "
        "一二 % 【数1】 {{a.b}} 两台 0.5 — A1 \n 〔2020〕10号 12月31日 百分之八".split(" ")
    ),
    max_size=20,
)


@given(PIECES)
def test_nothing_is_lost_and_no_digit_is_left(pieces: list[str]) -> None:
    text = "".join(pieces)
    result = mask([("a", text)])
    assert result.restore(result.texts["a"]) == text
    left = re.sub(r"【[^】]*】|\{\{.*?\}\}", "", result.texts["a"])
    left = re.sub(r"20\d\d年(?:12月31日)?|12月31日|〔2020〕10号", "", left)
    assert not re.search(r"\d{2}", left)


@given(st.text(max_size=200))
def test_any_text_comes_back(text: str) -> None:
    result = mask([("a", text)])
    assert result.restore(result.texts["a"]) == text
