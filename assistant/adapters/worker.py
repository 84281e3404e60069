"""工作进程：一次做一件事，做完把结果写回；父进程随时可以杀掉它。

往来的是带长度的 pickle，只在自己的父子进程之间，不接受外来数据。
"""

import gc
import os
import pickle
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import BinaryIO, NamedTuple

from assistant.domain.errors import JigaoError, Unreadable

_LENGTH = struct.Struct("<Q")
_MEMORY = 4 * 1024**3
_BETWEEN_COLLECTIONS = 50_000
Job = Callable[[object], object]


class Crash(NamedTuple):
    """程序出错：留给管理员看的细节。"""

    detail: str


def send(stream: BinaryIO, value: object) -> None:
    """写一个值；值不能 pickle 时写一条 Crash，对方总等得到。"""
    try:
        body = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 任何类的 pickle 都可能以自己的方式失败
        body = pickle.dumps(Crash(traceback.format_exc()))
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def receive(stream: BinaryIO) -> object:
    """读一个值；对方没了抛 EOFError。"""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    size = _LENGTH.unpack(head)[0]
    body = stream.read(size)
    if len(body) < size:
        raise EOFError
    return pickle.loads(body)  # noqa: S301 只来自自己的父子进程


_state = {"inside": False}


def inside() -> bool:
    """现在是不是在工作进程里。"""
    return _state["inside"]


def serve(tasks: BinaryIO, replies: BinaryIO, job: Job) -> None:
    """一件一件做，直到父进程不再给。"""
    _state["inside"] = True
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    _bound_memory()
    _collect_seldom()
    with suppress(EOFError, BrokenPipeError):
        while True:
            send(replies, _done(job, receive(tasks)))


def _done(job: Job, task: object) -> object:
    try:
        return job(task)
    except JigaoError as error:
        return error
    except MemoryError:
        return Unreadable(f"{task} 占用的内存过大，已停止", "请拆成几份，或去掉图片后再试。")
    except Exception:  # noqa: BLE001 一件事出错不停下别的；细节交给父进程记入日志
        return Crash(traceback.format_exc())


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """被请走：经由异常离开，使临时文件和转换程序得到收拾。"""
    raise SystemExit(1)


def _collect_seldom() -> None:
    """回收垃圾时不再翻看载入的程序，隔得也久些：一份文档所得几乎全要留到查完。"""
    gc.freeze()
    gc.set_threshold(_BETWEEN_COLLECTIONS)


def _bound_memory() -> None:
    """限住本进程的内存，使坏文件拖不垮整台机器。"""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or hard > _MEMORY:
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))


def main() -> None:
    """由父进程另起的解释器从这里开始：先读做什么，再一件件做。标准输出留作回话。"""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    job = receive(sys.stdin.buffer)
    if callable(job):
        serve(sys.stdin.buffer, replies, job)
