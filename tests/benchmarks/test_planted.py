"""整篇文件的记法：算式、格式、埋错与答案；各篇算得出、错确为错。"""

import zipfile
from pathlib import Path

import pytest

from benchmarks.paper import FORMATS
from benchmarks.planted import parse
from benchmarks.whole_documents import FOLDER

SAMPLE = """format: txt
收入⟦收=1200.00⟧万元，支出⟦支=900.00⟧万元，结余⟦收-支!330.00#wrong-digit⟧万元，占⟦支/收*100:1⟧%。
|项目|金额|
|合计|⟦收*10000:2,⟧|
比上年⟦~增加!减少#direction⟧。
"""


def test_figures_are_computed_and_slips_carry_their_answers() -> None:
    source = parse(SAMPLE)
    assert "结余300.00万元，占75.0%" in source.clean
    assert "结余330.00万元" in source.planted
    assert "|合计|12,000,000.00|" in source.clean
    assert [(s.kind, s.right, s.wrong) for s in source.slips] == [
        ("wrong-digit", "300.00", "330.00"),
        ("direction", "增加", "减少"),
    ]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_holds_the_text(name: str, tmp_path: Path) -> None:
    suffix, write = FORMATS[name]
    path = tmp_path / f"a{suffix}"
    write(parse(SAMPLE).clean, path)
    raw = path.read_bytes()
    if suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            raw = archive.read("word/document.xml")
    assert "12,000,000.00" in raw.decode("utf-8")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_documents_compute_and_their_slips_differ(path: Path) -> None:
    source = parse(path.read_text(encoding="utf-8"))
    assert source.format in FORMATS
    assert len(source.slips) >= 4
    assert all(slip.right != slip.wrong for slip in source.slips)
    assert "⟦" not in source.clean
