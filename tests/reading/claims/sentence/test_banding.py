"""档的界限不是率：在甲至乙之间、低于丙、达到丁的有几个。"""

import pytest

from tests.reading.tables.reports import statements, wrong


@pytest.mark.parametrize(
    "said",
    [
        "云岭县绩效目标共9个，目标完成率达到100%的5个，完成率在80%至100%之间的3个，低于80%的1个。",
        "评价项目25个，完成率为100%的16个，完成率80%—100%的6个，完成率60%~80%的2个，60%以下的1个。",
        "云岭县共有48个村，通水覆盖率超过85%的村31个，覆盖率60%-85%的村12个，覆盖率低于60%的村5个。",
        "检查项目15个，支付率在50%（含）至90%之间的项目4个，支付率未达到50%的项目2个。",
        "检查项目15个，其中4个占比达到70%的8个，占比在40%至70%之间的3个。",
    ],
)
def test_the_edge_of_a_band_is_no_rate(said: str) -> None:
    assert [line for line in statements(said) if line.startswith(("ratio", "execution"))] == []


@pytest.mark.parametrize(
    ("said", "right", "slip"),
    [
        ("培训学员240人，合格228人，合格率为{}%，低于90%的班次2个。", "95.00", "59.00"),
        ("计划建设项目8个，完工6个，完工率达到{}%，其中进度达到90%的项目1个。", "75", "57"),
    ],
)
def test_a_rate_beside_the_band_is_still_checked(said: str, right: str, slip: str) -> None:
    assert [line for line in statements(said.format(right)) if line == f"ratio ＝{right}%"]
    assert wrong(said.format(right)) == []
    assert wrong(said.format(slip))
