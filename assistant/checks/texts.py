"""在正文里找字句，供各条文字规则使用；以及这是一份什么报告、哪一年。"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.checks.dossier import Dossier
from assistant.domain.findings import Fault, Span

TITLE_LINES = 12
_SELF_EVALUATION = re.compile(
    r"(?:绩效(?:自评|评价)|自评)(?:情况|工作|工作情况)?(?:的)?(?:总结|汇总|分析)?(?:报告|总结|汇总|情况)?$"
)
_TITLE = re.compile(r"[^。；，！？]{4,45}")
_YEAR = re.compile(r"((?:19|20)\d\d)年")


class Hit(NamedTuple):
    """一处命中：match 在连贯文字上，span 在原文里，text 是整段连贯文字。"""

    match: re.Match[str]
    span: Span
    text: str


def hits(dossier: Dossier, pattern: re.Pattern[str], *cues: str) -> Iterator[Hit]:
    """正文各段里的命中，按位置先后。cues 是命中必有其一的字句：全文没有的、没有的段，不必找。"""
    here = [cue for cue in cues if cue in dossier.reading.prose]
    if cues and not here:
        return
    for paragraph in dossier.reading.paragraphs:
        text = paragraph.flow.text
        if here and not any(map(text.__contains__, here)):
            continue
        for match in pattern.finditer(text):
            yield Hit(match, paragraph.flow.span(*match.span()), text)


def whole_text(dossier: Dossier) -> str:
    """去掉空白的全文，供查有没有某个词。"""
    return dossier.reading.squeezed


def title(dossier: Dossier) -> str:
    """开头几行，报告名称在其中。"""
    return _opening(dossier.document.text[:3000])


@lru_cache(maxsize=16)
def _opening(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(["".join(line.split()) for line in lines if line][:TITLE_LINES])


def is_self_evaluation(dossier: Dossier) -> bool:
    """是不是绩效自评（评价）报告；决算、预算公开文本不是。"""
    lines = title(dossier).split("\n")
    pairs = (f"{one}{other}" for one, other in pairwise(lines))
    return any(
        _TITLE.fullmatch(line) and _SELF_EVALUATION.search(line) for line in (*lines, *pairs)
    )


def year_of(dossier: Dossier) -> int:
    """报告年度：给定的，或标题里的；认不出为 0。"""
    if dossier.year:
        return dossier.year
    found = _YEAR.search(title(dossier))
    return int(found[1]) if found else 0


def fault_at(hit: Hit, message: str, suggestion: str = "") -> Fault:
    """一处命中写成毛病。"""
    return Fault(where=hit.span, found=hit.match.group(), message=message, suggestion=suggestion)


def clause_around(hit: Hit) -> str:
    """命中所在的分句，供消息引用。"""
    start = max(hit.text.rfind(mark, 0, hit.match.start()) for mark in "。；，！？\n") + 1
    ends = [at for mark in "。；，！？" if (at := hit.text.find(mark, hit.match.end())) >= 0]
    return hit.text[max(start, hit.match.start() - 40) : min([*ends, hit.match.end() + 40])]
