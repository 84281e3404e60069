"""命令行的写法：用法、说明和报错全用中文。argparse 自带的英文在这里换掉。"""

import argparse
import re
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

from assistant.domain.errors import BadInput

_TYPES = {"int": "整数", "float": "数", "Path": "路径"}
_SAID: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"the following arguments are required: 命令", lambda _: "没有写要做什么"),
    (r"the following arguments are required: (.*)", lambda m: f"少了 {m[1]}"),
    (r"unrecognized arguments: (.*)", lambda m: f"不认识 {m[1]}"),
    (r"argument 命令: invalid choice: '(.*?)'", lambda m: f"没有命令 {m[1]}"),
    (
        r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*?)\)",
        lambda m: f"{m[1]} 不能是 {m[2]}，只能是 {m[3].replace(chr(39), '').replace(', ', '、')}",
    ),
    (
        r"argument (.*?): invalid (\w+) value: '(.*)'",
        lambda m: f"{m[1]} 应为{_TYPES.get(m[2], '另一种值')}，写的是 {m[3]}",
    ),
    (r"argument (.*?): expected one argument", lambda m: f"{m[1]} 后面少了值"),
    (r"argument (.*?): expected at least one argument", lambda m: f"{m[1]} 后面至少要有一个值"),
    (r"argument (.*?): ignored explicit argument", lambda m: f"{m[1]} 后面不要带值"),
    (r"ambiguous option: (\S+) could match (.*)", lambda m: f"{m[1]} 说不清是 {m[2]} 里的哪一个"),
)


class _Formatter(argparse.HelpFormatter):
    """用法前面写“用法”。"""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """报错用中文，一行哪里、一行怎么办。"""

    def __init__(self, **options: Any) -> None:
        ours = {"formatter_class": _Formatter, "add_help": False, "allow_abbrev": False}
        super().__init__(**options | ours)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """写法不对。"""
        raise BadInput(f"命令写法不对：{_in_chinese(message)}", f"写法见 {self.prog} --help")


def _in_chinese(message: str) -> str:
    for pattern, words in _SAID:
        if match := re.match(pattern, message):
            return words(match)
    return "请核对各项的写法"
