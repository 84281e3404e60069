"""jigao knowledge：导入、列出、查看、移去、核对；一份收不了不停下别的。"""

from pathlib import Path

from tests.cli.conftest import Run
from tests.workflow.library.test_adding import AMENDED, LAW


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_taken_in_file_by_file_and_again_without_change(
    run: Run, tmp_path: Path
) -> None:
    folder = write(tmp_path / "法规", 旧=LAW, 新=AMENDED, 坏="没有层次的文字")
    first = run("knowledge", "add", folder, "--json")
    assert first.code == 0
    assert "坏.md" in first.err
    rows = {row["file"]: row for row in first.json["files"]}
    assert "error" in rows["坏.md"]
    assert rows["旧.md"]["provisions"] == 3
    again = run("knowledge", "add", folder, "--json").json["files"]
    assert [row.get("added") for row in again] == [None, False, False]
    listed = run("knowledge", "list", "--json").json["sources"]
    dates = {s["file"]: (s["effective_from"], s["effective_to"]) for s in listed if s["file"]}
    assert dates == {"旧.md": ("2019-06-01", "2023-05-05"), "新.md": ("2023-05-06", None)}


def test_a_document_is_shown_by_its_title_and_removed_by_its_id(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "法规", 旧=LAW) / "旧.md"
    added = run("knowledge", "add", path, "--json").json["files"][0]
    shown = run("knowledge", "show", "云岭示范法", "--json").json
    assert [p["provision"] for p in shown["passages"]] == ["第一条", "第二条", "第三条"]
    assert "第二条　各单位应当每年示范一次。" in run("knowledge", "show", added["id"]).out
    assert run("knowledge", "remove", added["id"]).code == 0
    assert run("knowledge", "show", added["id"]).code == 2


def test_a_file_broken_by_hand_is_pointed_out_and_the_rest_goes_on(
    run: Run, tmp_path: Path
) -> None:
    path = write(tmp_path / "法规", 旧=LAW) / "旧.md"
    run("knowledge", "add", path)
    kept = next((tmp_path / "data" / "library" / "regulations").glob("*.md"))
    kept.write_text(kept.read_text("utf-8").replace("每年示范一次", "天天示范"), encoding="utf-8")
    (kept.parent / "半截.md").write_text("---\n", encoding="utf-8")
    troubles = run("knowledge", "verify", "--json").json["troubles"]
    assert any("半截.md" in each["what"] for each in troubles)
    assert any("第二条与原件不同" in each["what"] for each in troubles)


def test_nothing_that_can_be_read_is_bad_input(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "法规", 坏="没有层次的文字") / "坏.md"
    alone = run("knowledge", "add", path)
    assert alone.code == 2
    assert alone.err.count("坏.md") == 1
    both = run("knowledge", "add", path, write(tmp_path / "又", 糟="也没有层次") / "糟.md")
    assert both.code == 2
    assert both.err.count("坏.md") == both.err.count("糟.md") == 1
    assert run("knowledge", "add", tmp_path / "无").code == 2
    assert run("knowledge", "show", "无").code == 2
    assert run("knowledge", "remove", "budget-law-2018").code == 2
