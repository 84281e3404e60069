"""引用：文字里的《…》、文号和第…条第…款第…项。

条号归于同一句里在它之前最近的文件名；书名号里的名称照录，不带书名号的只认给出的名单。
"""

import re
from collections.abc import Iterator, Sequence
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
    return tuple(_references(text, _pattern(tuple(names))))


def document_number(text: str) -> str:
    """文号的统一写法：财预[2020]10号 → 财预〔2020〕10号；不是文号返回空。"""
    match = re.search(f"{_NUMBER}|{_ORDER}", text)
    return _document_number(match) if match else ""


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted((name for name in names if len(name) >= 3), key=len, reverse=True)
    first = "".join(map(re.escape, {name[0] for name in longest}))
    known = f"(?=[中{first}])(?:中华人民共和国)?(?:{'|'.join(map(re.escape, longest))})"
    known = known if longest else "(?!)"
    return re.compile(f"{_TITLE}|{_ARTICLE}|{_NUMBER}|{_ORDER}|(?P<known>{known})")


def _references(text: str, pattern: re.Pattern[str]) -> Iterator[Reference]:
    pending: Reference | None = None
    title = ""
    reach = 0
    for match in pattern.finditer(text):
        if _SENTENCE_END.search(text, reach, match.start()):
            title = ""
        reach = match.end()
        if match["article"]:
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
    title = (match["title"] or match["known"] or "").strip()
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
