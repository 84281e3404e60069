"""日期、编号和次序：事实里没有的月份、季度、带圈和罗马数字，一律不收。"""

import re
from collections.abc import Iterator

from assistant.checks.drafts.allowed import Allowed
from assistant.domain.findings import Fault, Span

_DATE = re.compile(
    r"(?:20\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|初|末|中旬|上旬|下旬|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?|"
    r"第?[一二三四1-4]季度|[上下]半年|(?:年|季|月)[初中底末](?!预算|结转|决算|数|目标|确定|批复|制定|在职|编制)"
)
_AT_END = re.compile(r"(?:截至|截止|至)(?:20\d\d)?年[末底]$")
_ODD = re.compile(r"[①-⓿❶-➓㈠-㈩㊀-㊉Ⅰ-ⅿ\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]")


def dated_faults(text: str, allowed: Allowed) -> Iterator[Fault]:
    """逐处找出。"""
    for match in _DATE.finditer(text):
        at_end = _AT_END.search(text[max(0, match.start() - 8) : match.end()])
        if match[0] not in allowed.source and not at_end:
            yield _fault(match, "是事实里没有的日期，请删去。")
    for match in _ODD.finditer(text):
        if match[0] not in allowed.source:
            yield _fault(match, "是自己写的数，请删去。")


def _fault(match: re.Match[str], message: str) -> Fault:
    return Fault(where=Span(*match.span()), found=match[0], message=f"“{match[0]}”{message}")
