from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.text.numerals import HANZI, HANZI_UNITS, numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千一百二十万六千三百", "11206300"),
        ("1120万6300", "11206300"),
        ("八千五", "8500"),
        ("2万3", "23000"),
        ("一百二", "120"),
        ("一百零五", "105"),
        ("一千零五", "1005"),
        ("一千零五十", "1050"),
        ("十二", "12"),
        ("二〇二三", "2023"),
        ("三十六点五万", "365000"),
        ("一亿两千万", "120000000"),
        ("八百五十万零三百", "8500300"),
        ("壹拾贰万", "120000"),
        ("1,136.80", "1136.80"),
        ("1.2亿", "120000000"),
    ],
)
def test_reads(text: str, value: str) -> None:
    assert numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "万", "点五", "三点", "十十", "元", "八千五百百"])
def test_refuses(text: str) -> None:
    assert numeral(text) is None


@given(st.text(alphabet=HANZI + HANZI_UNITS + "点" + "0123456789.,Ww", max_size=40))
def test_never_fails(text: str) -> None:
    found = numeral(text)
    assert found is None or found >= 0
