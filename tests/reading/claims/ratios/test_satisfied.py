"""满意度：用顿号连着写的各档，认得清哪一档是满意的。"""

from tests.reading.tables.reports import statements, wrong

SAID = "收回问卷192份。其中满意168份、基本满意18份、不满意6份，满意率{}%。"


def test_grades_joined_by_commas_are_each_their_own() -> None:
    assert wrong(SAID.format("96.88")) == []
    assert any("96.88%" in line and "＝" in line for line in statements(SAID.format("96.88")))
