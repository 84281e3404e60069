"""成套的几类：后面还并列着一项的不是一套；固定资产分的不是资产总额。"""

import pytest

from tests.reading.tables.reports import wrong

PAIRS = (
    ("选取项目24个开展评价，“优”的7个、“良”的13个、“中”的{}个。", "4", "3"),
    ("离退休人员35人，其中离休1人，退休{}人。", "34", "33"),
    ("独立核算单位共{}个，其中行政单位1个，公益一类事业单位9个，公益二类事业单位2个。", "12", "13"),
    ("资产总额120.00万元，其中流动资产40.00万元、固定资产净值80.00万元。固定资产中，房屋50.00万元，"
     "车辆{}万元。", "30.00", "20.00"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "right", "slip"), PAIRS)
def test_the_slip_is_found(text: str, right: str, slip: str) -> None:
    assert wrong(text.format(right)) == []
    assert wrong(text.format(slip))
