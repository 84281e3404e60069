"""单位写错的占比、写成增减率的率、扣分查出；平均人数的人均、没列完的编号不说。"""

import pytest

from tests.reading.tables.reports import wrong

SAID = "本年收入合计770.70万元，其中：财政拨款收入{}，占93.69%。"


@pytest.mark.parametrize("slip", ["7220700.00万元", "7220.70万元", "722.07亿元"])
def test_a_part_out_of_scale_is_a_slip(slip: str) -> None:
    assert wrong(SAID.format("722.07万元")) == []
    assert wrong(SAID.format(slip))


def test_a_mean_over_average_heads_is_not_over_those_at_the_end() -> None:
    said = "年末实有228人。全年人员经费273.23万元，按年平均在岗人数计算，人均1.28万元。"
    assert wrong(said) == []


def test_numbered_lines_broken_off_are_not_called_incomplete() -> None:
    said = "支出893.42万元，具体如下：①工资福利支出4.04万元；②资本性支出427.79万元；"
    assert wrong(said) == []
    assert wrong(said[:-1] + "。")


def test_a_signed_rate_of_change_is_a_rate() -> None:
    said = "预算支出245.38万元，增减额-17.20万元，增减率为{}%。"
    assert wrong(said.format("-6.55")) == []
    assert wrong(said.format("-5.65"))


def test_points_taken_off_a_told_total() -> None:
    said = "评价总分100分，因目标不细化扣1.75分，因资料不完整扣2.25分，最终得分{}分。"
    assert wrong(said.format("96.00")) == []
    assert wrong(said.format("96.50"))


def test_shares_of_parts_that_make_up_a_told_total() -> None:
    said = (
        "预算总收入3141.37万元，同上年相比减少339.26万元，变动率9.75%；经费拨款222.05万元，所占比重{}%，"
        "专户管理的收入2919.32万元，所占比重92.93%。"
    )
    assert wrong(said.format("7.07")) == []
    assert wrong(said.format("7.77"))
