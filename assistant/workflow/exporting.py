"""导出：体检过的文稿写成 docx。有必改就不写，并说清是哪几条。"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.domain.errors import Refused
from assistant.domain.events import ReportExported
from assistant.workflow.books import record
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.sourcing import annex_of
from assistant.workflow.history import broken_record
from assistant.workflow.review import Review, review


class Exported(NamedTuple):
    """导出的文件：名称和内容；refused 非空则没有文件。"""

    review: Review
    files: tuple[tuple[str, bytes], ...]


def export(desk: Desk, report_id: str, by: str) -> Exported:
    """体检并导出；有必改时 files 为空，review.blocking 说明为什么。记录被改动过的抛 Refused。"""
    if (broken := broken_record(desk, report_id)) is not None:
        raise Refused(
            f"第{broken}条记录被改动过，之后的数都不可信，没有导出",
            "请从备份恢复（jigao restore）；没有备份的，新建一份重新确认。",
        )
    current = review(desk, report_id)
    if current.blocking:
        return Exported(current, ())
    now = desk.clock.now()
    content = desk.writer.write(current.manuscript, annex_of(current), now)
    name = f"{file_name(current.manuscript.title)}.docx"
    digest = hashlib.sha256(content).hexdigest()
    book = record(desk, current.book, by, ReportExported(files=((name, digest),)))
    return Exported(current._replace(book=book), ((name, content),))


def save(exported: Exported, folder: Path) -> tuple[Path, ...]:
    """把导出的文件写进文件夹；写不了抛 Refused。"""
    return saved(exported.files, folder)


def saved(files: Sequence[tuple[str, bytes]], folder: Path) -> tuple[Path, ...]:
    """把几个文件写进文件夹；写不了抛 Refused。"""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / name for name, _ in files]
        for path, (_, content) in zip(paths, files, strict=True):
            path.write_bytes(content)
    except OSError as error:
        raise Refused(
            f"写不进文件夹 {folder}", "请检查路径和权限，文件若已打开请先关闭。"
        ) from error
    return tuple(paths)


def file_name(title: str) -> str:
    """题目去掉文件名里不许有的字符。"""
    return "".join("_" if c in '\\/:*?"<>|\n' else c for c in title).strip() or "报告"
