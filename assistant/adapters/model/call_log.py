"""调用簿：每次送出记一行，存在数据目录，只有名目和数目。屏幕上不出一个字。"""

import threading
from pathlib import Path

from assistant.domain.outgoing import Dispatch


class CallLog:
    """发件簿。文件逐行 JSON；本次启动以来的另记在内存里，供页面显示。"""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._sent: list[Dispatch] = []

    def add(self, dispatch: Dispatch) -> None:
        """记一次。写不了文件也不耽误办事，内存里仍有。"""
        with self._lock:
            self._sent.append(dispatch)
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                with self._path.open("a", encoding="utf-8") as out:
                    out.write(dispatch.model_dump_json() + "\n")
            except OSError:
                self._path = self._path.with_name("unwritable")

    def dispatches(self) -> tuple[Dispatch, ...]:
        """本次启动以来送出的各次，由前到后。"""
        with self._lock:
            return tuple(self._sent)
