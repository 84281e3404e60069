"""题库：县里办事人员的提问（有法条为据）和陷阱（库里没有答案）。分开发集与封存的测试集。"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

DATA = Path(__file__).parent / "data"

Split = Literal["dev", "test", "fresh", "fourth", "fourth-held", "fifth"]
SEEN: tuple[Split, ...] = ("dev", "fresh", "fourth", "fourth-held")
"""看过错处、可以拿来拟合的题集；test 和 fifth 只用来量。"""


class Article(BaseModel):
    """一条：法规名称（不带“中华人民共和国”）与条号（第…条）。命令的输出另有得分，不看。"""

    model_config = ConfigDict(frozen=True, extra="ignore")

    source: str
    provision: str


class Question(BaseModel):
    """一题。gold 是可接受的条，命中任一条即算对；陷阱的 gold 为空。

    year 是报告所属年度；history 是前面几轮的提问，旧的在前。
    may_refuse：该年度有效的旧文本可以不在库里，那时拒答也算对。
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str
    gold: tuple[Article, ...]
    kind: str
    split: Split
    year: int | None = None
    history: tuple[str, ...] = ()
    may_refuse: bool = False
    note: str = ""


def load(name: Literal["questions", "traps"], split: Split) -> list[Question]:
    lines = (DATA / f"{name}-{split}.jsonl").read_text("utf-8").splitlines()
    return [Question.model_validate_json(line) for line in lines]
