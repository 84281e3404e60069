"""总数之后“甲、乙、丙分别为……”：列了几样就有几个数，合起来是总数。"""

import pytest

from tests.reading.tables.reports import statements, wrong


@pytest.mark.parametrize(
    ("text", "right", "slipped", "told"),
    [
        (
            "救助困难群众520户，低保、特困、临时救助分别为160户、{}户、70户。",
            "290",
            "390",
            "count ≠520户 应为620户 存疑",
        ),
        (
            "投入资金450.00万元，道路、桥梁、排水分别为180.00万元、{}万元、80.00万元。",
            "190.00",
            "109.00",
            "sum ≠450.00万元 应为369.00万元 存疑",
        ),
    ],
)
def test_as_many_numbers_as_names_make_up_the_whole(
    text: str, right: str, slipped: str, told: str
) -> None:
    assert wrong(text.format(right)) == []
    assert told in wrong(text.format(slipped))


@pytest.mark.parametrize(
    "text",
    [
        "投入资金300.00万元，中央、省级分别为120.00万元、80.00万元，其余由县级配套。",
        "本年收入320.00万元，基本支出、项目支出分别为120.00万元、180.00万元。",
        "培训干部320人，优秀学员、结业学员分别为40人、320人。",
        "在校生5200人，小学、初中毕业班分别为800人、620人。",
        "培训1200人次，2021年、2022年分别为800人次、950人次。",
    ],
)
def test_numbers_of_another_matter_are_left_alone(text: str) -> None:
    assert wrong(text) == []


def test_an_excess_is_held_against_the_total_not_its_parts() -> None:
    said = "计划造林9000亩，实际完成9600亩，其中人工造林6000亩、封山育林3600亩，超计划{}亩。"
    assert "difference ＝600亩" in statements(said.format(600))
    assert wrong(said.format(660)) == ["difference ≠660亩 应为600亩"]
    part = "年度计划500亩，实际完成620亩，其中甲镇320亩，超计划20亩。"
    assert wrong(part) == []


def test_the_one_budget_told_is_the_budget() -> None:
    said = "教育支出年初预算420.00万元，决算441.00万元，为预算的{}%。"
    assert wrong(said.format("105.00")) == []
    assert wrong(said.format("115.00")) == ["execution_rate ≠115.00% 应为105.00%"]
