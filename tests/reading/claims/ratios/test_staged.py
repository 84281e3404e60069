"""后一阶段的率，不拿前一阶段的合格数断定它错。"""

import pytest

from tests.reading.tables.reports import wrong

QUIET = (
    "验收项目60个，一次性验收合格57个，一次合格率95%，3个经整改后合格，项目最终验收合格率100%。",
    "云岭县抽检样品60批次，初检合格57批次，初检合格率95%，3批次复检合格，最终合格率100%。",
    "抽检样品60批次，初检合格57批次，初检合格率95%，复检3批次，复检合格率100%。",
)
SLIPPED = (
    "抽检样品60批次，初检合格57批次，初检合格率59%，3批次复检合格，最终合格率100%。",
    "验收项目60个，最终合格57个，最终合格率100%。",
)


@pytest.mark.parametrize("text", QUIET)
def test_the_rate_of_a_later_stage_is_not_of_the_earlier_count(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize("text", SLIPPED)
def test_a_rate_of_its_own_stage_is_still_judged(text: str) -> None:
    assert any("存疑" not in each for each in wrong(text))
