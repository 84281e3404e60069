"""“某某中”：占比的整体是点了名的那个数。"""

from tests.reading.tables.reports import wrong

SAID = "教职工182人，专任教师156人，占教职工总数的85.71%；专任教师中骨干教师93人，占{}%。"


def test_among_names_the_whole() -> None:
    assert wrong(SAID.format("59.62")) == []
    assert wrong(SAID.format("51.10"))
