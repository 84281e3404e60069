"""用于以下方面、逐项说了占比的，应当列全；写着“等”“其中”的可以不全。"""

import pytest

from tests.reading.tables.reports import wrong

SPENT = (
    "财政拨款支出900.00万元，主要用于以下方面："
    "教育支出450.00万元，占50.00%；卫生健康支出270.00万元，占30.00%{}。"
)


def test_a_row_of_shares_that_leaves_one_out_is_told() -> None:
    assert wrong(SPENT.format("；住房保障支出180.00万元，占20.00%")) == []
    assert wrong(SPENT.format("")) == ["sum ≠900.00万元 应为720.00万元 存疑"]


@pytest.mark.parametrize(
    "text",
    [
        SPENT.format("等"),
        "支出900.00万元，主要用于以下方面：人员工资320.00万元，办公费200.00万元等。",
        "支出900.00万元，主要用于：人员工资320.00万元，占35.56%；办公费200.00万元，占22.22%。",
        "支出900.00万元，按经济分类，其中：工资福利支出320.00万元、商品和服务支出200.00万元。",
    ],
)
def test_a_list_that_need_not_be_whole_is_left_alone(text: str) -> None:
    assert wrong(text) == []
