"""公开样例：读出的与 expected.json 一致，不多不少。"""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.materials.reading import read_material
from assistant.workflow.materials.shapes import material_json
from tests.needs import shared

NAMES = (
    "样例-2023年收入支出决算总表.xlsx",
    "样例-云岭县商务局2022年度部门整体支出绩效自评报告.docx",
)
# 样例的叫法与本系统的标准名称
SAME = {
    "年初预算收入增减额": "年初预算收入数增减额",
    "年初预算收入增减率": "年初预算收入数增减率",
    "编制数": "编制人数",
    "自评项目个数": "项目个数",
    "项目自评平均得分": "项目自评平均分",
    "综合评价等级": "评价等级",
}


def _read(name: str, tmp_path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    folder = shared("samples/uploads")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["files"][name]
    desk = connect(Settings(data_dir=tmp_path))
    scheme = desk.catalogue.scheme("national-2020")
    return material_json(read_material(desk, name, (folder / name).read_bytes(), scheme)), expected


def _line(fact: dict[str, Any]) -> str:
    label = SAME.get(fact["label"], fact["label"])
    return f"{label} {fact['year']} {fact['value']}{fact['unit']} {fact['locator']}"


@pytest.mark.parametrize("name", NAMES)
def test_the_open_samples_equal_what_is_expected(name: str, tmp_path: Path) -> None:
    found, expected = _read(name, tmp_path)
    assert sorted(map(_line, found["facts"])) == sorted(map(_line, expected["facts"]))
    assert not found["unread"]
    assert not found["conflicts"]
    assert len(found["breaks"]) == len(expected.get("breaks", []))


def test_its_wrong_percentage_is_pointed_out(tmp_path: Path) -> None:
    found, expected = _read(NAMES[1], tmp_path)
    (wrong,) = found["wrong_percentages"]
    (right,) = expected["wrong_percentages"]
    assert wrong["should"] == right["should"]
    assert wrong["at"] == right["at"]
    assert right["quote"] in wrong["quote"]
    assert "以本年数为基数" in wrong["why"]
