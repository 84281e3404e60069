"""几个工作进程同时做事：每件事有时限，超时或出错只失这一件，别的照做。

单线程的 Linux 进程用 fork 起头一批，省去重新载入程序；其余情形另起一个解释器。
"""

import multiprocessing
import os
import subprocess
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO, TypeVar, cast

from assistant.adapters.crashes import record
from assistant.adapters.worker import Crash, Job, receive, send, serve
from assistant.domain.errors import JigaoError, Unreadable

Task = TypeVar("Task")
Done = TypeVar("Done")
_GRACE = 1.0


class ProcessWorkers:
    """实现 ports.Workers。"""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir

    def each(
        self, job: Callable[[Task], Done], tasks: Sequence[Task], workers: int, seconds: float
    ) -> Iterator[Done | JigaoError]:
        """按次序给出每件事的结果；做不成的给出差错。job 和结果须能 pickle。"""
        pool = _Pool(cast(Job, job), tasks, min(workers, len(tasks)), seconds)
        try:
            for number, reply in enumerate(pool.replies()):
                if isinstance(reply, Crash):
                    what = f"{tasks[number]} 查的时候程序出错，没有查完"
                    yield record(self._data_dir, what, reply.detail)
                else:
                    yield cast(Done, reply)
        finally:
            pool.stop()


class _Pool:
    """一批工作进程，各由一个线程照看；结果按次序取走。"""

    def __init__(self, job: Job, tasks: Sequence[object], count: int, seconds: float) -> None:
        self._job = job
        self._seconds = seconds
        self._size = len(tasks)
        self._todo = iter(list(enumerate(tasks)))
        self._lock = threading.Lock()
        self._done: SimpleQueue[tuple[int, object]] = SimpleQueue()
        self._stopped = False
        self._workers = [_start(job) for _ in range(count)]
        for slot in range(count):
            threading.Thread(target=self._keep, args=(slot,), daemon=True).start()

    def replies(self) -> Iterator[object]:
        """全部结果，按次序。"""
        early: dict[int, object] = {}
        for number in range(self._size):
            while number not in early:
                index, reply = self._done.get()
                early[index] = reply
            yield early.pop(number)

    def stop(self) -> None:
        """全部停掉。"""
        with self._lock:
            self._stopped = True
        for worker in self._workers:
            worker.stop()

    def _keep(self, slot: int) -> None:
        while (item := self._next()) is not None:
            index, task = item
            try:
                reply = self._ready(slot).ask(task, self._seconds)
            except Exception:  # noqa: BLE001 结果取不出来也要有个结果，否则等的人永远等下去
                reply = Crash(traceback.format_exc())
            self._done.put((index, reply))

    def _ready(self, slot: int) -> "_Worker":
        """活着的工作进程；停掉的换一个新的。"""
        with self._lock:
            if self._workers[slot].stopped and not self._stopped:
                with suppress(OSError):
                    self._workers[slot] = _spawned(self._job)
            return self._workers[slot]

    def _next(self) -> tuple[int, object] | None:
        with self._lock:
            return None if self._stopped else next(self._todo, None)


class _Worker:
    """一个工作进程：两条管道和结束它的办法。"""

    def __init__(self, tasks: BinaryIO, replies: BinaryIO, end: Callable[[], None]) -> None:
        self._tasks, self._replies, self._end = tasks, replies, end
        self.stopped = False

    def ask(self, task: object, seconds: float) -> object:
        """交一件事，等到做完或超时。"""
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            self.stop()

        timer = threading.Timer(seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            send(self._tasks, task)
            return receive(self._replies)
        except (EOFError, OSError, ValueError):
            self.stop()
            return _late(task, seconds) if expired.is_set() else _lost(task)
        finally:
            timer.cancel()

    def stop(self) -> None:
        """结束：先请它自己收拾，一秒后强制。"""
        if not self.stopped:
            self.stopped = True
            self._end()
            for stream in (self._tasks, self._replies):
                with suppress(OSError, ValueError):
                    stream.close()


def _late(task: object, seconds: float) -> Unreadable:
    return Unreadable(
        f"{task} 超过 {seconds:g} 秒没有查完，已停止", "请拆成几份，或另存为 docx、txt 后再试。"
    )


def _lost(task: object) -> Unreadable:
    return Unreadable(
        f"{task} 使查验程序意外退出，没有查完", "文件可能已损坏；请用 WPS 打开后另存一份再试。"
    )


def _start(job: Job) -> _Worker:
    if sys.platform == "linux" and threading.active_count() == 1:
        return _forked(job)
    return _spawned(job)


def _forked(job: Job) -> _Worker:
    task_out, task_in = os.pipe()
    reply_out, reply_in = os.pipe()

    def child() -> None:
        os.close(task_in)
        os.close(reply_out)
        serve(os.fdopen(task_out, "rb"), os.fdopen(reply_in, "wb"), job)

    process = multiprocessing.get_context("fork").Process(target=child, daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    os.close(task_out)
    os.close(reply_in)

    def end() -> None:
        process.terminate()
        process.join(_GRACE)
        process.kill()
        process.join(_GRACE)

    return _Worker(os.fdopen(task_in, "wb"), os.fdopen(reply_out, "rb"), end)


def _spawned(job: Job) -> _Worker:
    command = [sys.executable, "-c", "from assistant.adapters.worker import main; main()"]
    process = subprocess.Popen(  # noqa: S603 自己的解释器和自己的模块
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )

    def end() -> None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
        process.kill()
        process.wait()

    worker = _Worker(cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout), end)
    send(cast(BinaryIO, process.stdin), job)
    return worker
