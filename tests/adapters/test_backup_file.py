"""备份：原样恢复，动过手脚的不收，本机另有改动的不覆盖。"""

import zipfile
from pathlib import Path

import pytest

from assistant.adapters.backup_file import BackupFile
from assistant.domain.errors import BadInput, Conflict
from assistant.domain.events import ReportOpened, TurnSaid
from tests.fakes import MemoryReports

OPENED = ReportOpened(bureau="云岭县商务局", year=2023, locality="national", outline="o")


def written(tmp_path: Path) -> tuple[MemoryReports, Path]:
    reports = MemoryReports()
    reports.append(
        "r1", 0, "甲", "2024-03-01T09:00:00+08:00", [OPENED, TurnSaid(text="收入12万元")]
    )
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads" / "决算表.xlsx").write_bytes(b"x")
    (tmp_path / "library" / "regulations").mkdir(parents=True)
    (tmp_path / "library" / "regulations" / "a.md").write_bytes(b"law")
    path = tmp_path / "backup.zip"
    assert BackupFile(reports, tmp_path).write(path) == 1
    return reports, path


def test_a_backup_restores_events_and_files_exactly(tmp_path: Path) -> None:
    reports, path = written(tmp_path)
    fresh = MemoryReports()
    assert BackupFile(fresh, tmp_path / "new").restore(path) == 1
    assert fresh.events("r1") == reports.events("r1")
    assert (tmp_path / "new" / "uploads" / "决算表.xlsx").read_bytes() == b"x"
    assert (tmp_path / "new" / "library" / "regulations" / "a.md").read_bytes() == b"law"
    assert BackupFile(fresh, tmp_path / "new").restore(path) == 0


def test_a_report_that_went_another_way_here_is_not_overwritten(tmp_path: Path) -> None:
    _, path = written(tmp_path)
    other = MemoryReports()
    other.append("r1", 0, "乙", "2024-03-02T09:00:00+08:00", [OPENED])
    with pytest.raises(Conflict, match="另有改动"):
        BackupFile(other, tmp_path / "new").restore(path)


def test_a_tampered_backup_is_refused_at_the_changed_record(tmp_path: Path) -> None:
    _, path = written(tmp_path)
    with zipfile.ZipFile(path) as archive:
        text = archive.read("events.jsonl").decode().replace("12万元", "13万元")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("events.jsonl", text)
    with pytest.raises(BadInput, match="第2条记录被改动过"):
        BackupFile(MemoryReports(), tmp_path / "new").restore(path)


def test_a_file_that_is_no_backup_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"not a zip")
    with pytest.raises(BadInput, match="不是绩稿的备份文件"):
        BackupFile(MemoryReports(), tmp_path / "new").restore(tmp_path / "x.zip")
