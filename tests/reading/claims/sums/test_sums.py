"""一段里的合计：列到哪里为止，总数是哪一个。"""

from tests.reading.tables.reports import wrong

STAFF = (
    "核定编制68名，其中行政编制14名、事业编制54名；"
    "实有在职人员63人，其中男性13人、女性{}人；离退休人员41人。"
)
EQUIPMENT = (
    "全年购置设备38台。其中：CT机1台，金额386.00万元；"
    "彩色超声诊断仪{}台，金额156.00万元；其他设备35台。"
)


def test_what_has_its_own_parts_is_not_a_part_of_the_total_before_it() -> None:
    assert wrong(STAFF.format("50")) == []


def test_the_total_in_the_same_part_of_the_sentence_is_certain() -> None:
    assert wrong(STAFF.format("52")) == ["count ≠63人 应为65人"]


def test_ultrasound_is_not_a_comparison() -> None:
    assert wrong(EQUIPMENT.format("2")) == []
    assert wrong(EQUIPMENT.format("3"))
