"""拒答：不必看条文就知道答不了的——看不懂、没有这部法、没有这一条、那一年还没有。"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from assistant.reading.law.ordinals import NUMBER, read, write
from assistant.reading.law.statutes import clause
from assistant.reading.retrieval.naming import Named
from assistant.reading.retrieval.provisions import Provision

NOT_CHINESE = "没有看懂这个问题，请用中文写出要问的事。"
_REPEATED = 0.5
_LONG_ENOUGH = 4


def unreadable(question: str) -> str:
    """没有汉字、翻来覆去几个字的，给一句话；读得懂为空。"""
    letters = [c for c in question if c.isalnum()]
    chinese = [c for c in letters if "\u4e00" <= c <= "\u9fff"]
    if len(chinese) < 2 or len(chinese) * 3 < len(letters):
        return NOT_CHINESE
    pairs = Counter(pairwise(letters))
    if len(letters) >= _LONG_ENOUGH and len(pairs) <= _REPEATED * sum(pairs.values()):
        return NOT_CHINESE
    return ""


def named_wrongly(named: Named, provisions: Sequence[Provision], on: date) -> str:
    """指名的法规或条在库中、在那一日有没有；没有给一句话。provisions 是指名各法的全部条款。"""
    if named.missing:
        return f"库中没有收录{named.missing}，不能据以答复。请查原文或导入正式文本后再问。"
    if not named.names:
        return ""
    current = [p for p in provisions if p.in_force(on)]
    name = named.names[-1]
    if not current:
        return _not_yet(name, provisions, on)
    if not named.article:
        return ""
    own = [p for p in current if p.source.name == name]
    found = next((p for p in own if p.shown.provision == named.article), None)
    if found is None:
        return _no_article(name, named.article, own)
    if not _has_clause(found, named):
        return f"《{name}》{named.article}没有这一款项，请核对后再问。"
    return ""


def _not_yet(name: str, provisions: Sequence[Provision], on: date) -> str:
    starts = [p.effective_from for p in provisions if p.effective_from]
    since = f"库中的文本自{_written(min(starts))}起施行，" if starts else ""
    return f"《{name}》{since}{on.year}年有效的文本库中没有。请查当年的原文。"


def _no_article(name: str, article: str, own: Sequence[Provision]) -> str:
    """有全文或知道总条数的，说没有这一条；只有卡片的，说没有收录。"""
    match = NUMBER.match(article)
    wanted = read(match[1]) if match else 0
    total = max((p.source.articles or _last(own) for p in own), default=0)
    whole = any(p.source.verbatim or p.source.articles for p in own)
    if whole and wanted > total:
        return f"《{name}》共{total}条，没有{article}。请核对条号。"
    return f"库中没有收录《{name}》{article}。请导入正式文本后再问。"


def _last(own: Sequence[Provision]) -> int:
    numbers = [m for p in own if (m := NUMBER.match(p.shown.provision))]
    return max((read(m[1]) for m in numbers), default=0)


def _has_clause(found: Provision, named: Named) -> bool:
    """卡片不分款项，不核；有正式文本的核，原文没有分行写项的不核项。"""
    text = found.shown.text
    if not found.source.verbatim or (named.paragraph is None and not named.item):
        return True
    item = write(read(named.item)) if named.item and clause(text, None, "一") else None
    return clause(text, named.paragraph, item) is not None


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
