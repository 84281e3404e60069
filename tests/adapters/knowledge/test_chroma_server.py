import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from assistant.adapters.knowledge.vector_shelves import ServerShelf
from assistant.domain.errors import Unavailable
from assistant.domain.evidence import Query
from tests.adapters.knowledge.bookcase import Bookcase

ASKED = Query(question="打印纸归谁领发", on=date(2024, 12, 31))


class Server:
    """一个 chroma run 进程。"""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder)]
        command += ["--host", "127.0.0.1", "--port", str(self.port)]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(command, stdout=quiet, stderr=quiet)

    def wait(self) -> None:
        for _ in range(300):
            try:
                httpx.get(f"{self.url}/api/v2/heartbeat")
            except httpx.HTTPError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError("chroma run 没有起来")

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path / "chroma")
    running.wait()
    yield running
    running.stop()


def bookcase(folder: Path, url: str) -> Bookcase:
    case = Bookcase(folder, shelf=ServerShelf(url))
    case.card("paper", "用纸管理办法", "打印纸由办公室统一领发", phrases="打印纸找谁领")
    return case


def test_vectors_live_on_the_server_and_words_go_on_when_it_goes_away(
    server: Server, tmp_path: Path
) -> None:
    evidence = bookcase(tmp_path / "one", server.url).evidence()
    assert evidence.rebuild().fresh > 0
    assert evidence.rebuild().fresh == 0
    assert evidence.search(ASKED).notice == ""
    another = bookcase(tmp_path / "two", server.url).evidence()
    assert another.rebuild().fresh == 0
    assert another.search(ASKED).notice == ""
    server.stop()
    found = evidence.search(ASKED)
    assert found.hits[0].passage.id == "paper#第一条"
    assert "向量库连不上" in found.notice


def test_a_server_that_never_was_is_said_once_and_words_still_answer(tmp_path: Path) -> None:
    evidence = bookcase(tmp_path, "http://127.0.0.1:9").evidence()
    with pytest.raises(Unavailable):
        evidence.rebuild()
    found = evidence.search(ASKED)
    assert found.hits[0].passage.id == "paper#第一条"
    assert "向量库连不上" in found.notice
