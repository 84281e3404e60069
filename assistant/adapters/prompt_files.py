"""提示词文件：prompts/ 下每个 .md 一份，前面是 YAML 的说明，后面是正文。"""

import re
from pathlib import Path
from string import Template

import yaml
from pydantic import ValidationError

from assistant.adapters.data_files import load_yaml, read_text
from assistant.domain.errors import BadData, NotFound
from assistant.domain.prompt import Prompt
from assistant.domain.prompt_cases import PromptCase

_FRONT = re.compile(r"---\n(?P<front>.*?)\n---\n(?P<body>.*)", re.S)


class PromptFiles:
    """从文件夹读提示词，读过的记住。"""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Prompt] = {}

    def prompt(self, name: str) -> Prompt:
        """按名取提示词；没有抛 NotFound，写坏抛 BadData。"""
        if name not in self._read:
            if name not in self.names():
                known = "、".join(self.names()) or "（空）"
                raise NotFound(f"没有提示词 {name}", f"现有：{known}。")
            self._read[name] = _prompt(self._folder / f"{name}.md")
        return self._read[name]

    def cases(self, name: str) -> tuple[PromptCase, ...]:
        """cases/ 下同名的 YAML。"""
        path = self._folder / "cases" / f"{name}.yaml"
        if not path.exists():
            return ()
        try:
            return tuple(PromptCase.model_validate(case) for case in load_yaml(path))
        except (ValidationError, TypeError) as error:
            raise BadData(f"{path} 的用例写得不对：{error}", "请按同目录别的用例改正。") from error

    def names(self) -> tuple[str, ...]:
        """全部提示词的名称。"""
        return tuple(sorted(path.stem for path in self._folder.glob("*.md")))


def _prompt(path: Path) -> Prompt:
    match = _FRONT.fullmatch(read_text(path))
    if match is None:
        raise BadData(f"{path} 前面没有 --- 括起的说明", "请按同目录其他文件改正。")
    try:
        front = yaml.safe_load(match["front"])
        prompt = Prompt.model_validate({"name": path.stem, "text": match["body"].strip(), **front})
    except (yaml.YAMLError, ValidationError, TypeError) as error:
        raise BadData(f"{path} 的说明写得不对：{error}", "请按同目录其他文件改正。") from error
    used = set(Template(prompt.text).get_identifiers())
    if used != set(prompt.inputs) or not set(prompt.public) <= used:
        raise BadData(
            f"{path} 声明的输入与正文里的 $ 不一致：{sorted(used ^ set(prompt.inputs))}",
            "请把 inputs 和正文改成一致。",
        )
    return prompt
