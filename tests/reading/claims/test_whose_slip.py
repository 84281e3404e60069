"""哪一个数写错了：几处都可能的不怪某一项，别的断言指明了的才说是哪一项。"""

import pytest

from assistant.domain.document import plain
from assistant.domain.statements import Verdict
from assistant.reading.reading import read


def blamed(text: str) -> list[str]:
    """各条不成立的断言认定写错的数。"""
    statements = read(plain("a.txt", text)).statements
    wrong = (x for x in statements if x.verdict is Verdict.INCONSISTENT and not x.echo)
    return [text[x.culprit.span.start : x.culprit.span.end] for x in wrong if x.culprit]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "政府采购金额382.00万元，其中：货物130.00万元、工程42.00万元、服务110.00万元。",
            "382.00万元",
        ),
        (
            "收入合计1370.60万元，其中财政拨款收入1190.30万元，事业收入140.30万元，其他收入49.00万元。",
            "1370.60万元",
        ),
    ],
)
def test_no_part_is_blamed_when_the_total_may_be_the_slip(text: str, total: str) -> None:
    assert blamed(text) == [total]


def test_a_part_that_its_share_points_at_is_blamed() -> None:
    said = (
        "本年支出2345.60万元，其中：基本支出1345.20万元，占57.35%；项目支出1100.40万元，占42.65%。"
    )
    assert blamed(said) == ["1100.40万元"]


def test_two_digits_of_a_part_that_changed_places_are_seen() -> None:
    said = "政府采购金额382.00万元，其中：货物130.00万元、工程124.00万元、服务110.00万元。"
    assert blamed(said) == ["124.00万元"]
