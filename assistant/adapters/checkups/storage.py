"""自检数据：数据目录写得进，磁盘够用，报告库打得开，每份报告的记录没有被改过。"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from assistant.adapters.event_store import SqlReportRepository
from assistant.domain.checkup import Check
from assistant.domain.errors import JigaoError
from assistant.domain.events import broken_at

_LEAST = 500 * 2**20


def checks(folder: Path, database_url: str) -> Iterator[Check]:
    """数据目录和报告库。"""
    yield from _folder(folder)
    yield from _reports(database_url)


def _folder(folder: Path) -> Iterator[Check]:
    name = "数据目录"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"1")
        free = shutil.disk_usage(folder).free
    except OSError as error:
        words = f"{folder} 写不进去（{error.strerror}）"
        yield Check(name, False, words, "请改权限、腾地方，或用 JIGAO_DATA_DIR 换一处。")
        return
    fine = free >= _LEAST
    todo = "" if fine else "请腾出地方：写满之后新说的话存不下。"
    yield Check(name, fine, f"{folder} 写得进，还剩 {free / 2**30:.1f} GB", todo)


def _reports(database_url: str) -> Iterator[Check]:
    name = "报告库"
    try:
        store = SqlReportRepository(database_url)
        ids = store.report_ids()
        broken = [(i, at) for i in ids if (at := broken_at(store.events(i))) is not None]
    except (JigaoError, SQLAlchemyError, OSError) as error:
        why = error.where if isinstance(error, JigaoError) else type(error).__name__
        todo = "请核对 JIGAO_DATABASE_URL；本机的库看数据目录的权限。"
        yield Check(name, False, f"打不开：{why}", todo)
        return
    if not broken:
        yield Check(name, True, f"{len(ids)} 份报告，记录都完好")
    for report_id, at in broken:
        words = f"报告 {report_id} 从第 {at} 条起被改过"
        yield Check(name, False, words, "请用 jigao restore 从备份恢复这份报告。")
