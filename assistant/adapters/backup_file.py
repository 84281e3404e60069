"""备份：全部报告的事件、上传的材料和导入的资料装进一个 zip；恢复时先核对哈希链，再只补缺的。"""

import json
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter, ValidationError

from assistant.adapters.whole_files import writing
from assistant.domain.errors import BadInput, Conflict
from assistant.domain.events import Event, broken_at
from assistant.ports import ReportRepository

_EVENTS = "events.jsonl"
_FOLDERS = ("uploads", "library")
_EVENT: TypeAdapter[Event] = TypeAdapter(Event)


class BackupFile:
    """备份与恢复。data 是数据目录。"""

    def __init__(self, reports: ReportRepository, data: Path) -> None:
        self._reports = reports
        self._data = data

    def write(self, path: Path) -> int:
        """写备份，返回报告份数。先写旁边再改名，半途断电不留半个文件。"""
        ids = self._reports.report_ids()
        try:
            with writing(path) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                lines = (e.model_dump_json() for i in ids for e in self._reports.events(i))
                archive.writestr(_EVENTS, "\n".join(lines))
                for file in self._files():
                    archive.write(file, file.relative_to(self._data).as_posix())
        except OSError as error:
            raise BadInput(f"备份文件 {path} 写不进去", "请检查路径、权限和磁盘空间。") from error
        return len(ids)

    def restore(self, path: Path) -> int:
        """恢复，返回补回的报告份数。已有的报告若与备份走向不同，不动它并报 Conflict。"""
        try:
            with zipfile.ZipFile(path) as archive:
                reports = _reports(archive.read(_EVENTS).decode("utf-8"), path)
                restored = sum(self._restore_one(events) for events in reports)
                self._restore_files(archive)
        except (OSError, zipfile.BadZipFile, KeyError, UnicodeDecodeError) as error:
            raise BadInput(
                f"{path} 不是绩稿的备份文件", "请选由 jigao backup 生成的文件。"
            ) from error
        return restored

    def _files(self) -> Iterator[Path]:
        for folder in _FOLDERS:
            yield from sorted(p for p in (self._data / folder).rglob("*") if p.is_file())

    def _restore_one(self, events: tuple[Event, ...]) -> bool:
        present = self._reports.events(events[0].report_id)
        if present != events[: len(present)]:
            raise Conflict(
                f"报告 {events[0].report_id} 在本机另有改动，与备份不同，没有恢复",
                "请换一个空的数据目录（JIGAO_DATA_DIR）恢复。",
            )
        rest = events[len(present) :]
        for (at, actor), group in groupby(rest, key=lambda e: (e.at, e.actor)):
            batch = list(group)
            first = batch[0]
            self._reports.append(
                first.report_id, first.seq - 1, actor, at, [e.payload for e in batch]
            )
        return bool(rest)

    def _restore_files(self, archive: zipfile.ZipFile) -> None:
        """本机已有的不动：材料按内容取名，资料可能在本机改正过。"""
        for info in archive.infolist():
            inside = PurePosixPath(info.filename)
            ours = inside.parts[:1] and inside.parts[0] in _FOLDERS and ".." not in inside.parts
            target = self._data.joinpath(*inside.parts)
            if ours and not info.is_dir() and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(info))


def _reports(text: str, path: Path) -> list[tuple[Event, ...]]:
    try:
        events = [_EVENT.validate_python(json.loads(line)) for line in text.splitlines() if line]
    except (ValidationError, ValueError) as error:
        raise BadInput(f"{path} 里的记录读不出来", "备份文件可能已损坏，请换一个。") from error
    reports = [tuple(group) for _, group in groupby(events, key=lambda e: e.report_id)]
    for report in reports:
        if (broken := broken_at(report)) is not None:
            raise BadInput(
                f"{path} 中报告 {report[0].report_id} 的第{broken}条记录被改动过，没有恢复",
                "请换一个没有改动过的备份。",
            )
    return reports
