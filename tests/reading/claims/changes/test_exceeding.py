"""比目标多少，是实际与目标之差。"""

import pytest

from tests.reading.tables.reports import wrong

CASES = (
    ("计划养护220公里，实际完成226.3公里，超额完成{}公里。", "6.3", "3.6"),
    ("满意度89.80%，低于92%的目标值{}个百分点。", "2.20", "3.20"),
    ("平均住院日7.8天，高于7.5天的目标值{}天。", "0.3", "0.5"),
    ("收入完成86420万元，为年初预算85000万元的101.7%，超收{}万元。", "1420", "1240"),
    ("满意度90.04%，目标值90%，超出{}个百分点。", "0.04", "0.40"),
    # 括号里的各项不是与目标相比的
    (
        "云岭县养护道路47.6公里（县道18.2公里、村道29.4公里），年度目标45公里，超额完成{}公里。",
        "2.6",
        "6.2",
    ),
    (
        "全年造林4720亩（人工造林1940亩、封山育林2780亩），年度任务4500亩，超额完成{}亩。",
        "220",
        "202",
    ),
)
QUIET = (
    # 目标有两个，说不准是哪一个
    "计划220公里，调整计划230公里，实际完成240公里，超额完成10公里。",
    # 与目标相比的是总数，不是其中的各项
    "云岭县养护道路47.6公里，其中县道18.2公里、村道29.4公里，年度目标45公里，超额完成2.6公里。",
    # 其中的一项另有目标
    "全年造林4720亩，其中人工造林1940亩，计划1800亩，超额完成140亩。",
    # 没有写目标
    "实际完成226.3公里，超额完成6.3公里。",
    # 不同的事
    "计划新建3座，实际维修226.3公里，超额完成6.3公里。",
)


@pytest.mark.parametrize(("text", "right", "slipped"), CASES)
def test_what_exceeds_the_target_is_the_difference(text: str, right: str, slipped: str) -> None:
    assert wrong(text.format(right)) == []
    assert any("存疑" not in each for each in wrong(text.format(slipped)))


@pytest.mark.parametrize("text", QUIET)
def test_without_one_target_nothing_is_said(text: str) -> None:
    assert wrong(text) == []
