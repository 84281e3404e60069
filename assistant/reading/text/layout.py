"""版面：把行归成正文的段落和文字层里的表格。

折行的正文（PDF 的文字层）连成一段；表格的行保持原样。判断只看行的样子，不看格式。
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.reading.text.flow import Flow, flow, gapped
from assistant.reading.text.joins import hanging, resumes, torn
from assistant.reading.text.lines import Line, lines

_NUMBER = r"[-－−+(（]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.．]\d+)?[)）%％]?"
_BARE = re.compile(rf"(?<!\S){_NUMBER}(?!\S)(?!\s*(?:年|月|日|[个万亿元人辆家项次户件台]))")
_ENDS_BARE = re.compile(rf"(?<![\d.,]){_NUMBER}$")
_MIDDLE = re.compile(r"[，；：（]|其中")
_PROSE = re.compile(r"[。；，！？]")
_CLOSES = re.compile(r"[，。；、）”%％‰：]")
_RUNS_ON = re.compile(
    r"年(?![初末度内底])|月(?![初末底])|日(?!常)|[个多余万亿千百元人辆家项次户件分平台套份批处亩吨公号]"
)
_MARK = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)]")
_REFERS = re.compile("其中|其余")
_CAPTION = re.compile(r"表(?:[（(].{1,20}[）)])?$|单位\s*[:：]")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^\s\d]{2,24}$"
)
_OPEN = "，、（“《：:,"
_TITLE = re.compile(
    r"(?:说明|报告|情况|表|通知|意见|方案|总结|目录|[决预]算|办法|概况|附件.{0,4})$"
)
UNWRAPPED = 1 << 30
MAX_GAP = 30
MAX_HEAD = 16


class Layout(NamedTuple):
    """paragraphs 是正文各段；tables 是文字层的表格，各为若干行（含表头和标题行）。"""

    paragraphs: tuple[Flow, ...]
    tables: tuple[tuple[Line, ...], ...]


def layout(
    text: str, excluded: Sequence[Span] = (), breaks: Collection[int] = frozenset()
) -> Layout:
    """全文的版面。

    excluded 是已知的表格，不再按行看；breaks 是已知的段落起点，不会是上一行的接续。
    """
    parts = [list(lines(text, *span)) for span in _outside(excluded, len(text))]
    found = [line for part in parts for line in part]
    fresh = {*breaks, *(part[0].span.start for part in parts if part)}
    regions = _regions(found)
    inside = {index for start, end in regions for index in range(start, end)}
    rest = [line for index, line in enumerate(found) if index not in inside]
    return Layout(
        tuple(_flow(text, group) for group in paragraphs(rest, fresh)),
        tuple(tuple(found[start:end]) for start, end in regions),
    )


def _flow(text: str, group: Sequence[Line]) -> Flow:
    """一段的各行连起来；独一行而中间没有空白的，就是那一行。"""
    if len(group) == 1 and not gapped(group[0].text):
        return Flow(group[0].text, (0,), (group[0].span.start,))
    return flow(text, [line.span for line in group])


def _outside(excluded: Sequence[Span], end: int) -> Iterator[Span]:
    at = 0
    for span in sorted(excluded):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < end:
        yield Span(at, end)


def paragraphs(found: Sequence[Line], fresh: Collection[int]) -> Iterator[tuple[Line, ...]]:
    """把属于同一段的行归在一起；起点在 fresh 里的行另起一段。"""
    full = _wrap_width(found)
    group: list[Line] = []
    for index, line in enumerate(found):
        group.append(line)
        follower = found[index + 1] if index + 1 < len(found) else None
        if follower is None or (
            (follower.span.start in fresh and not _REFERS.match(follower.text))
            or not _continues(line, follower, full)
        ):
            yield tuple(group)
            group = []


def _wrap_width(found: Iterable[Line]) -> int:
    """折行的宽度；多数长行都以句末标点结束的文本没有折行，返回 UNWRAPPED。"""
    long = [line for line in found if line.width >= 36]
    loose = sorted(line.width for line in long if not line.terminated)
    if len(loose) * 4 < len(long) or len(loose) < 2:
        return UNWRAPPED
    return loose[len(loose) * 3 // 4]


def _continues(line: Line, follower: Line, full: int) -> bool:
    """下一行是不是这一句的接续。"""
    last, start = line.text[-1], follower.text
    joined = last in _OPEN or _CLOSES.match(start) or (last.isdigit() and _RUNS_ON.match(start))
    joined = joined or torn(line.text, start) or hanging(line.text) or resumes(line.text, start)
    if joined or _REFERS.match(start):
        return not follower.marked
    if follower.marked or (line.terminated and follower.blank):
        return False
    unfinished = last not in "。！？!?" and not follower.blank
    if _is_title(line.text):
        return False
    if full == UNWRAPPED:
        return unfinished and _is_prose(line)
    slack = 4 if line.terminated else 10
    if follower.text[0].isascii():
        slack += min(24, len(follower.text.split(maxsplit=1)[0]))
    if unfinished and _MIDDLE.search(line.text):
        slack = max(slack, full * 2 // 5)
    return line.width >= full - slack


def _is_title(text: str) -> bool:
    """像标题：编号之后没有标点，以说明、报告之类收尾。"""
    return bool(_TITLE.search(text)) and not _in_mid_sentence(text) and not _PROSE.search(text)


def _in_mid_sentence(text: str) -> bool:
    """有句中的标点；“（三）”是编号，不是括注。"""
    mark = _MARK.match(text)
    return _MIDDLE.search(text, mark.end() if mark else 0) is not None


def _is_prose(line: Line) -> bool:
    """看不出折行宽度时：有句中的标点，或者很长，就是没有说完的正文。"""
    return _in_mid_sentence(line.text) or line.width >= 56


def _rowlike(found: Sequence[Line], at: int) -> bool:
    """像表格的一行：有前后留空的数字，没有句子的标点；上一行没说完的、下一行是它的单位的不算。"""
    line = found[at]
    if _PROSE.search(line.text) or not _BARE.search(line.text):
        return False
    above = found[at - 1].text if at else ""
    if _PROSE.search(above) and (above[-1] in _OPEN or hanging(above) or torn(above, line.text)):
        return False
    follower = found[at + 1] if at + 1 < len(found) else None
    wraps = follower is not None and not follower.blank and _RUNS_ON.match(follower.text)
    if wraps and _ENDS_BARE.search(line.text):
        return False
    return not (line.marked and len(_BARE.findall(line.text)) == 1 and line.text[0].isdigit()
                and _BARE.match(line.text))  # fmt: skip


def _regions(found: Sequence[Line]) -> list[tuple[int, int]]:
    """各表格的起止行号。"""
    rows = [index for index in range(len(found)) if _rowlike(found, index)]
    regions: list[tuple[int, int]] = []
    for index in rows:
        follows = regions and regions[-1][1] == index
        if follows and not _CAPTION.search(found[index].text):
            regions[-1] = (regions[-1][0], index + 1)
            continue
        start = _head(found, index)
        fresh = not regions or start > regions[-1][1]
        if fresh or (start == regions[-1][1] and _CAPTION.search(found[start].text)):
            regions.append((start, index + 1))
        else:
            regions[-1] = (regions[-1][0], index + 1)
    return regions


def _is_heading(found: Sequence[Line], at: int) -> bool:
    """表前的标题：上面是说完了的正文、上一级的标题，或隔着空行；下面不再是编了号的行。"""
    if at + 1 < len(found) and found[at + 1].marked:
        return False
    if at == 0 or found[at].blank or found[at - 1].terminated:
        return True
    above, here = found[at - 1].text, found[at].text
    return bool(_HEADING.match(above)) and above[1] == "、" and here[0] in "（("


def _head(found: Sequence[Line], row: int) -> int:
    """从一行往上，到表名为止；中间全是没有句子标点的行。紧挨在表前的标题（二、……）不算表。"""
    at = row
    while at > 0 and row - at < MAX_GAP and not _PROSE.search(found[at - 1].text):
        if _CAPTION.search(found[at].text) and not _CAPTION.search(found[at - 1].text):
            break
        if _HEADING.match(found[at - 1].text) and _is_heading(found, at - 1):
            break
        at -= 1
    return at
