"""台账：一份报告此刻全部可印的数字和文字，以及还缺什么、哪里矛盾。由事实算出，从不存储。"""

from collections.abc import Mapping
from typing import NamedTuple

from assistant.domain.facts import Fact, Rows
from assistant.domain.figures import Contradiction, Figure
from assistant.domain.outline import label_for


class Ledger(NamedTuple):
    """台账。

    figures         地址 → 数字，如 final.income.change_rate
    texts           键 → 文字（含等级之类由口径得出的文字）
    rows            键 → 表格型事实的各行
    facts           编号 → 有效事实，供出处表用
    contradictions  报来的与推算的不一致
    missing         大纲要求而没有、也算不出的地址
    labels          键 → 中文名
    """

    year: int = 0
    figures: Mapping[str, Figure] = {}
    texts: Mapping[str, str] = {}
    rows: Mapping[str, Rows] = {}
    facts: Mapping[str, Fact] = {}
    contradictions: tuple[Contradiction, ...] = ()
    missing: tuple[str, ...] = ()
    labels: Mapping[str, str] = {}

    def label(self, address: str) -> str:
        """地址的中文名：决算收入总计增减率。"""
        return label_for(address, self.labels)

    def has(self, address: str) -> bool:
        """某地址有值可印。"""
        return address in self.figures or address in self.texts or address in self.rows
