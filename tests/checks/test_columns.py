"""空格分栏的文字表与数字前后多打的空格。"""

import pytest

from assistant.checks.columns import is_columned


@pytest.mark.parametrize(
    ("line", "gap"),
    [
        ("301 办公支出 27.60", "301 "),
        ("总计 88.15", " 88"),
        ("科目名称 2022年决算数 2023年决算数", " 2022"),
        ("上年结余 12.50 年末结余 8.15", " 年末"),
        ("第二部分 2023年度决算说明", " 2023"),
        ("第二部分 2023年度决算说明，详见下表", " 2023"),
    ],
)
def test_spaces_between_columns_are_meant(line: str, gap: str) -> None:
    assert is_columned(line, line.index(gap) + gap.index(" "))


@pytest.mark.parametrize(
    ("line", "gap"),
    [
        ("云岭县 2023 年部门决算", " 2023"),
        ("全年支出 88.15 万元", " 88"),
        ("全年支出 88.15，其中办公 27.60", " 27"),
        ("共有 45 人", " 45"),
        ("云岭县 2023年度部门决算", " 2023"),
        ("第二部分 全县 2023 年度决算", " 2023"),
    ],
)
def test_stray_spaces_are_not(line: str, gap: str) -> None:
    assert not is_columned(line, line.index(gap) + gap.index(" "))
