"""jigao score 与 jigao scheme：一个文件、一个文件夹、写坏的输入。"""

import json
import random
from pathlib import Path

import pytest

from assistant.cli import main
from tests.form_factory import Content, content
from tests.form_layouts import LAYOUTS, build


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path / "data"))


def one(path: Path, seed: int) -> Content:
    rng = random.Random(seed)
    made = content(rng, seed)
    build(made, rng.choice(LAYOUTS), rng)[0].save(path)
    return made


def test_a_right_form_exits_0_and_prints_its_total(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = one(tmp_path / "甲.xlsx", 1)
    assert main(["score", str(tmp_path / "甲.xlsx"), "--scheme", "national-2020"]) == 0
    assert f"应得{made.total}分" in capsys.readouterr().out


def test_another_locality_finds_the_grade_family(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one(tmp_path / "甲.xlsx", 1)
    assert main(["score", str(tmp_path / "甲.xlsx"), "--locality", "hebei-shenze", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [f["code"] for f in data["forms"][0]["faults"]] == ["SCR232"]


def test_a_folder_goes_on_past_a_broken_file_and_compares_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "表"
    folder.mkdir()
    made = one(folder / "a.xlsx", 1)
    (folder / "b.xlsx").write_bytes(b"PK broken")
    (folder / "c.xlsx").write_bytes((folder / "a.xlsx").read_bytes())
    (folder / "~$a.xlsx").write_bytes(b"lock")
    assert main(["score", str(folder), "--scheme", "national-2020", "--jsonl"]) == 1
    out, err = capsys.readouterr()
    first, broken, third, across = [json.loads(line) for line in out.splitlines()]
    assert first["forms"][0]["project"] == third["forms"][0]["project"] == made.project
    assert "残缺" in broken["error"]
    assert "残缺" in err
    assert [f["code"] for f in across["across"]] == ["SCR402"]


def test_files_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one(tmp_path / "甲.xlsx", 1)
    out = tmp_path / "出"
    assert main(["score", str(tmp_path / "甲.xlsx"), "--out", str(out)]) == 0
    assert sorted(p.name for p in out.iterdir()) == [
        "佐证材料目录.xlsx",
        "绩效自评表.docx",
        "绩效自评表.xlsx",
    ]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["score", "没有.xlsx"], "没有文件 没有.xlsx"),
        (["score", ".", "--scheme", "无此方案"], "没有评分方案 无此方案"),
        (["scheme", "check", "没有.yaml"], "缺少知识文件"),
    ],
)
def test_wrong_input_is_one_chinese_line_and_exit_2(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    assert said in capsys.readouterr().err


def test_a_scheme_with_a_false_case_exits_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = Path("knowledge/schemes/national-2020.yaml").read_text(encoding="utf-8")
    bad = tmp_path / "云岭.yaml"
    bad.write_text(good.replace("weight: 15, points: 13.80", "weight: 15, points: 13.79"), "utf-8")
    assert main(["scheme", "check", str(bad)]) == 1
    assert "应得13.79分，算得13.80分" in capsys.readouterr().out


def test_a_scheme_with_weights_that_do_not_add_up_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = Path("knowledge/schemes/national-2020.yaml").read_text(encoding="utf-8")
    bad = tmp_path / "云岭.yaml"
    bad.write_text(good.replace("weight: 50", "weight: 55"), "utf-8")
    assert main(["scheme", "check", str(bad)]) == 2
    assert "合计 105，应为 100" in capsys.readouterr().err
