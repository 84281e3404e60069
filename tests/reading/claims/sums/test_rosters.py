"""列了名字的个数。"""

import pytest

from tests.reading.tables.reports import wrong

PAIRS = (
    ("局机关内设办公室、财务股、水政股、建管股{}个股室。", "4", "5"),
    ("下辖水库管理所、河道管理站、灌区管理中心{}个事业单位。", "3", "4"),
    ("纳入决算编制范围的单位共{}个，包括：云岭县水利局本级、水库管理所、河道管理站。", "3", "4"),
    ("引进企业{}家：青禾油脂厂、石桥竹制品厂、云岭农机合作社。", "3", "4"),
    ("从决策、过程、产出、效益{}个方面进行评价。", "四", "五"),
)
QUIET = (
    "惠及城关镇、石桥镇、青山乡5个村。",
    "内设办公室、财务股等5个股室。",
    "内设办公室、规划与财务股、水政股4个股室。",
    "下设2个单位，包括：水库管理所和河道管理站、灌区管理中心。",
)


@pytest.mark.parametrize(("sentence", "right", "slipped"), PAIRS)
def test_names_are_counted(sentence: str, right: str, slipped: str) -> None:
    assert wrong(sentence.format(right)) == []
    assert wrong(sentence.format(slipped))


@pytest.mark.parametrize("sentence", QUIET)
def test_what_may_not_be_the_names_is_not_counted(sentence: str) -> None:
    assert wrong(sentence) == []
