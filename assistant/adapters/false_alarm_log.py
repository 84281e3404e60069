"""误报登记簿：数据目录里的一个 JSONL，一条一行，只追加。"""

from pathlib import Path

from filelock import FileLock
from pydantic import ValidationError

from assistant.domain.errors import BadData, Unavailable
from assistant.domain.false_alarms import FalseAlarm


class FileFalseAlarms:
    """实现 ports.FalseAlarms。两个窗口同时登记，都不会丢。"""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "false_alarms.jsonl"

    def append(self, alarm: FalseAlarm) -> None:
        """追加一条，写到磁盘才算。"""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with (
                FileLock(f"{self._path}.lock"),
                self._path.open("a", encoding="utf-8", newline="\n") as out,
            ):
                out.write(alarm.model_dump_json() + "\n")
        except OSError as error:
            raise Unavailable(
                "误报没能写入登记簿", f"请检查 {self._path.parent} 的权限和磁盘空间。"
            ) from error

    def all(self) -> tuple[FalseAlarm, ...]:
        """全部误报，先登记的在前。"""
        if not self._path.exists():
            return ()
        lines = self._path.read_text(encoding="utf-8").splitlines()
        try:
            return tuple(FalseAlarm.model_validate_json(line) for line in lines if line.strip())
        except ValidationError as error:
            raise BadData(f"{self._path} 有写坏的行", "请从备份恢复，或删去那一行。") from error
