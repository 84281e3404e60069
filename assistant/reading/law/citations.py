"""引用：文字里的《…》、文号和第…条第…款第…项。

条号归于同一句里在它之前最近的文件名；书名号里的名称照录，不带书名号的只认给出的名单。
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.reading.law.ordinals import COUNT, article, read

_SENTENCE_END = re.compile(r"[。！？!?\n]")
_NUMBER = (
    r"(?P<prefix>[\u4e00-\u9fff]{1,10}?)\s*[〔\[［（(【]\s*(?P<year>(?:19|20)\d\d)\s*"
    r"[〕\]］）)】]\s*第?\s*(?P<serial>\d{1,5})\s*号"
)
_LEAD = re.compile(r"^.*(?:按照?|根据|依据|依照|[遵参]照|[见和及与的以])(?=[\u4e00-\u9fff]{2})")
_ORDER = rf"(?P<organ>国务院|主席|[\u4e00-\u9fff]{{2,6}}部)令\s*(?:第\s*)?(?P<order>{COUNT})\s*号"
_ARTICLE = (
    rf"第\s*(?P<article>{COUNT})\s*条(?:\s*之\s*(?P<bis>[一二三四五六七八九十]+))?"
    rf"(?:\s*第?\s*(?P<paragraph>{COUNT})\s*款)?"
    rf"(?:\s*第?\s*[（(]?(?P<item>{COUNT})[）)]?\s*项)?"
)
_TITLE = r"《(?!\s*》)(?P<title>[^《》\n]{2,60}(?:〈[^〉]*〉[^《》\n]{0,30})?)》"
_SIGN = re.compile(f"{_TITLE}|{_ARTICLE}|{_NUMBER}|{_ORDER}")
_NUMBERED = re.compile(f"{_NUMBER}|{_ORDER}")


class Reference(NamedTuple):
    """一处引用。title 是书名号里或名单里的名称；没有的部分为空。"""

    title: str
    document_number: str
    article: str
    paragraph: int | None
    item: str
    start: int
    end: int


def find(text: str, names: Sequence[str] = ()) -> tuple[Reference, ...]:
    """依次找出引用。names 是库中已知的名称，用来认出不带书名号的引用。"""
    known = _known(tuple(name for name in names if len(name) >= 3 and name in text))
    return tuple(_references(text, _matches(text, known) if known else _SIGN.finditer(text)))


def document_number(text: str) -> str:
    """文号的统一写法：财预[2020]10号 → 财预〔2020〕10号；不是文号返回空。"""
    match = _NUMBERED.search(text)
    return _document_number(match) if match else ""


@lru_cache(maxsize=64)
def _known(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """认出文中有的名称，长的优先；一个也没有返回 None。"""
    longest = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(f"(?P<known>(?:中华人民共和国)?(?:{longest}))") if names else None


def _matches(text: str, known: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """书名号、号、条和名称，从左到右；同一处先认前几样。"""
    sign, name = _SIGN.search(text), known.search(text)
    while first := min(filter(None, (sign, name)), key=re.Match.start, default=None):
        yield first
        at = first.end()
        sign = _SIGN.search(text, at) if sign and sign.start() < at else sign
        name = known.search(text, at) if name and name.start() < at else name


def _references(text: str, matches: Iterable[re.Match[str]]) -> Iterator[Reference]:
    pending: Reference | None = None
    title = ""
    reach = 0
    for match in matches:
        if _SENTENCE_END.search(text, reach, match.start()):
            title = ""
        reach = match.end()
        if match.groupdict().get("article"):
            if pending and not title:
                yield pending
            yield _article(match, title, pending if title else None)
            pending = None
            continue
        here = _named(match)
        if pending and here.document_number and not pending.document_number:
            pending = pending._replace(document_number=here.document_number, end=here.end)
            continue
        if pending:
            yield pending
        pending, title = here, here.title
    if pending:
        yield pending


def _named(match: re.Match[str]) -> Reference:
    said = match.groupdict()
    title = (said.get("title") or said.get("known") or "").strip()
    number = "" if title else _document_number(match)
    return Reference(title, number, "", None, "", match.start(), match.end())


def _article(match: re.Match[str], title: str, named: Reference | None) -> Reference:
    return Reference(
        title=title,
        document_number=named.document_number if named else "",
        article=article(match["article"], match["bis"]),
        paragraph=read(match["paragraph"]) if match["paragraph"] else None,
        item=match["item"] or "",
        start=named.start if named else match.start(),
        end=match.end(),
    )


def _document_number(match: re.Match[str]) -> str:
    if match["organ"]:
        return f"{match['organ']}令第{read(match['order'])}号"
    return f"{_LEAD.sub('', match['prefix'])}〔{match['year']}〕{int(match['serial'])}号"
