"""由……到……：“其中”之后各项的增加额不是总数两头之差。"""

from tests.reading.tables.reports import wrong

SAID = (
    "支出由年初的286350万元调整为309880万元，增加{}万元，"
    "其中：教育支出增加4260万元，农林水支出增加13030万元，其他支出增加6240万元。"
)


def test_the_parts_of_an_increase_are_not_the_difference_of_the_totals() -> None:
    assert wrong(SAID.format("23530")) == []
    assert wrong(SAID.format("25330"))
