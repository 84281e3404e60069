"""提示词：一个文件，写明版本、用途、输入和答复的形式。"""

from string import Template
from typing import Literal

from assistant.domain.facts import Frozen


class Prompt(Frozen):
    """提示词。$name 是输入；{{…}} 原样留给数字占位符。

    role    small 用小模型（取数），large 用大模型（起草）
    public  不必遮盖的输入：法规原文、大纲的字段名，都不是本单位的内容
    """

    name: str
    version: str
    purpose: str
    inputs: tuple[str, ...]
    public: tuple[str, ...] = ()
    reply: Literal["text", "json"]
    role: Literal["small", "large"] = "large"
    temperature: float
    text: str

    def fill(self, inputs: dict[str, str]) -> str:
        """代入输入；缺少或多出输入抛 ValueError。"""
        if set(inputs) != set(self.inputs):
            raise ValueError(f"提示词 {self.name} 的输入应为 {self.inputs}，给了 {sorted(inputs)}")
        return Template(self.text).substitute(inputs)
