"""比较：比上年多做了多少，多出来的是增加额，不是上年数。"""

from tests.reading.tables.reports import wrong

MORE = "向上争取资金26.80亿元，比上年多争取1.30亿元，增长{}%。"


def test_doing_more_than_last_year_is_an_increase() -> None:
    assert wrong(MORE.format("5.1")) == []
    assert wrong(MORE.format("4.9")) == ["yoy_percent ≠4.9% 应为5.1%"]
