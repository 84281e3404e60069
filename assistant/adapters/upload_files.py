"""上传的材料：数据目录下一个文件夹，文件名就是内容的 SHA-256。"""

import hashlib
from pathlib import Path

from assistant.adapters.whole_files import writing
from assistant.domain.errors import NotFound, Unavailable


class UploadFiles:
    """实现 ports.UploadStore。"""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, sha256: str, content: bytes) -> None:
        """先写临时文件再改名：中途断电不会留下半截文件。"""
        path = self._folder / sha256
        if path.exists():
            return
        try:
            with writing(path) as out:
                out.write(content)
        except OSError as error:
            raise Unavailable(
                f"材料存不进 {self._folder}：{error.strerror}", "请检查磁盘空间和文件夹权限。"
            ) from error

    def content(self, sha256: str) -> bytes:
        """取回；内容与摘要不符的当作没有。"""
        path = self._folder / sha256
        try:
            content = path.read_bytes()
        except OSError as error:
            raise NotFound(f"材料 {sha256[:12]} 不在数据目录里", "请重新上传该文件。") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise NotFound(f"材料 {sha256[:12]} 被改动过", "请重新上传该文件。")
        return content
