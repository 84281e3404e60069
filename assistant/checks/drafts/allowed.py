"""许可：写这一节时可以用的全部东西。不在其中的，一律算编的。"""

from typing import NamedTuple

from assistant.domain.draft import DraftWords
from assistant.domain.facts import FieldSpec


class Allowed(NamedTuple):
    """许可。

    addresses  可用的占位符
    facts      办事人员自己的话：文字事实、表格格子、要改写的原文
    known      不算事实、但提到无妨的：单位名、节的标题和写法要求
    prompt     提示词原文，用来认出漏出来的提示词
    """

    addresses: frozenset[str]
    facts: tuple[str, ...]
    known: tuple[str, ...]
    year: int
    fields: tuple[FieldSpec, ...]
    words: DraftWords
    prompt: str = ""

    @property
    def source(self) -> str:
        """可以照抄的全部文字。"""
        return "\n".join((*self.facts, *self.known))
