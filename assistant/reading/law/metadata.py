"""网页上公布的信息表：标题、发文字号、成文日期、施行日期。写了就以它为准。"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from assistant.reading.law.dates import days, named
from assistant.reading.law.heading import number_in
from assistant.reading.law.rows import CELL, Row

_KEYS = {
    "标题": "title",
    "名称": "title",
    "文件名称": "title",
    "法规名称": "title",
    "发文字号": "number",
    "文号": "number",
    "发文机关": "issuer",
    "发布机关": "issuer",
    "发布机构": "issuer",
    "制定机关": "issuer",
    "公布日期": "version",
    "成文日期": "version",
    "发文日期": "version",
    "施行日期": "start",
    "实施日期": "start",
    "生效日期": "start",
}
_PAIR = re.compile(r"([\u4e00-\u9fff ]{2,8})[：:]\s*(.*)")


class Metadata(NamedTuple):
    """信息表里写的；没有的为空。"""

    title: str = ""
    document_number: str = ""
    issuer: str = ""
    version: date | None = None
    effective_from: date | None = None


def metadata(rows: Sequence[Row]) -> Metadata:
    """开头几十行里的信息表；不到两项的不算。"""
    said = dict(_pairs(rows))
    if len(said) < 2:
        return Metadata()
    return Metadata(
        title="".join(said.get("title", "").split()).strip("《》"),
        document_number=number_in(said.get("number", "")),
        issuer=said.get("issuer", ""),
        version=_day(said.get("version", "")),
        effective_from=_day(said.get("start", "")),
    )


def _pairs(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        cells = [cell.strip() for cell in row.text.split(CELL)]
        for key, value in pairwise(cells):
            if (known := _known(key.rstrip("：:"))) and value:
                yield known, value
        for cell in cells:
            match = _PAIR.fullmatch(cell)
            if match and (known := _known(match[1])) and match[2]:
                yield known, match[2]


def _known(key: str) -> str:
    return _KEYS.get("".join(key.split()), "")


def _day(text: str) -> date | None:
    return next(days(text), None) or named(text)
