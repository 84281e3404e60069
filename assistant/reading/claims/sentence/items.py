"""句中的数：每个数量连同它的角色、名称、口径、所在的句和分句。"""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, Quantity
from assistant.domain.statements import Mention
from assistant.reading.claims.sentence.comparisons import Comparison
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.text.flow import Flow
from assistant.reading.text.labels import Label
from assistant.reading.text.spotting import Spot

REACH = 40  # 往前找运算数，最多看这么多个数：句子再长，也不会隔这么远
_STOPS = "。！？"


class Item(NamedTuple):
    """一个数。

    quantity 是数量；label 是自己的名称；against 是与什么相比；whole 是“占……的”“完成……的”的整体，
    name 是率、均数的名称；operand 是夹在占比、比较里的运算数的序号（没有为 -1）；
    opens 是列举的总数之名（“其中”为空名），没有列举为 None；reason 表示在说原因，
    totals 表示前面刚说合计；follows 表示与前一个数并列；marked 表示前面刚有编号；
    host 是它所在括号前面的那个数（没有为 -1）；at 是在骨架里的位置；dimension 是量纲；
    lead 是前面同一分句里、上一个数之后的骨架；
    paragraph、sentence、part、clause 依次编号，depth 是括号层数。
    """

    spot: Spot
    mention: Mention
    quantity: Quantity
    role: Role
    label: Label
    direction: int
    against: Comparison | None
    whole: str
    name: str
    operand: int
    opens: str | None
    reason: bool
    totals: bool
    each: str
    follows: bool
    marked: bool
    host: int
    at: int
    lead: str
    dimension: Dimension
    paragraph: int
    sentence: int
    part: int
    clause: int
    depth: int


class Paragraph(NamedTuple):
    """一段话和其中的数。frame 是骨架；subjects 是各数补全后的名称。"""

    number: int
    flow: Flow
    frame: str
    items: tuple[Item, ...]
    subjects: tuple[Label, ...]
    comparisons: tuple[Comparison, ...]

    @property
    def text(self) -> str:
        """连贯文字。"""
        return self.flow.text

    def sentence(self, index: int) -> Span:
        """一个数所在的句子，在原文的位置。"""
        spot = self.items[index].spot
        start = max(self.text.rfind(mark, 0, spot.start) for mark in _STOPS) + 1
        ends = [at for mark in _STOPS if (at := self.text.find(mark, spot.end)) >= 0]
        return self.flow.span(start, min(ends, default=len(self.text)))

    def between(self, one: int, other: int) -> str:
        """两个数之间的骨架。"""
        return self.frame[self.items[one].at + 1 : self.items[other].at]

    def lead(self, index: int) -> str:
        """一个数前面同一分句里、上一个数之后的骨架。"""
        return self.items[index].lead

    def after(self, index: int) -> str:
        """一个数之后、到下一个数为止的骨架。"""
        end = self.items[index + 1].at if index + 1 < len(self.items) else len(self.frame)
        return self.frame[self.items[index].at + 1 : end]

    @staticmethod
    def back(index: int) -> range:
        """从一个数起往前的序号，由近及远，够得着的。"""
        return range(index, max(-1, index - REACH), -1)

    def before(self, index: int, *roles: Role) -> Iterator[int]:
        """同一句里它前面的某几种角色的数，由近及远。"""
        wanted = self.items[index].sentence
        for other in self.back(index - 1):
            item = self.items[other]
            if item.sentence != wanted:
                return
            if item.role in roles:
                yield other
