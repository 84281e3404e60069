"""依据：法规条款与往年报告的段落。"""

from datetime import date
from typing import Literal

from assistant.domain.facts import Frozen


class Source(Frozen):
    """一份文件。verified 为假的只作数据，不得当作引文示人。

    verbatim 为真表示库中是正式文本，可逐字引用；为假表示是本系统自己写的要点卡片。
    """

    id: str
    kind: Literal["regulation", "report"]
    title: str
    document_number: str = ""
    issuer: str = ""
    level: str = ""
    locality: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    url: str = ""
    verified: bool = True
    verbatim: bool = False

    def in_force(self, on: date) -> bool:
        """在某日是否有效。"""
        return (self.effective_from is None or self.effective_from <= on) and (
            self.effective_to is None or on <= self.effective_to
        )


class Passage(Frozen):
    """一个段落：法规的一条，或往年报告的一节。id = 来源#位置。"""

    id: str
    source: Source
    provision: str
    heading: str = ""
    text: str
    topics: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Hit(Frozen):
    """检索命中。一条规定只占一个位次，卡片和正式文本合并。"""

    passage: Passage
    score: float
    legs: tuple[str, ...] = ()


class Citation(Frozen):
    """答复所引的一条。text 逐字来自库中段落。"""

    passage: str
    source: str
    document_number: str = ""
    provision: str
    text: str
    verbatim: bool
    effective_from: date | None = None
    effective_to: date | None = None


class Ranked(Frozen):
    """命中名次，供界面和命令行列出。"""

    source: str
    provision: str
    score: float


class Answer(Frozen):
    """法规问题的答复。没有依据时 answered 为假，answer 说明问谁。"""

    question: str
    answered: bool
    answer: str
    citations: tuple[Citation, ...] = ()
    ranked: tuple[Ranked, ...] = ()
    model: bool = False
