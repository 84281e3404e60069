"""整份写文件：先写旁边、落到盘上再改名；写到一半断电、被杀、磁盘满，原来的文件都还在，不留半截。"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """给出可写的文件，写完才顶替 path；写不成抛 OSError，旁边的也删去。"""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as out:
        beside = Path(out.name)
        try:
            yield out
            out.flush()
            os.fsync(out.fileno())
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    beside.replace(path)
