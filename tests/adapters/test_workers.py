import os
import threading
import time
from pathlib import Path

from assistant.adapters.workers import ProcessWorkers
from assistant.domain.errors import JigaoError, Unreadable


def work(task: str) -> str:
    """按名称办事：有的慢，有的出错，有的把进程弄没。"""
    if task.startswith("睡"):
        time.sleep(60)
    if task == "坏文件":
        raise Unreadable("坏文件 打不开", "换一份。")
    if task == "程序错":
        raise ZeroDivisionError
    if task == "没了":
        os._exit(9)
    if task == "吃内存":
        bytearray(8 * 1024**3)
    return f"{task}好"


def unsendable(task: str) -> object:
    return lambda: task


def done(folder: Path, *tasks: str, seconds: float = 30, workers: int = 2) -> list[str]:
    replies = ProcessWorkers(folder).each(work, tasks, workers, seconds)
    return [r.where if isinstance(r, JigaoError) else r for r in replies]


def test_results_come_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    names = [str(n) for n in range(20)]
    assert done(tmp_path, *names) == [f"{name}好" for name in names]


def test_a_bad_file_costs_only_itself(tmp_path: Path) -> None:
    assert done(tmp_path, "甲", "坏文件", "没了", "乙", "丙") == [
        "甲好",
        "坏文件 打不开",
        "没了 使查验程序意外退出，没有查完",
        "乙好",
        "丙好",
    ]


def test_a_slow_file_is_stopped_and_said(tmp_path: Path) -> None:
    assert done(tmp_path, "睡", "甲", seconds=0.5) == ["睡 超过 0.5 秒没有查完，已停止", "甲好"]


def test_a_greedy_file_is_stopped(tmp_path: Path) -> None:
    assert done(tmp_path, "吃内存", "甲", workers=1) == [
        "吃内存 占用的内存过大，已停止",
        "甲好",
    ]


def test_a_fault_of_the_program_is_logged_in_full(tmp_path: Path) -> None:
    assert done(tmp_path, "程序错") == ["程序错 查的时候程序出错，没有查完"]
    assert "ZeroDivisionError" in (tmp_path / "logs" / "crash.log").read_text(encoding="utf-8")


def test_a_result_that_cannot_be_sent_is_a_fault_of_the_program(tmp_path: Path) -> None:
    replies = ProcessWorkers(tmp_path).each(unsendable, ["甲"], 1, 30)
    assert [isinstance(reply, JigaoError) for reply in replies] == [True]


def test_nothing_to_do(tmp_path: Path) -> None:
    assert done(tmp_path) == []


def test_workers_are_gone_when_the_reader_stops_early(tmp_path: Path) -> None:
    replies = ProcessWorkers(tmp_path).each(work, ["甲", "睡1", "睡2"], 2, 60)
    assert next(replies) == "甲好"
    started = time.monotonic()
    replies.close()  # type: ignore[attr-defined]
    assert time.monotonic() - started < 30


def test_beside_running_threads_the_workers_are_fresh_interpreters(tmp_path: Path) -> None:
    halt = threading.Event()
    threading.Thread(target=halt.wait).start()
    try:
        assert done(tmp_path, "甲", "没了", "程序错", "坏文件", "乙", workers=1) == [
            "甲好",
            "没了 使查验程序意外退出，没有查完",
            "程序错 查的时候程序出错，没有查完",
            "坏文件 打不开",
            "乙好",
        ]
    finally:
        halt.set()
