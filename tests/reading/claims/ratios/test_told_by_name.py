"""点了名的整体、写明的几档、写在后面的等级。句子都是虚构的。"""

import pytest

from tests.reading.tables.reports import wrong

PAIRS = (
    ("计划采购500.00万元，实际采购480.00万元。其中面向中小企业采购400.00万元，占比83.33%；"
     "小微企业300.00万元，占中小企业采购金额的{}%。", "75.00", "60.00"),
    ("收回问卷400份，满意的360份、基本满意的20份、不满意的20份，满意率（含基本满意）为{}%。",
     "95.0", "90.0"),
    ("对25个项目开展自评，20个项目评价等级为“优”，4个为“良”，1个为“中”，优良率{}%。",
     "96.0", "80.0"),
    ("计划改造18个小区，实际开工18个，完工{}个，完工率88.89%。", "16", "19"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "right", "slip"), PAIRS)
def test_the_slip_is_found(text: str, right: str, slip: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slip))
