"""几年并列、收支并列：每个增减各与自己那一年、那一头的数相比。"""

import pytest

from tests.reading.tables.reports import statements, wrong

THREE = "2020年、2021年、2022年投入分别为210.50万元、315.20万元、421.00万元，2022年比2020年增长{}。"
RANGE = "2020—2022年投入分别为210.50万元、315.20万元、421.00万元，2022年比2021年增加{}万元。"
SIDES = (
    "本年收入520.00万元、支出480.00万元，上年收入500.00万元、支出600.00万元；"
    "收入同比{}，支出同比{}。"
)
UNEVEN = "2021年、2022年投入分别为10.00万元、20.00万元和30.00万元，2022年比2021年增长50%。"


@pytest.mark.parametrize(
    ("said", "right", "slip"),
    [(THREE, "100.0%", "33.6%"), (RANGE, "105.80", "210.50")],
)
def test_a_year_named_among_several_takes_its_own_figure(said: str, right: str, slip: str) -> None:
    assert wrong(said.format(right)) == []
    assert wrong(said.format(slip))


def test_income_and_spending_each_have_their_own_prior() -> None:
    assert wrong(SIDES.format("增长4.0%", "下降20.0%")) == []
    assert wrong(SIDES.format("增长4.0%", "下降2.0%"))
    assert wrong(SIDES.format("增长40.0%", "下降20.0%"))


def test_years_that_do_not_match_the_row_are_not_given_out() -> None:
    assert wrong(UNEVEN) == []


def test_points_told_for_growth_are_named_as_points() -> None:
    found = statements("卫生健康支出255.27万元，同比增长55.3个百分点，增支90.87万元。")
    assert found == ["yoy_percent ≠55.3个百分点 应为55.3%"]


def test_a_growth_in_points_of_a_rate_is_left_alone() -> None:
    assert wrong("预算执行率92.0%，同比提高5.0个百分点，增加支出90.87万元。") == []


def test_the_growth_of_a_growth_is_in_points() -> None:
    assert wrong("民生支出增长3.6%，增幅比上年（1.7%）提高1.9个百分点。") == []
    assert wrong("民生支出增长3.6%，增幅比上年（1.7%）提高1.5个百分点。")
    assert wrong("民生支出增长3.6%，增幅比上年（1.7%）提高1.9%。")


def test_a_short_word_after_a_bracketed_prior_is_a_change() -> None:
    said = "公用经费支出351.13万元（上年：252.11万元），增{}万元，升{}%。"
    assert wrong(said.format("99.02", "39.3")) == []
    assert wrong(said.format("89.02", "39.3"))
    assert wrong(said.format("99.02", "28.2"))
