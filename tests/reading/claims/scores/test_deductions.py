"""扣分：满分减扣分是得分；一项共扣几分，是其下各处之和。"""

import pytest

from tests.reading.tables.reports import wrong

PAIRS = (
    ("决策满分20分，扣0.8分，得19.2分；产出满分30分，扣2.5分，得27.5分；"
     "效益满分30分，扣3.1分，得26.9分；合计扣{}分。", "6.4", "6.6"),
    ("过程指标满分25分，因制度修订不及时，扣{}分，得23.50分；产出指标得33.00分。", "1.50", "2.50"),
    ("该指标分值35分，评价得分33.20分，扣{}分。", "1.80", "2.80"),
    ("该指标分值15分，得14.00分。项目程序规范，但绩效目标不够明确，扣{}分。", "1", "2"),
    ("预算执行扣{}分。未达到100%，扣1分；追加比例过高，扣1分。", "2", "3"),
    ("预算执行率扣0.47分、住院日扣1.00分、满意度扣0.80分，共扣{}分。", "2.27", "3.27"),
    ("该指标分值25分，评价得分22.50分。其中：资金管理15分，得13.50分；组织实施10分，得9.00分。"
     "主要扣分原因：一是配套资金未到位，扣1分；二是手续不齐全，扣{}分；三是档案不规范，扣1分。",
     "0.5", "1.5"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "right", "slipped"), PAIRS)
def test_points_lost_and_points_won_make_the_full_mark(
    sentence: str, right: str, slipped: str
) -> None:
    assert wrong(sentence.format(right)) == []
    assert wrong(sentence.format(slipped))


def test_a_rule_of_marking_is_no_deduction() -> None:
    said = "分值10分，执行率每低1个百分点扣0.5分，扣完为止，得9.00分，扣2.00分。"
    assert wrong(said) == []
