"""测试用的外线：连到假服务，不等待，记在内存里。"""

from functools import cache
from pathlib import Path

from pydantic import SecretStr

from assistant.adapters.data_files import load
from assistant.adapters.model.call_log import CallLog
from assistant.adapters.model.chat import Chat
from assistant.adapters.model.gateway import Line
from assistant.adapters.model.providers import Endpoint
from assistant.adapters.model.structured import Mode
from assistant.reading.privacy.secrecy import Secrecy
from tests.fakes import FixedClock
from tests.needs import ROOT


def endpoint(url: str, timeout: float = 5) -> Endpoint:
    return Endpoint("假服务", url, SecretStr("k"), "demo", "demo-small", "auto", timeout)


def line(url: str, folder: Path, mode: Mode = "json_schema", timeout: float = 5) -> Line:
    where = endpoint(url, timeout)
    chat = cache(lambda: Chat(where, mode, pause=0))
    log = CallLog(folder / "calls.jsonl")
    return Line(where, chat, log, FixedClock(), load(ROOT / "knowledge/secrecy.yaml", Secrecy))
