"""一比几：后一个数除以前一个；时刻、约定的配比、几个数里分不清的不验。"""

import pytest

from tests.reading.tables.reports import wrong


@pytest.mark.parametrize(
    ("text", "right", "slipped"),
    [
        ("全县教师900人，学生12600人，师生比为1∶{}。", "14", "17"),
        ("财政投入400.00万元，带动社会投资2600.00万元，撬动比1:{}。", "6.5", "5.6"),
        ("床位250张，护士110人，床护比1：{}。", "0.44", "0.64"),
        ("中学教师320人，其中班主任120人。学生600人，教师40人，师生比达到1∶{}。", "15", "12"),
    ],
)
def test_one_to_many_is_one_number_over_the_other(text: str, right: str, slipped: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slipped)) == [f"ratio ≠{slipped} 应为{right} 存疑"]


@pytest.mark.parametrize(
    "text",
    [
        "全县小学教师820人，中学教师600人，学生21000人，师生比1:14.8。",
        "会议时间比1:30推迟，参加人数120人，发放资料300份。",
        "项目按1:3的比例配套，上级补助300.00万元，县级配套100.00万元。",
        "全县共有教师2100人，其中小学教师1100人，小学学生15400人，师生比为1:14。",
    ],
)
def test_what_is_no_ratio_of_two_is_left_alone(text: str) -> None:
    assert wrong(text) == []
