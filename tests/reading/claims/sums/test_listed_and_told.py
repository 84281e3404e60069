"""说几项列几项、逐条列完再合计、占比之和、书名清点、只差一处笔误的一排。"""

import pytest

from tests.reading.tables.reports import wrong

ROWS = (
    "支出如下：\n（1）住房保障支出31.41万元；\n（2）教育支出12.24万元；\n（3）交通支出31.50万元；\n"
    "以上支出合计{}万元。"
)
TOLD = (
    "纳入评价的共{}个项目，涉及资金75.15万元：\n"
    "1.运维费31.41万元。\n2.改造费12.24万元。\n3.经费31.50万元。\n"
)
WORK = "重点做了以下{}项工作。一是组织检查；二是规范程序；三是加强队伍建设。"
BOOKS = "修订《预算管理办法》、《采购管理细则》、《资产盘点规程》{}项制度。"
SHARES = "占比分别为24.24%、21.68%、10.13%，三项合计占{}%。"
SCORES = (
    "综合评价得分84.50分。其中，决策指标（20分）得{}分，过程指标（30分）得27.00分，"
    "产出指标（50分）得39.00分。"
)
KEPT = "可用资金637.27万元，当年执行395.02万元，结转下年{}万元，收回统筹14.97万元。"
OWN = (
    "计划筹资265.13万元，实际到位239.93万元，到位率90.5%。"
    "到位资金中财政资金46.58万元、群众自筹{}万元。"
)


@pytest.mark.parametrize(
    ("said", "right", "slip"),
    [
        (ROWS, "75.15", "75.51"),
        (TOLD, "3", "4"),
        (WORK, "3", "4"),
        (BOOKS, "3", "5"),
        (SHARES, "56.05", "56.50"),
        (SCORES, "18.50", "28.50"),
        (KEPT, "227.28", "272.28"),
        (OWN, "193.35", "139.35"),
    ],
)
def test_what_is_listed_against_what_is_told(said: str, right: str, slip: str) -> None:
    assert wrong(said.format(right)) == []
    assert wrong(said.format(slip))


def test_a_line_left_out_of_those_above() -> None:
    assert wrong(ROWS.format("75.15").replace("（2）教育支出12.24万元；\n", ""))


def test_titles_that_are_only_examples_are_not_counted() -> None:
    assert wrong("修订《预算管理办法》《采购管理细则》等5项制度。") == []


def test_a_row_of_round_figures_is_no_set() -> None:
    assert wrong("计划投资500.00万元，完成投资480.00万元，尚欠工程款30.00万元。") == []


def test_a_fund_named_for_raising_something_is_an_amount() -> None:
    said = "资金75.15万元：\n1.能力提升资金{}万元。\n2.改造费12.24万元。\n3.经费31.50万元。\n"
    assert wrong(said.format("31.41")) == []
    assert wrong(said.format("31.14"))
