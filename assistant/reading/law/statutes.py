"""法规文本的切分：编、章、节、条（含第…条之一）、款、项、附件。

只认行首的结构。条号须依次递增，行首的“第三条规定的……”不会被当作新的一条。
没有条的通知按“一、”“（一）”切分；两样都没有的抛 NoStructure。
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from assistant.reading.law.ordinals import NUMBER, read

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKUP = re.compile(r"^#{1,6}\s+|^>\s+|\*\*")
_DIVISION = re.compile(r"第[零〇一二三四五六七八九十百]+(编|分编|章|节)[\s　]*(\S.{0,40})?$")
_RANK = {"编": 0, "分编": 1, "章": 2, "节": 3}
_ANNEX = re.compile(
    r"(附\s*[件表录]\s*[0-9０-９一二三四五六七八九十]*)\s*[:：]?\s*([^。；]{0,40})$"
)
_PART = re.compile(r"([一二三四五六七八九十]+)、\s*(\S.*)")
_SUBPART = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]\s*(\S.*)")
_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_STARTS = re.compile(r"自\s*(\d{4}年\d{1,2}月\d{1,2}日)\s*起\s*(?:施行|执行|实施|生效)")
_NUMBERED = re.compile(
    r"[\u4e00-\u9fff]{1,12}[〔\[（(【]\s*\d{4}\s*[〕\]）)】]\s*\d+\s*号|(?:国务院|财政部|主席)令\s*第?\s*\d+\s*号"
)


class NoStructure(ValueError):
    """既没有条，也没有“一、”的文字。"""


class Provision(NamedTuple):
    """一条。number 如 第五十七条、一、（二）、附件1；text 一款一行。"""

    number: str
    chapter: str
    text: str


class Statute(NamedTuple):
    """一份法规的一个版本。

    version 是最近一次通过、修订或公布的日期；effective_from 是施行日，
    assumed 为真表示文中没有写明、按 version 推定。
    """

    title: str
    document_number: str
    version: date | None
    effective_from: date | None
    assumed: bool
    provisions: tuple[Provision, ...]
    gaps: tuple[str, ...]

    @property
    def articles(self) -> int:
        """末条的条号；不分条的为 0。"""
        numbers = [match for item in self.provisions if (match := NUMBER.match(item.number))]
        return max((read(match[1]) for match in numbers), default=0)


def split(text: str, name: str = "") -> Statute:
    """切分一份法规。name 是文件名（无后缀），文中找不到标题时用它。"""
    lines = [line for line in map(_clean, _COMMENT.sub("", text).splitlines()) if line]
    start = _first_structure(lines)
    head, body = lines[:start], lines[start:]
    provisions = tuple(_articles(body) or _parts(body))
    if not provisions:
        raise NoStructure
    version = _latest(head)
    effective, assumed = _effective(head, body, version)
    return Statute(
        title=_title(head, name),
        document_number=next((m[0] for line in head[::-1] if (m := _NUMBERED.search(line))), ""),
        version=version,
        effective_from=effective,
        assumed=assumed,
        provisions=provisions,
        gaps=tuple(_gaps(provisions)),
    )


def clause(text: str, paragraph: int | None = None, item: str | None = None) -> str | None:
    """一条之中的某款某项；没有则 None。款一行一款，行首为（一）的行是上一款的项。"""
    paragraphs: list[list[str]] = []
    for line in text.splitlines():
        if _SUBPART.match(line) and paragraphs:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    if paragraph is not None and not 0 < paragraph <= len(paragraphs):
        return None
    chosen = paragraphs[paragraph - 1] if paragraph else [row for p in paragraphs for row in p]
    if item is None:
        return "\n".join(chosen)
    return next((row for row in chosen if (m := _SUBPART.match(row)) and m[1] == item), None)


def _clean(line: str) -> str:
    return _MARKUP.sub("", line.replace("\u3000", " ").strip()).strip()


def _first_structure(lines: list[str]) -> int:
    for i, line in enumerate(lines):
        if _DIVISION.match(line) or NUMBER.match(line) or _PART.match(line):
            return i
    raise NoStructure


def _title(head: list[str], name: str) -> str:
    for line in head[:6]:
        if not _DAY.search(line) and not _NUMBERED.fullmatch(line) and 3 < len(line) <= 60:
            return re.sub(r"\s+", "", line).strip("《》")
    return name


def _articles(lines: list[str]) -> list[Provision]:
    found: list[Provision] = []
    divisions: dict[int, str] = {}
    last, number, rows = (0, ""), "", list[str]()
    chapter = ""
    for line in lines:
        division, here = _DIVISION.match(line), _next_article(line, last)
        annex = _annex(line) if number else None
        if division or here or annex:
            if number:
                found.append(Provision(number, chapter, "\n".join(rows)))
            number, rows = "", []
        if division:
            rank = _RANK[division[1]]
            divisions = {key: text for key, text in divisions.items() if key < rank}
            divisions[rank] = _plain(division)
        elif here:
            last, number, rest = here
            rows = [rest] if rest else []
            chapter = " ".join(divisions.values())
        elif annex:
            number, chapter, rows = "".join(annex[1].split()), "", [annex[2] or annex[1]]
        elif number:
            rows.append(line)
    if number:
        found.append(Provision(number, chapter, "\n".join(rows)))
    return [item for item in found if item.text]


def _plain(division: re.Match[str]) -> str:
    """第一章 总 则 → 第一章 总则。"""
    ends = division.end(1)
    return f"{division.string[:ends]} {''.join(division.string[ends:].split())}".strip()


def _annex(line: str) -> re.Match[str] | None:
    return _ANNEX.match(line)


def _next_article(line: str, last: tuple[int, str]) -> tuple[tuple[int, str], str, str] | None:
    """行首的下一条：(序号, 条号, 余下文字)。不递增的不是新的一条；跳号的后面须有空白。"""
    match = NUMBER.match(line)
    if not match:
        return None
    here = (read(match[1]), match[2] or "")
    rest = line[match.end() :]
    follows = here[0] == last[0] + 1 or (here[0] == last[0] and here[1] != last[1])
    skips = here[0] > last[0] and (not rest or rest[0].isspace())
    return (here, re.sub(r"\s", "", match[0]), rest.strip()) if follows or skips else None


def _parts(lines: Iterable[str]) -> Iterator[Provision]:
    """通知：一、之下若有（一），以（一）为一段，否则以一、为一段。"""
    part, title, number, rows = "", "", "", list[str]()
    for line in [*lines, ""]:
        top, sub = _PART.match(line), _SUBPART.match(line)
        if (top or (sub and part) or not line) and rows:
            yield Provision(number, title, "\n".join(rows))
            rows = []
        if top:
            part, title, number, rows = top[1], line[:40], f"{top[1]}、", [line]
        elif sub and part:
            number, rows = f"{part}、（{sub[1]}）", [line]
        elif line and part:
            rows.append(line)


def _latest(head: Iterable[str]) -> date | None:
    passed = (line for line in head if "施行" not in line)
    return max((day for line in passed for day in _days(line)), default=None)


def _days(line: str) -> Iterator[date]:
    for match in _DAY.finditer(line):
        try:
            yield date(*(int(part) for part in match.groups()))
        except ValueError:
            continue


def _effective(
    head: Iterable[str], body: list[str], version: date | None
) -> tuple[date | None, bool]:
    """施行日：题下写明的，或末条写明且不早于本版本的；修正文本的末条仍是最初的日子。"""
    said = [day for line in head if "施行" in line for day in _days(line)]
    said += [day for line in body[-6:] for m in _STARTS.finditer(line) for day in _days(m[1])]
    fitting = [day for day in said if version is None or day >= version]
    return (max(fitting), False) if fitting else (version, True)


def _gaps(provisions: tuple[Provision, ...]) -> Iterator[str]:
    """条号不连续之处，供人核对。"""
    numbers = [read(m[1]) for item in provisions if (m := NUMBER.match(item.number))]
    for here, there in pairwise(numbers):
        if there > here + 1:
            yield f"第{here}条之后是第{there}条"
