"""佐证材料目录：每个指标的实际完成值由哪份材料的哪一页证明，哪些还没有。"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.domain.forms import Form, Indicator

_PAGE = re.compile(r"第?\s*(\d+(?:\s*[-—~至]\s*\d+)?)\s*页|[pP]\.?\s*(\d+)")
_SPLIT = re.compile(r"[；;\n]")


class Exhibit(NamedTuple):
    """一份佐证：材料名称和页码。"""

    file: str
    page: str = ""


class Proof(NamedTuple):
    """一个指标和它的佐证；exhibits 为空就是还没有。cell 是指标在自评表里的位置。"""

    project: str
    sheet: str
    cell: str
    indicator: str
    actual: str
    exhibits: tuple[Exhibit, ...]


def proofs(forms: Iterable[Form]) -> tuple[Proof, ...]:
    """全部指标的佐证。"""
    return tuple(proof for form in forms for proof in _of_form(form))


def _of_form(form: Form) -> Iterator[Proof]:
    for one in form.indicators:
        told = one.evidence.text if one.evidence and not one.evidence.blank else ""
        yield Proof(
            form.project,
            form.sheet,
            one.name_cell,
            one.name,
            _actual(one),
            exhibits_in(told),
        )


def exhibits_in(text: str) -> tuple[Exhibit, ...]:
    """“签到表.pdf 第3-5页；验收单.docx”这样的文字读成几份佐证。"""
    found = []
    for part in _SPLIT.split(text):
        page = _PAGE.search(part)
        name = _PAGE.sub("", part).strip(" 　，,、()（）《》")
        if name:
            found.append(Exhibit(name, (page[1] or page[2]) if page else ""))
    return tuple(found)


def _actual(one: Indicator) -> str:
    return one.actual_told.text if one.actual_told else one.actual.text
