"""断电：在一轮对话中间 SIGKILL，重开后确认过的一条不少，说到一半的话也在。"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.adapters.event_store import SqlReportRepository
from assistant.domain.events import broken_at
from assistant.domain.report import fold
from tests.needs import ROOT

SLOW_TURNS = """
import sys
from assistant.bootstrap import connect
from assistant.settings import load
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import take_turn

desk, report = connect(load()), sys.argv[1]
for n in range(1000):
    take_turn(desk, report, f"在职人数{10 + n}人", "王经办")
    confirm_all(desk, report, "王经办")
    take_turn(desk, report, f"说错了，在职人数应该是{11 + n}人", "王经办")
    done = confirm_all(desk, report, "王经办")
    print(f"{n} {done.book.report.seq}", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows 没有 SIGKILL")
def test_killed_in_the_middle_of_a_turn_nothing_confirmed_is_lost(tmp_path: Path) -> None:
    env = os.environ | {"JIGAO_DATA_DIR": str(tmp_path / "data"), "PYTHONUTF8": "1"}
    new = [
        sys.executable,
        "-m",
        "assistant",
        "new",
        "--bureau",
        "云岭县商务局",
        "--year",
        "2023",
        "--json",
    ]
    made = subprocess.run(new, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    report = json.loads(made.stdout)["id"]
    command = [sys.executable, "-c", SLOW_TURNS, report]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        acknowledged = [worker.stdout.readline() for _ in range(5)]
        time.sleep(0.02)
        worker.send_signal(signal.SIGKILL)
        acknowledged += worker.stdout.read().split("\n")
    last = [line for line in acknowledged if line.strip()][-1]
    number, seq = map(int, last.split())
    store = SqlReportRepository(f"sqlite:///{tmp_path / 'data' / 'jigao.db'}")
    events = store.events(report)
    assert broken_at(events) is None
    assert len(events) >= seq
    told = fold(events[:seq]).fact_of("staff.in_post", 2023)
    assert told is not None
    assert str(told.value) == f"{11 + number}人"
    again = [sys.executable, "-m", "assistant", "turn", report, "--text", "编制人数30人", "--json"]
    done = subprocess.run(again, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["proposed"]
