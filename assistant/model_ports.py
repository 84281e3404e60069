"""通往模型的端口：提示词、语言模型、发件簿、向量编码器。"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from pydantic import BaseModel

from assistant.domain.outgoing import Dispatch
from assistant.domain.prompt import Prompt
from assistant.domain.prompt_cases import PromptCase

Reply = TypeVar("Reply", bound=BaseModel)


class PromptBook(Protocol):
    """提示词：prompts/ 下的文件。"""

    def prompt(self, name: str) -> Prompt:
        """按名取提示词；没有抛 NotFound，写坏抛 BadData。"""

    def cases(self, name: str) -> tuple[PromptCase, ...]:
        """这份提示词的评测用例；没有为空。"""


class LanguageModel(Protocol):
    """语言模型：只指出、只写字，不给数字。任何失败抛 Unavailable。

    送出之前，数、姓名、号码都已遮盖，回来时已换回原样；调用者不必管。
    """

    @property
    def name(self) -> str:
        """模型名，印在草稿旁。"""

    def reply(self, prompt: Prompt, inputs: Mapping[str, str], shape: type[Reply]) -> Reply:
        """按 shape 给出结构化答复。"""

    def stream(self, prompt: Prompt, inputs: Mapping[str, str]) -> Iterator[str]:
        """逐段给出文字。"""

    def serving(
        self, report_id: str, names: Sequence[str], *, seen: bool = False
    ) -> "LanguageModel":
        """同一个模型，为这份报告办事，另遮这些人名。seen：人已看过要送出的话并同意，不再拦下。"""


class Outbox(Protocol):
    """发件簿：哪个端点得到了什么。只记名目和数目，不记内容。"""

    def dispatches(self) -> tuple[Dispatch, ...]:
        """本次启动以来送出的各次，由前到后。"""


class Embedder(Protocol):
    """向量编码器。"""

    @property
    def name(self) -> str:
        """编码器名与版本；换了就要重建索引。"""

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """每段文字一个单位长度的向量。"""

    def question(self, text: str) -> list[float]:
        """一个问题的向量；要送出本机的，先遮盖。"""
