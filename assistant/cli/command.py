"""一条命令是什么。"""

import argparse
from collections.abc import Callable
from typing import Any, NamedTuple

from assistant.bootstrap import LocalDesk


class Outcome(NamedTuple):
    """命令的结果：data 供 --json，text 供人看；must_fix 使退出码为 1，bad（设置有误）为 2。

    data 是一个对象，或一串对象；None 表示该输出的已经逐行输出了，或就是 text。
    """

    data: Any
    text: str = ""
    must_fix: bool = False
    bad: bool = False


class Command(NamedTuple):
    """一条命令：名称、一句用途、参数、执行。"""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, LocalDesk], Outcome]
