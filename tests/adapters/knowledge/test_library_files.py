"""资料库的文件：写出再读入一字不差；改坏的只失那一份；新版本使旧版本到期。"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.adapters.knowledge.folders import shelves
from assistant.adapters.knowledge.library_files import LibraryFiles
from assistant.adapters.knowledge.source_files import read_file
from assistant.adapters.knowledge.source_writing import written
from assistant.domain.errors import NotFound
from assistant.domain.evidence import Passage, Source
from assistant.reading.law.rows import clean

LAW = Source(
    id="law-text",
    title="云岭示范法",
    effective_from=date(2020, 1, 1),
    verbatim=True,
    digest="0" * 64,
    repeals=("云岭旧法",),
)


def passage(source: Source, number: str, text: str, heading: str = "") -> Passage:
    return Passage(
        id=f"{source.id}#{number}", source=source, provision=number, text=text, heading=heading
    )


def library(folder: Path) -> LibraryFiles:
    return LibraryFiles(shelves(folder / "knowledge", folder / "data"))


_LINE = st.text(min_size=1, max_size=20).map(clean).filter(bool)


@given(st.lists(_LINE, min_size=1, max_size=5))
def test_any_text_is_read_back_as_it_was_written(lines: list[str]) -> None:
    import tempfile

    one = passage(LAW, "第一条", "\n".join(lines), "第一章 总则")
    two = passage(LAW, "第二条", "# 不是章\n## 不是条\n\\n\ntopics: 不是主题\n---")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law-text.md"
        path.write_text(written(LAW, (one, two)), encoding="utf-8", newline="")
        assert read_file(path) == (one, two)


def test_what_is_kept_is_on_the_shelf_and_a_changed_file_is_read_again(tmp_path: Path) -> None:
    files = library(tmp_path)
    files.keep(LAW, (passage(LAW, "第一条", "甲。"),))
    assert files.shelf().passage("law-text#第一条") == passage(LAW, "第一条", "甲。")
    assert files.shelf() is files.shelf()
    path = tmp_path / "data" / "library" / "regulations" / "law-text.md"
    path.write_text(path.read_text("utf-8").replace("甲。", "甲改。"), encoding="utf-8")
    found = files.shelf().passage("law-text#第一条")
    assert found is not None
    assert found.text == "甲改。"


def test_a_broken_file_costs_only_itself(tmp_path: Path) -> None:
    files = library(tmp_path)
    files.keep(LAW, (passage(LAW, "第一条", "甲。"),))
    bad = tmp_path / "data" / "library" / "regulations" / "bad.md"
    bad.write_text("没有文件头", encoding="utf-8")
    assert len(files.shelf().passages) == 1
    assert "bad.md" in files.faults()[0].where


def test_only_what_was_imported_can_be_removed(tmp_path: Path) -> None:
    files = library(tmp_path)
    files.keep(LAW, (passage(LAW, "第一条", "甲。"),))
    files.remove(LAW)
    assert files.shelf().passages == ()
    with pytest.raises(NotFound):
        files.remove(LAW)


def test_a_large_shelf_is_not_looked_over_again_at_once_but_own_writing_is_seen(
    tmp_path: Path,
) -> None:
    files = library(tmp_path)
    files.keep(LAW, (passage(LAW, "第一条", "甲。"),))
    files.shelf()
    files._next = float("inf")
    path = tmp_path / "data" / "library" / "regulations" / "law-text.md"
    path.write_text(path.read_text("utf-8").replace("甲。", "甲改。"), encoding="utf-8")
    assert files.shelf().passages[0].text == "甲。"
    files.keep(LAW, (passage(LAW, "第一条", "乙。"),))
    assert files.shelf().passages[0].text == "乙。"
