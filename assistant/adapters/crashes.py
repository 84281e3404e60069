"""程序差错的记录：细节进日志，给人的只有一句话。"""

from pathlib import Path

from assistant.domain.errors import JigaoError


def record(data_dir: Path, what: str, detail: str) -> JigaoError:
    """把细节追加到日志；返回给人看的一句话。"""
    log = data_dir / "logs" / "crash.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as out:
        out.write(f"{what}\n{detail}\n")
    return JigaoError(what, f"细节在 {log}，请交给管理员。")
