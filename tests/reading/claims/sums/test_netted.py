"""一进一出相抵：盈利减亏损、出生减死亡、新增减退出，不是相加。"""

import pytest

from tests.reading.tables.reports import wrong


@pytest.mark.parametrize(
    ("text", "right", "slipped", "told"),
    [
        (
            "9家企业盈利{}万元，2家企业亏损145.00万元，合计实现利润515.00万元。",
            "660.00", "606.00", "≠515.00万元 应为461.00万元",
        ),
        (
            "利润总额{}万元，其中：盈利企业盈利660.00万元，亏损企业亏损145.00万元。",
            "515.00", "551.00", "≠551.00万元 应为515.00万元",
        ),
        ("全年出生2860人，死亡1940人，自然增长{}人。", "920", "902", "≠902人 应为920人"),
        ("全年出口9.80亿元，进口3.50亿元，顺差{}亿元。", "6.30", "6.80", "≠6.80亿元 应为6.30亿元"),
        ("迁入人口480人，迁出人口125人，净迁入{}人。", "355", "335", "≠335人 应为355人 存疑"),
    ],
)  # fmt: skip
def test_one_side_is_taken_from_the_other(text: str, right: str, slipped: str, told: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slipped)) == [f"difference {told}"]


@pytest.mark.parametrize(
    "text",
    [
        "利润总额515.00万元，上缴税金145.00万元，亏损企业亏损额30.00万元。",
        "全年出生2860人，死亡1940人，迁入610人，迁出480人，净增1050人。",
        "全年新增就业2200人，净增900人，减少失业310人。",
    ],
)
def test_what_is_not_a_net_of_two_is_left_alone(text: str) -> None:
    assert wrong(text) == []
