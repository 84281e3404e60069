"""查验：来路不明的文件在工作进程里读和查，有时限；一份或一批，一份坏的不停下别的。"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pydantic_core import to_json

from assistant.domain.checked import CheckResult
from assistant.domain.errors import JigaoError
from assistant.domain.findings import Severity
from assistant.domain.locality import Locality
from assistant.workflow.checking.checking import Json, check, check_json
from assistant.workflow.checking.handing_over import Checked, deliver
from assistant.workflow.checking.resuming import keep, kept
from assistant.workflow.desk import CheckDesk

SECONDS = 120.0


class Upload(NamedTuple):
    """页面上拖来的一份文件。"""

    name: str
    content: bytes

    def __str__(self) -> str:
        return self.name


class Order(NamedTuple):
    """怎么查：地区口径、年度（可空）、每份的时限（秒）。"""

    locality: Locality
    year: int | None = None
    seconds: float = SECONDS


class Row(NamedTuple):
    """一批里的一份：json 是 contract 的 check 对象（一行）；counts 按必改、存疑、提示。

    kept 表示上次已经查好、输入没变，照用上次的。
    """

    file: str
    json: bytes
    counts: tuple[int, ...] = ()
    error: JigaoError | None = None
    kept: bool = False


class Delivery(NamedTuple):
    """文书放哪里：root（绝对路径）下的文件，按原来的子文件夹放到 folder 下。"""

    folder: Path
    root: Path


def inspect(desk: CheckDesk, order: Order, source: Path | Upload) -> CheckResult:
    """查一份；读不了、超时都抛 JigaoError。"""
    for done in desk.workers.each(partial(_examine, desk, order), [source], 1, order.seconds):
        if isinstance(done, JigaoError):
            raise done
        return done
    raise AssertionError("一件事必有一个结果")


def inspect_all(
    desk: CheckDesk, order: Order, files: Sequence[Path], workers: int, delivery: Delivery | None
) -> Iterator[Row]:
    """查一批，按文件次序一份一行；delivery 非空则写出各份的文书，那里已经查好的不重做。"""
    job = partial(_row, desk, order, delivery)
    for path, done in zip(
        files, desk.workers.each(job, files, workers, order.seconds), strict=True
    ):
        yield _failed(path, done) if isinstance(done, JigaoError) else done


def _examine(desk: CheckDesk, order: Order, source: Path | Upload) -> CheckResult:
    upload = (
        source if isinstance(source, Upload) else Upload(source.name, desk.reader.fetch(source))
    )
    return check(desk.reader.read(*upload), order.locality, order.year, shelf=desk.library.shelf())


def _row(desk: CheckDesk, order: Order, delivery: Delivery | None, path: Path) -> Row:
    content = desk.reader.fetch(path)
    folder = _shelf(delivery, path) if delivery else None
    old = kept(desk, order.locality, order.year, path.name, content, folder) if folder else None
    if old:
        counts = tuple(old.certificate.count(each) for each in Severity)
        return Row(str(path), _line(old.result | {"file": str(path)}), counts, kept=True)
    result = _examine(desk, order, Upload(path.name, content))
    found = check_json(result, str(path))
    if folder:
        checked = Checked(content, result, order.locality, order.year, desk.clock.now())
        deliver(desk, checked, folder)
        keep(desk, folder, path.name, found)
    return Row(str(path), _line(found), tuple(_count(result, each) for each in Severity))


def _count(result: CheckResult, severity: Severity) -> int:
    return sum(1 for finding in result.findings if finding.severity is severity)


def _failed(path: Path, error: JigaoError) -> Row:
    said = {"file": str(path), "error": error.where, "todo": error.todo}
    return Row(str(path), _line(said), error=error)


def _line(data: Json) -> bytes:
    return to_json(data)


def _shelf(delivery: Delivery, path: Path) -> Path:
    return delivery.folder / path.absolute().parent.relative_to(delivery.root)
