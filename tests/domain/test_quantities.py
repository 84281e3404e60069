"""数量与区间。"""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Quantity, half_up, in_cents, is_counted, places_of


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("2.675", 2, "2.68"), ("0.125", 2, "0.13"), ("-2.675", 2, "-2.68"), ("14.625", 1, "14.6")],
)
def test_half_up_rounds_away_from_zero_at_five(value: str, places: int, rounded: str) -> None:
    assert half_up(Decimal(value), places) == Decimal(rounded)


@pytest.mark.parametrize(
    ("value", "unit", "counted"),
    [("314", "人", True), ("12", "万人", False), ("18", "公里", False), ("2.5", "个", False)],
)
def test_only_whole_numbers_counted_one_by_one_are_exact(
    value: str, unit: str, counted: bool
) -> None:
    assert is_counted(Decimal(value), unit) is counted


def test_quantity_converts_between_units_of_one_dimension() -> None:
    assert Quantity(value=Decimal("3906200"), unit="元").to("万元", 2) == Quantity(
        value=Decimal("390.62"), unit="万元"
    )


def test_quantity_refuses_another_dimension() -> None:
    with pytest.raises(ValueError, match="不能换成"):
        Quantity(value=Decimal(1), unit="万元").to("人", 0)


def test_printed_places_are_kept() -> None:
    assert (
        places_of(TypeAdapter(Quantity).validate_json('{"value":"796.80","unit":"万元"}').value)
        == 2
    )


def test_interval_of_a_printed_figure_is_half_a_last_digit_each_way() -> None:
    printed = Interval.printed(Quantity(value=Decimal("12.8"), unit="%"))
    assert printed == Interval(Decimal("0.1275"), Decimal("0.1285"))


def test_wrong_base_never_meets_right_base() -> None:
    total = Interval.printed(Quantity(value=Decimal("1200.00"), unit="万元"))
    change = Interval.printed(Quantity(value=Decimal("200.00"), unit="万元"))
    wrong = Interval.printed(Quantity(value=Decimal("16.7"), unit="%"))
    right = Interval.printed(Quantity(value=Decimal("20.0"), unit="%"))
    assert not (change / (total - change)).meets(wrong)
    assert (change / (total - change)).meets(right)


@pytest.mark.parametrize(("said", "points"), [("33", "33.00"), ("0.8", "0.80"), ("2.125", "2.125")])
def test_points_are_told_to_two_places_at_least(said: str, points: str) -> None:
    assert str(in_cents(Decimal(said))) == points
    assert in_cents(Decimal("9" * 90)) == Decimal("9" * 90)
