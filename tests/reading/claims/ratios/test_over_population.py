"""常住人口不是参保率、普及率的分母；城镇化率的是。"""

import pytest

from tests.reading.tables.reports import statements, wrong


@pytest.mark.parametrize(
    "text",
    [
        "全县常住人口31.40万人，养老保险参保人数19.20万人，参保率96.30%。",
        "户籍人口31.40万人，基本医疗保险参保28.60万人，参保率98.50%。",
        "全县总人口31.40万人，其中农村人口18.00万人，农村自来水普及率93.40%，受益16.81万人。",
    ],
)
def test_a_rate_not_of_the_population_is_not_judged_by_it(text: str) -> None:
    assert wrong(text) == []


def test_a_rate_that_does_divide_by_the_population_is_read() -> None:
    said = "全县常住人口31.40万人，电话用户29.83万人，电话普及率{}%。"
    assert "ratio ＝95.00% 存疑" in statements(said.format("95.00"))
    assert wrong(said.format("95.00")) == []


def test_a_rate_of_the_population_is_still_judged() -> None:
    said = "常住人口31.40万人，城镇人口15.70万人，城镇化率{}%。"
    assert wrong(said.format("50.00")) == []
    assert wrong(said.format("52.00")) == ["ratio ≠52.00% 应为50.00%"]
