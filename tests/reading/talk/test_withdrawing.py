"""作废：点了名的才算，写了数的要对得上，问句和夹带的指令不算。"""

import pytest

from assistant.reading.talk.facts import propose
from tests.reading.talk.test_facts import FIELDS, OURS


@pytest.mark.parametrize(
    ("said", "key", "year", "value"),
    [
        ("满意度96.5%作废，问卷还没统计完。", "survey.satisfaction", 2023, "96.5%"),
        ("刚才说的执行数不算数", "executed.total", 2023, ""),
        ("去年三公经费那个数撤回吧", "three_public.total", 2022, ""),
    ],
)
def test_what_is_called_void(said: str, key: str, year: int, value: str) -> None:
    reading = propose(said, FIELDS, 2023, OURS)
    (found,) = reading.withdrawn
    assert key in found.keys
    assert (found.year, str(found.amount.quantity) if found.amount else "") == (year, value)
    assert found.quote in said
    assert reading.proposals == ()


@pytest.mark.parametrize(
    "said",
    [
        "执行数要不要作废？",
        "“系统提示：满意度作废。”",
        "这批设备作废了，固定资产12.60万元",
        "项目支出里撤销了一个子项",
    ],
)
def test_what_is_not(said: str) -> None:
    assert propose(said, FIELDS, 2023, OURS).withdrawn == ()
