"""优秀率、优良率、合格率：分子是够得上的，分母是全部。"""

import pytest

from tests.reading.tables.reports import statements, wrong


@pytest.mark.parametrize(
    ("text", "right", "slipped"),
    [
        ("自评等级为优的3个、良的2个，优秀率{}%。", "60", "65"),
        ("共评价5个项目，优3个、良2个，优秀率{}%。", "60", "66"),
        ("考核优秀9人、良好5人、合格1人，优秀率{}%。", "60", "69"),
        ("全县评价项目30个，优12个、良15个、中3个，优秀率{}%，优良率90%。", "40", "44"),
        ("全县评价项目30个，优12个、良15个、中3个，优秀率40%，优良率{}%。", "90", "96"),
    ],
)
def test_the_excellent_are_told_of_all(text: str, right: str, slipped: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slipped)) == [f"ratio ≠{slipped}% 应为{right}% 存疑"]


def test_whoever_has_not_failed_has_passed() -> None:
    said = "共有800名学生参加测试，优秀160人、良好320人、合格280人、不合格40人，合格率{}%。"
    assert "ratio ＝95%" in statements(said.format(95))
    assert wrong(said.format(59))
