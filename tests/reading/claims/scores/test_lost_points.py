"""扣分与得分互为余数；写着分档的括号前面的等级；一句里几个项目各有得分。"""

import pytest

from tests.reading.tables.reports import wrong

PAIRS = (
    ("我局自评得分94.6分，共扣{}分，其中执行扣3.4分，产出扣2.0分。", "5.4", "4.5"),
    ("1.整体效能（30分），自评得分28.50分，扣{}分。", "1.50", "1.05"),
    ("培训项目自评得分{}分，满分100分，扣分4.7分。", "95.3", "93.5"),
    ("1.编制（5分），得4.50分；2.执行（7分），得6.20分；3.公开（3分），得3.00分。三项合计扣{}分。",
     "1.30", "1.40"),
    ("甲项目自评得分95.0分；乙项目自评得分88.6分，等级为“{}”（90分以上为优，80至90分为良）。",
     "良", "优"),
    ("综合得分92.35分，等级为“{}”（注：90分以上为优，80—90分为良，60—80分为中）。", "优", "良"),
    ("综合得分91.20分，等级为“{}”（100—90分为优，89.99—80分为良，79.99—60分为中）。", "优", "良"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "right", "slip"), PAIRS)
def test_the_slip_is_found(text: str, right: str, slip: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slip))


def test_bands_to_the_last_printed_place_leave_no_gap() -> None:
    assert wrong("100—90分为优，89.9—80分为良，79.9—60分为中，60分以下为差。") == []
    assert wrong("100—90分为优，89.9—80分为良，78.9—60分为中，60分以下为差。")


def test_a_converted_score_is_added_as_converted() -> None:
    text = "执行得19.4分；上述指标得分98.2分按80%折算为78.6分，两项合计{}分。"
    assert wrong(text.format("98.0")) == []


def test_a_dimension_score_is_not_of_a_hundred() -> None:
    assert wrong("产出指标自评得分28分，扣2分。") == []


def test_the_score_of_another_indicator_is_no_weight() -> None:
    text = "决策得14.00分，得分率93.33%；执行得22.80分，得分率91.20%；管理得18.50分，得分率92.50%。"
    assert wrong(text) == []
