"""加一个县：放两个 YAML 和它们的例子，不改代码；校验、计分、新建报告、结论都认得。"""

import io
import random
import shutil
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook

from assistant.bootstrap import LocalDesk, connect
from assistant.cli import main
from assistant.settings import Settings
from assistant.workflow.reports import new_report
from assistant.workflow.scoring.schemes import failures, locality_failures
from assistant.workflow.scoring.scoring import scheme_for, score_file
from tests.form_factory import content
from tests.form_layouts import build, national
from tests.needs import ROOT

SCHEME = {
    "id": "yunling",
    "title": "云岭县口径",
    "basis": "云岭县绩效自评通知（示例）",
    "verified": True,
    "since": 2023,
    "execution": {
        "weight": 10,
        "rule": "banded",
        "bands": [
            {"at_least": 95, "points": 10},
            {"at_least": 85, "points": 8},
            {"at_least": 0, "points": 0},
        ],
        "basis": "执行率95%以上得10分，85%以上得8分，其余不得分",
    },
    "tiers": [
        {"name": "达成", "words": ["达成年度指标"], "at_least": 90, "below": 100, "top": True},
        {"name": "未达成", "words": ["未达成年度指标"], "at_least": 0, "below": 90},
    ],
    "review": {"over_times": 1.5, "basis": "超过1.5倍须说明"},
    "grades": {
        "basis": "92分以上为好",
        "verified": True,
        "bands": [
            {"name": "好", "at_least": 92},
            {"name": "较好", "at_least": 70},
            {"name": "不好", "at_least": 0},
        ],
    },
    "cases": [
        {
            "kind": "execution",
            "say": "86%得8分",
            "adjusted": 100,
            "executed": 86,
            "rate": 86,
            "points": 8,
        },
        {"kind": "grade", "score": 92, "grade": "好"},
        {"kind": "grade", "score": 91.99, "grade": "较好"},
    ],
}
LOCALITY = {
    "id": "yunling",
    "title": "云岭县",
    "basis": "云岭县绩效自评通知（示例）",
    "verified": True,
    "scheme": "yunling",
    "grades": SCHEME["grades"],
    "grade_from": "department.score",
    "percent_places": 2,
    "cases": [
        {"score": 92, "grade": "好"},
        {"score": 70, "grade": "较好"},
        {"score": 69.99, "grade": "不好"},
    ],
}


@pytest.fixture
def house(tmp_path: Path) -> LocalDesk:
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    for folder, pack in (("schemes", SCHEME), ("localities", LOCALITY)):
        path = tmp_path / "knowledge" / folder / "yunling.yaml"
        path.write_text(yaml.safe_dump(pack, allow_unicode=True), encoding="utf-8")
    return connect(Settings(data_dir=tmp_path / "data"), tmp_path / "knowledge")


def _form() -> bytes:
    rng = random.Random(1)
    made = content(rng)
    made.executed = (made.adjusted * 86 / 100).quantize(made.adjusted)
    book: Workbook = build(made, national, rng)[0]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_two_files_are_enough(house: LocalDesk) -> None:
    scheme = scheme_for(house, "", "yunling")
    assert failures(scheme) == ()
    assert locality_failures(house.catalogue.locality("yunling"), scheme) == ()
    scored = score_file(house, "自评表.xlsx", _form(), scheme).forms[0].scored
    assert scored.execution is not None
    assert scored.execution.points == 8
    assert scored.grade in ("好", "较好", "不好")
    book = new_report(house, "云岭县商务局", 2023, "yunling", "王经办")
    assert book.locality.title == "云岭县"


def test_the_command_checks_the_file_itself(
    house: LocalDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    path = house.knowledge / "schemes" / "yunling.yaml"
    assert main(["scheme", "check", str(path)]) == 0
    assert "3 个例子，0 处不成立" in capsys.readouterr().out
    wrong = SCHEME | {"cases": [{"kind": "grade", "score": 90, "grade": "好"}] * 3}
    path.write_text(yaml.safe_dump(wrong, allow_unicode=True), encoding="utf-8")
    assert main(["scheme", "check", str(path)]) == 1
