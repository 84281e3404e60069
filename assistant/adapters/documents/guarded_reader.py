"""有看守的读入：在工作进程里读，超时、崩溃、耗尽内存都只失这一份，不拖累页面。"""

from functools import partial
from pathlib import Path

from assistant.adapters import worker
from assistant.adapters.documents.reader import FileReader
from assistant.domain.document import Document
from assistant.domain.errors import JigaoError
from assistant.ports import Workers

SECONDS = 120.0
_PLAIN = (".txt", ".md")


class GuardedReader:
    """实现 ports.DocumentReader。纯文本当场读；已在工作进程里的，也当场读。"""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._reader = FileReader()

    def fetch(self, path: Path) -> bytes:
        """取磁盘上的一份文件。"""
        return self._reader.fetch(path)

    def read(self, name: str, content: bytes) -> Document:
        """读一份文件。"""
        if worker.inside() or name.lower().endswith(_PLAIN):
            return self._reader.read(name, content)
        job = partial(_read, content=content)
        for done in self._workers.each(job, [name], 1, SECONDS):
            if isinstance(done, JigaoError):
                raise done
            return done
        raise AssertionError("一件事必有一个结果")


def _read(name: str, content: bytes) -> Document:
    return FileReader().read(name, content)
