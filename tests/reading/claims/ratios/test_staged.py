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


@pytest.mark.parametrize(
    ("text", "right", "slipped"),
    [
        ("抽检80批次，初检合格72批次，初检合格率90%，复检合格4批次，最终合格率{}%。", "95", "59"),
        ("检查企业200家，初查合格160家，合格率80%，整改后合格190家，最终合格率{}%。", "95", "91"),
        ("全县公厕160座，达标128座，达标率80%，整改达标24座，最终达标率{}%。", "95", "85"),
    ],
)
def test_a_final_rate_takes_in_every_stage(text: str, right: str, slipped: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slipped)) == [f"ratio ≠{slipped}% 应为{right}% 存疑"]


def test_those_who_passed_before_are_not_the_whole() -> None:
    said = "抽检200批次，初检合格184批次，复检合格10批次，最终合格194批次，最终合格率{}%。"
    assert wrong(said.format(97)) == []
    assert wrong(said.format(79)) == ["ratio ≠79% 应为97%"]
