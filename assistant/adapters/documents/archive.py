"""压缩包：docx 与 xlsx 都是压缩包。这里把住炸弹、加密和残缺。"""

import io
import zipfile
import zlib

from assistant.adapters.documents.faults import broken, encrypted
from assistant.domain.errors import Unreadable

MAX_EXPANDED = 400 * 1024 * 1024
MAX_ENTRIES = 20_000
MAX_RATIO = 200
_SMALL = 20 * 1024 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """一个压缩包。解开之前先看总大小。"""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise broken(name) from error
        self._guard(len(content))

    def _guard(self, packed: int) -> None:
        entries = self._zip.infolist()
        expanded = sum(entry.file_size for entry in entries)
        bomb = expanded > _SMALL and expanded > packed * MAX_RATIO
        if bomb or expanded > MAX_EXPANDED or len(entries) > MAX_ENTRIES:
            raise Unreadable(
                f"{self.name} 解开后有 {expanded // 1024 // 1024} MB，像是压缩炸弹，没有解开",
                "请确认文件来历；确是正常文件的，请另存为新文件或拆小后再试。",
            )
        if any(entry.flag_bits & 1 for entry in entries):
            raise encrypted(self.name)

    def names(self) -> list[str]:
        """包内各部分的名称。"""
        return self._zip.namelist()

    def part(self, path: str) -> bytes | None:
        """包内一部分的内容；没有返回 None，残缺抛 Unreadable。"""
        try:
            return self._zip.read(path)
        except KeyError:
            return None
        except (*_BROKEN, RuntimeError) as error:
            raise broken(self.name) from error

    def head(self, path: str, size: int) -> bytes:
        """包内一部分开头的若干字节。"""
        try:
            with self._zip.open(path) as stream:
                return stream.read(size)
        except (*_BROKEN, RuntimeError) as error:
            raise broken(self.name) from error

    def count(self, path: str, mark: bytes) -> int:
        """包内一部分里某个标记大约出现几次；边解边数，不占内存。"""
        try:
            with self._zip.open(path) as stream:
                return sum(chunk.count(mark) for chunk in iter(lambda: stream.read(1 << 20), b""))
        except (*_BROKEN, RuntimeError) as error:
            raise broken(self.name) from error
