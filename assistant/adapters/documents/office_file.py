"""doc、wps、rtf：本机有 LibreOffice 时转成 docx 再读。"""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path, PurePath

from assistant.adapters.documents import docx_file
from assistant.adapters.documents.faults import broken
from assistant.domain.document import Document
from assistant.domain.errors import Unreadable

SECONDS = 60
_PROGRAMS = ("soffice", "libreoffice")
_NO_MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
</item>
</oor:items>
"""


def read(name: str, content: bytes) -> Document:
    """读一份旧版文字文档。"""
    return docx_file.read(name, converted(name, content, "docx"))


def converted(name: str, content: bytes, target: str) -> bytes:
    """由 LibreOffice 转换；没有装、转不了、超时都抛 Unreadable。配置和文件都在临时目录里。"""
    program = _program()
    if program is None:
        raise Unreadable(
            f"{name} 是旧版格式，本机没有 LibreOffice，读不了",
            "请用 WPS 或 Word 另存为 docx 或 xlsx；或请管理员安装 LibreOffice。",
        )
    with tempfile.TemporaryDirectory(prefix="jigao-") as folder:
        return _convert(Path(folder), program, name, content, target)


def available() -> bool:
    """本机有没有 LibreOffice。"""
    return _program() is not None


def _program() -> str | None:
    return next((found for item in _PROGRAMS if (found := shutil.which(item))), None)


def _convert(folder: Path, program: str, name: str, content: bytes, target: str) -> bytes:
    source = folder / f"source{PurePath(name).suffix.lower() or '.doc'}"
    source.write_bytes(content)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_NO_MACROS, encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--convert-to", target),
        *("--outdir", str(folder / "out"), str(source)),
    ]
    _run(name, command)
    found = next(iter((folder / "out").glob(f"*.{target}")), None)
    if found is None:
        raise broken(name)
    return found.read_bytes()


def _run(name: str, command: list[str]) -> None:
    """运行到结束；超时或本进程被请走，都连同其子进程一起停掉。"""
    process = subprocess.Popen(  # noqa: S603 程序由 which 找到，参数是自己的临时文件
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(
            f"{name} 转换超过 {SECONDS} 秒，已停止", "请用 WPS 或 Word 另存为 docx 后再试。"
        ) from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """停掉一个进程和它的子进程；已经结束的不管。"""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
