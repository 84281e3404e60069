"""守门：一节草稿的全部毛病；改写前后事实变没变。有毛病就不进报告，由代码定，不由模型定。"""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.checks.drafts.allowed import Allowed
from assistant.checks.drafts.dated import dated_faults
from assistant.checks.drafts.invented import invented_faults
from assistant.checks.drafts.named import named_faults
from assistant.checks.drafts.numbers import number_faults
from assistant.checks.drafts.placeholders import placeholder_faults
from assistant.checks.drafts.sweeping import sweeping_faults
from assistant.checks.drafts.wording import wording_faults
from assistant.domain.findings import Fault
from assistant.domain.outline import PLACEHOLDER
from assistant.reading.law.citations import find
from assistant.reading.privacy.masking import spots
from assistant.reading.privacy.names import names_in

_DIRECTION = re.compile(r"增加|增长|上升|提高|减少|下降|降低|压减|持平|未|没有|不")
_NAMED = re.compile(r"[“《「][^”》」\n]{2,30}[”》」]")


def draft_faults(text: str, allowed: Allowed) -> tuple[Fault, ...]:
    """一节草稿的全部毛病，按位置先后，同一处同一句话只说一次。"""
    found = (
        *placeholder_faults(text, allowed),
        *number_faults(text, allowed),
        *invented_faults(text, allowed),
        *wording_faults(text, allowed),
        *named_faults(text, allowed),
        *dated_faults(text, allowed),
        *sweeping_faults(text, allowed),
    )
    unique = {(fault.where, fault.message): fault for fault in found}
    return tuple(sorted(unique.values(), key=lambda f: f.where.start if f.where else -1))


def rewriting_faults(before: str, after: str) -> tuple[Fault, ...]:
    """改写前后：占位符、数、年份、文件、人名、名目和增减的词，一个不多一个不少。"""
    return tuple(_differences(before, after))


def _differences(before: str, after: str) -> Iterator[Fault]:
    for kind, items in _inventory(after).items():
        was = _inventory(before)[kind]
        for item in items - was:
            yield Fault(found=item, message=f"多出了{kind}“{item}”，原文没有。")
        for item in was - items:
            yield Fault(found=item, message=f"少了{kind}“{item}”。")


def _inventory(text: str) -> dict[str, Counter[str]]:
    """一段话里的事实，分类计数。"""
    plain = PLACEHOLDER.sub(lambda m: " " * len(m[0]), text)
    return {
        "占位符": Counter(match[0] for match in PLACEHOLDER.finditer(text)),
        "数": Counter(plain[slice(*s.span)] for s in spots(plain) if s.kind != "姓名"),
        "年份": Counter(re.findall(r"20\d\d年|上年|去年|本年|当年", plain)),
        "文件或条款": Counter(text[r.start : r.end] for r in find(text)),
        "人名": Counter(text[slice(*span)] for span, _ in names_in(text, ())),
        "名目": Counter(match[0] for match in _NAMED.finditer(text)),
        "说法": Counter(_DIRECTION.findall(plain)),
    }
