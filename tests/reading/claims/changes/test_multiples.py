"""是上年的几倍；扣除之后应是多少；收支相抵。"""

import pytest

from tests.reading.tables.reports import wrong


@pytest.mark.parametrize(
    ("said", "right", "slip"),
    [
        ("规模由2021年的118.51万元扩大到2022年的294.50万元，是上年的{}倍。", "2.49", "1.49"),
        ("经核定应补助302.65万元，扣除已预拨161.01万元，应清算{}万元。", "141.64", "141.46"),
        (
            "当年收入252.82万元，支出197.20万元，收支相抵，当年结余{}万元。",
            "55.62",
            "56.52",
        ),
        (
            "年初结转26.91万元，加：本年拨入859.38万元，减：本年支出538.07万元、缴回财政88.63万元，"
            "年末结转{}万元。",
            "259.59",
            "295.59",
        ),
        ("支出预算由178.42万元调整为233.19万元，调增54.77万元，调增幅度为{}%。", "30.7", "23.5"),
        (
            "水费支出396.50万元，超出预算（286.10万元）110.40万元，超支比例{}%。",
            "38.6",
            "27.8",
        ),
        ("支出进度59.1%，快于序时进度（50.0%）{}个百分点。", "9.1", "1.9"),
    ],
)
def test_a_slip_in_what_follows_from_two_figures(said: str, right: str, slip: str) -> None:
    assert wrong(said.format(right)) == []
    assert wrong(said.format(slip))


def test_a_multiple_of_something_not_told_is_left_alone() -> None:
    assert wrong("本年投入294.50万元，是2015年的3倍。") == []
