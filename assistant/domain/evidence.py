"""依据：法规条款与往年报告的段落。"""

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from assistant.domain.facts import Frozen

Level = Literal[
    "法律",
    "行政法规",
    "地方性法规",
    "部门规章",
    "规范性文件",
    "党内法规",
    "国家标准",
    "实务",
]


def bare_title(title: str) -> str:
    """名称的统一写法：去掉书名号、国名和空白，括号用全角。"""
    plain = "".join(title.split()).strip("《》").translate({ord("("): "（", ord(")"): "）"})
    return plain.removeprefix("中华人民共和国")


class Source(Frozen):
    """一份文件的一个版本。verified 为假（待核）的只作线索，不得当作引文示人。

    verbatim 为真表示库中是正式文本，可逐字引用；为假表示是本系统自己写的要点卡片。
    articles 是全文的条数（看过原文才填），用来判断条号是否超出末条。
    locality 为空表示全国适用，否则是地区编号或其前段，如 hebei、hebei-shenze。

    以下只有导入的文件才有：
    version 最近一次通过、修订、公布的日期；assumed 施行日是由它推定的；repeals 末条写明废止的文件；
    file、digest 原件的名称和摘要（往年报告的摘要用字母写，文件里没有一个数字）；
    recognised 文字由图片识别而来，还没有人核对；corrections 谁在何时改过哪里。
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    kind: Literal["regulation", "report"] = "regulation"
    title: str = Field(min_length=2)
    aliases: tuple[str, ...] = ()
    document_number: str = ""
    issuer: str = ""
    level: Level | None = None
    locality: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    articles: int | None = Field(None, gt=0)
    url: str = ""
    verified: bool = True
    last_checked: date | None = None
    verbatim: bool = False
    version: date | None = None
    assumed: bool = False
    repeals: tuple[str, ...] = ()
    file: str = ""
    digest: str = ""
    recognised: bool = False
    corrections: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _forward(self) -> "Source":
        if self.effective_from and self.effective_to and self.effective_to < self.effective_from:
            raise ValueError("失效日期早于施行日期")
        return self

    @property
    def name(self) -> str:
        """引用时的名称：标题去掉书名号和国名。"""
        return bare_title(self.title)

    def in_force(self, on: date) -> bool:
        """在某日是否有效。"""
        return (self.effective_from is None or self.effective_from <= on) and (
            self.effective_to is None or on <= self.effective_to
        )


class Passage(Frozen):
    """一个段落：法规的一条，或往年报告的一节。id = 来源#位置。

    heading 是所在的编、章、节名；topics 和 phrases 只有要点卡片才有。
    """

    id: str
    source: Source
    provision: str
    heading: str = ""
    text: str
    topics: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Query(Frozen):
    """一次提问。on 是要在哪日有效；history 是前几问，旧的在前。"""

    question: str
    on: date
    locality: str = ""
    top: int = Field(5, gt=0)
    history: tuple[str, ...] = ()


class Hit(Frozen):
    """检索命中。一条规定只占一个位次：passage 有正式文本用正式文本，card 是配着的要点卡片。

    effective_from/to 是这一条这个版本的有效期。
    """

    passage: Passage
    card: Passage | None = None
    score: float
    effective_from: date | None = None
    effective_to: date | None = None


class Retrieval(Frozen):
    """一次检索。hits 是可作依据的，leads 是同样靠前而待核的，只作线索。

    grounded 为假表示库中没有依据，why 是为什么；notice 是要告诉人的一句话。
    """

    hits: tuple[Hit, ...] = ()
    leads: tuple[Hit, ...] = ()
    grounded: bool = False
    why: str = ""
    notice: str = ""


class IndexState(Frozen):
    """索引的现状。fresh 是这次新编码的段数，faults 是读不了的文件各一句话。"""

    provisions: int
    samples: int
    fresh: int
    faults: tuple[str, ...] = ()


class Citation(Frozen):
    """答复所引的一条。text 逐字来自库中段落。

    quote 是其中支持答复的原话；words 是问题里对得上的词。
    """

    passage: str
    source: str
    document_number: str = ""
    provision: str
    text: str
    verbatim: bool
    effective_from: date | None = None
    effective_to: date | None = None
    quote: str = ""
    words: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """《预算法》第五十七条。"""
        return f"《{self.source}》{self.provision}"


class Sentence(Frozen):
    """模型写的一句，代码核过：凭哪一段，那一段里的哪句原话。"""

    text: str
    passage: str
    quote: str


class Ranked(Frozen):
    """命中名次，供界面和命令行列出。"""

    source: str
    provision: str
    score: float


class Answer(Frozen):
    """法规问题的答复。没有依据时 answered 为假，answer 说明问谁。

    on 是按哪日有效取的；sentences 只有接了模型才有；leads 是待核的线索，不算依据；
    nearest 是没有依据时最接近的几条。
    """

    question: str
    answered: bool
    answer: str
    citations: tuple[Citation, ...] = ()
    ranked: tuple[Ranked, ...] = ()
    notice: str = ""
    model: bool = False
    on: date | None = None
    sentences: tuple[Sentence, ...] = ()
    leads: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()
