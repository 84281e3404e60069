"""整份写文件：写成的顶替原来的，写不成的不留痕迹。"""

from pathlib import Path

import pytest

from assistant.adapters.whole_files import writing


def test_what_is_written_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "新夹" / "a.json"
    for content in (b"1", b"22"):
        with writing(path) as out:
            out.write(content)
        assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir()] == ["a.json"]


def test_what_fails_halfway_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="磁盘满"):
        _half(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def _half(path: Path) -> None:
    with writing(path) as out:
        out.write(b"half")
        raise OSError("磁盘满")
