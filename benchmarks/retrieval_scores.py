"""检索与作答的记分：名次、拒答、编造的条文、错用的版本。只算数，不碰外界。"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from statistics import mean
from typing import NamedTuple

from pydantic import BaseModel

from benchmarks.questions import Article, Question
from benchmarks.statutes import Statutes

_WRITTEN = re.compile(r"《(?:中华人民共和国)?([^》]+)》(第[零〇一二三四五六七八九十百]+条)")


class Citation(BaseModel):
    """回答所引的一条。生效与失效日期照库里所记，没有则为空。"""

    source: str
    provision: str = ""
    text: str = ""
    verbatim: bool = False
    effective_from: date | None = None
    effective_to: date | None = None


class Reply(BaseModel):
    """`jigao ask --json` 的一行。"""

    answered: bool
    answer: str = ""
    citations: list[Citation] = []
    ranked: list[Article] = []


class Asked(NamedTuple):
    """一问一答。seconds 是等这一行等了多久。"""

    question: Question
    reply: Reply
    seconds: float


class Ranks(NamedTuple):
    """一组提问的名次。refused 是本可回答而拒答的份额。"""

    total: int
    hit_1: float
    hit_5: float
    mrr_10: float
    refused: float


def rank(asked: Asked) -> int | None:
    """第一条可接受的条排在第几（从 1 起）；没有则为 None。"""
    gold = set(asked.question.gold)
    places = (place for place, hit in enumerate(asked.reply.ranked, 1) if hit in gold)
    return next(places, None)


def excused(asked: Asked) -> bool:
    """旧文本不在库里而拒答：不计入名次与拒答。"""
    return asked.question.may_refuse and not asked.reply.answered


def ranks(answers: Sequence[Asked]) -> Ranks:
    counted = [asked for asked in answers if not excused(asked)]
    if not counted:
        return Ranks(0, 0, 0, 0, 0)
    places = [rank(asked) for asked in counted]
    return Ranks(
        total=len(counted),
        hit_1=mean(place == 1 for place in places),
        hit_5=mean(place is not None and place <= 5 for place in places),
        mrr_10=mean(1 / place if place is not None and place <= 10 else 0.0 for place in places),
        refused=mean(not asked.reply.answered for asked in counted),
    )


def invented(asked: Asked, statutes: Statutes) -> list[str]:
    """所引的条在法律文本里没有，或称逐字引用而文本里没有这句。

    目录里没有的法规、不按条的文件、已被取代的旧文本无从核对，不算。
    """
    return [
        f"《{cited.source}》{cited.provision}"
        for cited in _cited(asked.reply)
        if cited.source in statutes and cited.provision and not _stands(cited, statutes)
    ]


def _cited(reply: Reply) -> Iterator[Citation]:
    current = [cited for cited in reply.citations if cited.effective_to is None]
    named = {(cited.source, cited.provision) for cited in reply.citations}
    written = _WRITTEN.findall(reply.answer)
    yield from current
    yield from (Citation(source=s, provision=p) for s, p in written if (s, p) not in named)


def _stands(cited: Citation, statutes: Statutes) -> bool:
    article = statutes[cited.source].get(cited.provision)
    if article is None:
        return False
    return not cited.verbatim or _plain(cited.text) in _plain(cited.provision + article)


def _plain(text: str) -> str:
    return re.sub(r"[\s　]+", "", text)


def out_of_force(asked: Asked, today: date) -> list[str]:
    """所引的条在报告年度（没有年度则今天）不在效力期内。"""
    year = asked.question.year
    first, last = (date(year, 1, 1), date(year, 12, 31)) if year else (today, today)
    return [
        f"《{cited.source}》{cited.provision}"
        for cited in asked.reply.citations
        if (cited.effective_from and cited.effective_from > last)
        or (cited.effective_to and cited.effective_to < first)
    ]
