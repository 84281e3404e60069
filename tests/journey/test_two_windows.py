"""两个窗口、两个进程写同一份报告：抢输的一方得到一句话，谁收到了答复谁的就在，一条不丢。"""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.adapters.event_store import SqlReportRepository
from assistant.bootstrap import connect
from assistant.domain.errors import Conflict
from assistant.domain.events import FactWithdrawn, TurnSaid, broken_at
from assistant.settings import Settings
from assistant.workflow.books import open_book, record
from assistant.workflow.reports import new_report
from tests.needs import ROOT

ROUNDS = 12

WRITER = """
import sys
from assistant.bootstrap import connect
from assistant.domain.errors import Answered, Conflict
from assistant.settings import load
from assistant.workflow.interview.interview import take_turn

desk, report, name = connect(load()), sys.argv[1], sys.argv[2]
for n in range(int(sys.argv[3])):
    try:
        take_turn(desk, report, f"{name}说第{n}句，在职人数{10 + n}人", name)
    except Conflict as error:
        assert "刚被另一个窗口或命令改过" in error.where and error.todo
        print(f"conflict {n}", flush=True)
    except Answered:  # 话已存下，由另一个窗口一并答了
        print(f"kept {n}", flush=True)
    else:
        print(f"kept {n}", flush=True)
"""


def test_two_processes_write_one_report_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    data = tmp_path / "data"
    report = new_report(connect(Settings(data_dir=data)), "云岭县商务局", 2023, "national", "甲")
    env = os.environ | {"JIGAO_DATA_DIR": str(data), "PYTHONUTF8": "1"}
    said: dict[str, str] = {}

    def write(name: str) -> None:
        command = [sys.executable, "-c", WRITER, report.report.id, name, str(ROUNDS)]
        done = subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stderr
        said[name] = done.stdout

    writers = [threading.Thread(target=write, args=(name,)) for name in ("甲", "乙")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    events = SqlReportRepository(f"sqlite:///{data / 'jigao.db'}").events(report.report.id)
    assert broken_at(events) is None
    texts = [event.payload.text for event in events if isinstance(event.payload, TurnSaid)]
    kept = [
        (name, line.split()[1])
        for name in said
        for line in said[name].splitlines()
        if line.startswith("kept")
    ]
    assert kept
    for name, number in kept:
        assert f"{name}说第{number}句，在职人数{10 + int(number)}人" in texts
    assert sum(len(lines.splitlines()) for lines in said.values()) == 2 * ROUNDS


def test_the_slower_of_two_windows_is_told_and_writes_nothing(tmp_path: Path) -> None:
    desk = connect(Settings(data_dir=tmp_path))
    report = new_report(desk, "云岭县商务局", 2023, "national", "甲").report.id
    mine, theirs = open_book(desk, report), open_book(desk, report)
    record(desk, theirs, "乙", TurnSaid(text="乙先说"))
    with pytest.raises(Conflict, match="这一步没有保存") as lost:
        record(desk, mine, "甲", FactWithdrawn(fact="f1"))
    assert "刷新" in lost.value.todo
    assert [m.text for m in open_book(desk, report).report.messages] == ["乙先说"]


def test_a_command_beside_the_page_sees_what_the_page_wrote(tmp_path: Path) -> None:
    desk = connect(Settings(data_dir=tmp_path))
    report = new_report(desk, "云岭县商务局", 2023, "national", "甲").report.id
    env = os.environ | {"JIGAO_DATA_DIR": str(tmp_path), "PYTHONUTF8": "1"}
    turn = [sys.executable, "-m", "assistant", "turn", report, "--text", "在职人数24人", "--json"]
    done = subprocess.run(turn, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    (proposed,) = json.loads(done.stdout)["proposed"]
    assert [f.id for f in open_book(desk, report).report.proposed()] == [proposed["id"]]
