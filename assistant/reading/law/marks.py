"""行首的标记：编章节、条、一、（一）、附件、目录。只认行首，只认一行之内看得出的。"""

import re
from typing import NamedTuple

from assistant.reading.law.ordinals import NUMBER, read
from assistant.reading.law.rows import Row

_COUNT = "[零〇一二三四五六七八九十百]+"
_DIVISION = re.compile(rf"第\s*{_COUNT}\s*(分编|编|章|节)[\s　]*([^。；，]{{0,40}})$")
_BARE = re.compile(r"(总\s*则|分\s*则|附\s*则|序\s*言)$")
_RANK = {"编": 0, "分编": 1, "章": 2, "节": 3}
_LEADERS = re.compile(r"[\s.…·．]*[.…·．]{2,}\s*\d*$|\s+\d{1,3}$")
_TOC = re.compile(r"目\s*[录次]$")
_ANNEX = re.compile(
    r"(附\s*[件表录图]|附(?=\s*[:：]))\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}(?![、.．]))?"
    r"\s*[:：．.、]?\s*(.*)$"
)
_FILE = re.compile(r"下载|\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)\b", re.IGNORECASE)
_PART = re.compile(r"([一二三四五六七八九十]{1,3})、\s*(\S.*)")
_SUBPART = re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]\s*(\S.*)")
_DIGITS = re.compile(r"(\d{1,2})[.．、]\s*(?!\d)(\S.*)")
_REFERS = re.compile(
    r"(?:规定|所列|所称|第[一二三四五六七八九十]+[款项]|[、，,。；;：:]|[和或及与至到的所中之起]|以[上下内外]|"
    r"[（(][^）)]{0,20}[）)]规定)"
)
_CAPTION = re.compile(r"[【\[（(]([^】\]）)。，；]{2,20})[】\]）)]\s*")


class Division(NamedTuple):
    """编、章、节。rank 小的在上。"""

    rank: int
    title: str


class Annex(NamedTuple):
    """附件一行。key 如 附件1、附件、附表2；rest 是同一行余下的字。"""

    key: str
    rest: str


class Start(NamedTuple):
    """行首是第…条。spaced：条号后面有空白，或整行只有条号。"""

    place: tuple[int, str]
    number: str
    rest: str
    spaced: bool


def division(row: Row) -> Division | None:
    """编、章、节的标题；不带序号的总则、附则也算。"""
    line = _LEADERS.sub("", row.text)
    if match := _DIVISION.match(line):
        name = "".join(match[2].split())
        head = "".join(line[: match.end(1)].split())
        return Division(_RANK[match[1]], f"{head} {name}".strip())
    return Division(0, "".join(line.split())) if _BARE.match(line) else None


def is_contents(row: Row) -> bool:
    """目录二字。"""
    return bool(_TOC.match(row.text))


def annex(row: Row) -> Annex | None:
    """附件、附表、附录。"""
    match = None if row.table else _ANNEX.match(row.text)
    if match is None or len(match[3]) > 60 or "。" in match[3] or _FILE.search(match[3]):
        return None
    number = (match[2] or "").translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    return Annex("".join(match[1].split()) + number, match[3].strip())


def article(row: Row) -> Start | None:
    """行首的第…条；后面跟着“规定的”“第一款”之类的是引用，不是条。"""
    match = None if row.table else NUMBER.match(row.text)
    if match is None:
        return None
    rest = row.text[match.end() :]
    spaced = not rest or rest[0].isspace() or rest[0] in "【["
    if not spaced and (row.joined or _REFERS.match(rest)):
        return None
    place = (read(match[1]), match[2] or "")
    return Start(place, "".join(match[0].split()), rest.lstrip(":：　 "), spaced)


def caption(rest: str) -> tuple[str, str]:
    """条首方括号里的条旨：【立法目的】为了…… → （立法目的，为了……）。"""
    match = _CAPTION.match(rest) if rest[:1] in "【[" else None
    return (match[1], rest[match.end() :]) if match else ("", rest)


def part(row: Row) -> re.Match[str] | None:
    """一、……"""
    return None if row.table or row.joined else _PART.match(row.text)


def subpart(row: Row) -> re.Match[str] | None:
    """（一）……"""
    return None if row.table or row.joined else _SUBPART.match(row.text)


def digit_part(row: Row) -> re.Match[str] | None:
    """1.……"""
    return None if row.table or row.joined else _DIGITS.match(row.text)
