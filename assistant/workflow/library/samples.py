"""往年报告：按章节收，只学写法。数、姓名、号码、单位、地名都已隐去；事实只能经“沿用去年”进新报告。"""

import re
from collections.abc import Iterator

from assistant.domain.document import BlockKind, Document
from assistant.domain.errors import Unreadable
from assistant.domain.evidence import Passage, Source
from assistant.reading.materials.past_sections import Heading, Sections
from assistant.reading.privacy.anonymous import hidden, own_names, people
from assistant.reading.retrieval.samples import plain_heading

_REPORT = re.compile(r"绩效(?:自评|评价)[^。；]{0,10}报告|自评报告|绩效自评|部门决算|单位决算")
_BASIS = re.compile(r"(?:办法|规定|通知|条例|细则|意见|指引)$")
_SHORTEST, _LONGEST = 30, 2000
TITLE = "往年报告"


def is_past_report(document: Document) -> bool:
    """像不像一份写好的报告：开头的名称是报告，不是讲怎么写报告的通知。成句的话不是名称。"""
    lines = ["".join(line.split()) for line in document.text[:1500].splitlines()]
    names = [line for line in [line for line in lines if line][:6] if line[-1] not in "。；，：:"]
    return any(map(_REPORT.search, names)) and not any(map(_BASIS.search, names))


def sample(document: Document, letters: str) -> tuple[Source, tuple[Passage, ...]]:
    """一份往年报告的各节。letters 是原件摘要的字母写法。"""
    source = Source(
        id=f"sample-{letters[:10]}", kind="report", title=TITLE, level=None, digest=letters
    )
    own, names = own_names(document), people(document)
    passages: list[Passage] = []
    taken: set[str] = set()
    for heading, text in _bodies(document):
        title = _distinct(plain_heading(hidden(heading.text, own, names)), taken)
        words = hidden(text, own, names)[:_LONGEST].strip()
        passages.append(
            Passage(id=f"{source.id}#{title}", source=source, provision=title, text=words)
        )
    if not passages:
        raise Unreadable(f"{document.name} 里没有认出章节，没有收", "请确认是写好的报告。")
    return source, tuple(passages)


def _bodies(document: Document) -> Iterator[tuple[Heading, str]]:
    """每个标题下、到下一个标题为止的文字；表格不要，太短的不要。"""
    headings = Sections(document).headings
    blocks = [b for b in document.blocks if b.kind is not BlockKind.TABLE]
    ends = [*(h.start for h in headings[1:]), len(document.text)]
    for heading, end in zip(headings, ends, strict=True):
        lines = [document.quote(b.span) for b in blocks if heading.start < b.span.start < end]
        text = "\n".join(line.strip() for line in lines)
        if len(text) >= _SHORTEST:
            yield heading, text


def _distinct(title: str, taken: set[str]) -> str:
    while title in taken or not title:
        title += "又"
    taken.add(title)
    return title
