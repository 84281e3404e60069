"""一组占比的共同整体在别处：其余各项都恰占它，错的一项就断得定。"""

import pytest

from tests.reading.tables.reports import wrong

PLAIN = (
    "全年决算支出1000.00万元。\n"
    "（二）结构情况。教育支出{}万元，占48.0%；卫生支出320.00万元，占32.0%；其他支出200.00万元，占20.0%。\n"
)
APART = (
    "全镇公共预算支出1000.00万元，增长5.0%。\n支出按功能分列：\n"
    "1.教育支出480.00万元，占支出的48.0%；\n2.卫生支出320.00万元，占支出的{}%；\n3.其他支出200.00万元，占支出的20.0%。\n"
)
CASES = ((PLAIN, "480.00", "408.00"), (APART, "32.0", "23.0"))


@pytest.mark.parametrize(("text", "right", "slipped"), CASES)
def test_the_one_that_does_not_fit_the_common_whole_is_wrong(
    text: str, right: str, slipped: str
) -> None:
    assert wrong(text.format(right)) == []
    assert any("存疑" not in each for each in wrong(text.format(slipped)))


def test_a_share_of_another_member_is_no_slip() -> None:
    assert (
        wrong(
            "决算支出1000.00万元。\n教育支出480.00万元，占48.0%；卫生支出320.00万元，占32.0%；"
            "医院支出160.00万元，占50.0%；其他支出200.00万元，占20.0%。\n"
        )
        == []
    )


def test_two_shares_alone_do_not_name_a_whole() -> None:
    assert wrong("支出1000.00万元。\n甲项480.00万元，占48.0%；乙项320.00万元，占33.0%。\n") == []
