"""不是数量的数：年份、日期、序数、文号、条款、编号、电话、科目编码。

依据：日期、序数、文号、条款不计入数量（校核的覆盖统计同此口径）。
"""

import re

_YEAR = r"(?:19|20|21)\d\d"
_TO = r"[-—–~～至到/、和与]"
_DATE = re.compile(
    rf"{_YEAR}([-./])(?:1[0-2]|0?[1-9])\1(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    rf"|{_YEAR}[-./](?:1[0-2]|0?[1-9])(?={_TO}{_YEAR})"
    rf"|{_YEAR}(?={_TO}{{1,2}}\d{{1,4}}年|年|财年|会计年|预算年|学年)"
)
_IDENTITY = re.compile(
    r"\d{3,4}-\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|\d{17}[\dXx]|\d{15,}|\d{3,6}-(?:19|20)\d\d(?![\d.万亿元年])"
)
_SHORTEST_IDENTITY = 11
_AFTER_DATE = re.compile(
    r"月份|月(?!饼)|日(?![均常])|号|时(?!间)|点(?!位|多)|年|季度|世纪"
    rf"|{_TO}\d{{1,2}}(?:月|日|号|年|时|季度)"
)
_AFTER_NAME = re.compile(
    r"[A-Za-z_#＋+]|[:∶：]\d|热线|(?:互联网)?平台|系统|投诉|指挥中心|[级版后](?!续)|类）|款）"
)
_MARK_AFTER = re.compile(r"[、.．](?!\d)|\.(?=(?:19|20)\d\d年)|）(?![以的])")
_MARK_BEFORE = "：；。，？！\n（ "
_NUMBERED_DOCUMENT = re.compile(r"[〔【\[（]\d{4}[〕】\]）]第?$")
_CODE = re.compile(r"\d{2,3}[类款项]）")
_CODE_CHAIN = re.compile(r"（\d{3}类）|（\d{2}款）")
_NAME_BEFORE = re.compile(r"[A-Za-z_#/]$|[A-Za-z]-$|[A-Z] $")
_STANDARD_YEAR = re.compile(r"\d-(?:19|20)\d\d$")
_MARKED_YEAR = re.compile(r"\d{1,2}\.(?=(?:19|20)\d\d年)")


def date_end(text: str, start: int) -> int:
    """从 start 起的年份或日期的终点；不是则为 0。"""
    if text[start] not in "12":
        return 0
    match = _DATE.match(text, start)
    return match.end() if match else 0


def identity_end(text: str, start: int, end: int) -> int:
    """从 start 起的电话、证件号、账号的终点；不是则为 0。它们不是很长，就是带着连接号。"""
    if end - start < _SHORTEST_IDENTITY and not text.startswith("-", end):
        return 0
    match = _IDENTITY.match(text, start)
    return match.end() if match else 0


def is_named(text: str, start: int) -> bool:
    """第3、X101、GB/T 9704 一类序数和名号里的数。"""
    before = text[start - 1 : start]
    return before == "第" or (
        before.isascii() and bool(_NAME_BEFORE.search(text, max(0, start - 2), start))
    )


def is_code(text: str, start: int, end: int) -> bool:
    """（204类）司法（06款）行政运行（01项）里的科目编码。"""
    if not text.startswith("（", start - 1) or not _CODE.match(text, start):
        return False
    return text[end] != "项" or bool(_CODE_CHAIN.search(text, max(0, start - 60), start))


def mark_end(text: str, start: int) -> int:
    """2.2023年 里序号的终点；不是则为 0。"""
    before = text[start - 1] if start else ""
    match = _MARKED_YEAR.match(text, start)
    return match.end() if match and (not before or before in _MARK_BEFORE) else 0


def is_plain_integer(text: str, start: int, end: int) -> bool:
    """没有单位的整数里，月日、文号、序号、型号等不是数量的。"""
    if _AFTER_DATE.match(text, end) or _AFTER_NAME.match(text, end):
        return True
    if _NUMBERED_DOCUMENT.search(text, max(0, start - 8), start):
        return True
    before = text[start - 1] if start else ""
    if before in ("〔", "【", "[") or _STANDARD_YEAR.search(text, max(0, start - 2), end):
        return True
    return end - start <= 2 and _is_mark(text, end, before)


def _is_mark(text: str, end: int, before: str) -> bool:
    """1、 2. （3） 一类序号。"""
    if before == "（":
        return text.startswith("）", end)
    return (not before or before in _MARK_BEFORE) and bool(_MARK_AFTER.match(text, end))
