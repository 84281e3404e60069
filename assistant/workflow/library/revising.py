"""改正：切错的一条改条号、改文字、并入上一条、拆成几条；记录写错的日期、文号。改过哪里都记着。"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from assistant.domain.errors import BadInput, NotFound
from assistant.domain.evidence import Passage, Source
from assistant.workflow.desk import Desk

_SPLIT = re.compile(r"^##\s*(\S+)\s*$")
_NUMBER = re.compile(r"\S{1,30}")
FIELDS = (
    "title",
    "document_number",
    "issuer",
    "locality",
    "effective_from",
    "effective_to",
    "url",
    "recognised",
)


def revise(desk: Desk, source_id: str, provision: str, number: str, text: str, by: str) -> Source:
    """改一条。text 里以“## 条号”开头的一行把它拆成几条；text 空了就去掉这一条。"""
    source, passages = _imported(desk, source_id)
    at = _place(passages, provision)
    fresh = [_passage(source, passages[at], n, t) for n, t in _pieces(number.strip(), text)]
    kept = [*passages[:at], *fresh, *passages[at + 1 :]]
    return _keep(desk, source, kept, by, f"改{provision}")


def merge(desk: Desk, source_id: str, provision: str, by: str) -> Source:
    """并入上一条，成为它的末一款。"""
    source, passages = _imported(desk, source_id)
    at = _place(passages, provision)
    if at == 0:
        raise BadInput(f"{provision} 前面没有别的条", "第一条不能并入上一条。")
    above = passages[at - 1]
    joined = above.model_copy(update={"text": f"{above.text}\n{passages[at].text}"})
    kept = [*passages[: at - 1], joined, *passages[at + 1 :]]
    return _keep(desk, source, kept, by, f"{provision}并入{above.provision}")


def describe(desk: Desk, source_id: str, changes: dict[str, Any], by: str) -> Source:
    """改记录：名称、文号、机关、日期、适用地区、网址。日期不对的不收。"""
    source, passages = _imported(desk, source_id)
    unknown = set(changes) - set(FIELDS)
    if unknown:
        raise BadInput(f"不能改 {'、'.join(sorted(unknown))}", f"能改的有：{'、'.join(FIELDS)}。")
    dated = {"assumed": False} if "effective_from" in changes else {}
    try:
        changed = Source.model_validate(source.model_dump() | changes | dated)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadInput(
            f"改不了：{first['msg'].removeprefix('Value error, ')}", "日期写成 2024-01-31 的样子。"
        ) from error
    moved = tuple(p.model_copy(update={"source": changed}) for p in passages)
    return _keep(desk, changed, moved, by, f"改{'、'.join(changes)}")


def remove(desk: Desk, source_id: str) -> Source:
    """移去一份导入的文件。"""
    source, _ = _imported(desk, source_id)
    desk.library.remove(source)
    return source


def _imported(desk: Desk, source_id: str) -> tuple[Source, tuple[Passage, ...]]:
    shelf = desk.library.shelf()
    source = shelf.source(source_id)
    if source is None:
        raise NotFound(f"资料库里没有 {source_id}", "可能刚被移去，请刷新。")
    if not source.digest:
        raise BadInput(f"《{source.name}》是要点卡片，不能在这里改", "导入正式文本后以原文为准。")
    return source, shelf.of(source_id)


def _place(passages: Sequence[Passage], provision: str) -> int:
    for at, passage in enumerate(passages):
        if passage.provision == provision:
            return at
    raise NotFound(f"没有 {provision}", "可能刚改过，请刷新。")


def _pieces(number: str, text: str) -> Iterator[tuple[str, str]]:
    """拆成的各条：条号和文字。"""
    lines = [f"## {number}", *(line.strip() for line in text.splitlines())]
    heads = [i for i, line in enumerate(lines) if _SPLIT.match(line)]
    for here, there in pairwise([*heads, len(lines)]):
        found = _SPLIT.match(lines[here])
        body = "\n".join(line for line in lines[here + 1 : there] if line)
        if found and body:
            yield found[1], body


def _passage(source: Source, old: Passage, number: str, text: str) -> Passage:
    if not _NUMBER.fullmatch(number):
        raise BadInput(
            f"条号“{number}”不对", "条号写成 第五条、第五条之一、一、（二） 的样子，不带空格。"
        )
    changed = {"id": f"{source.id}#{number}", "provision": number, "text": text}
    return old.model_copy(update=changed)


def _keep(desk: Desk, source: Source, passages: Sequence[Passage], by: str, what: str) -> Source:
    numbers = [p.provision for p in passages]
    twice = next((n for n in numbers if numbers.count(n) > 1), "")
    if twice or not passages:
        raise BadInput(f"{twice}写了两次" if twice else "一条也不剩了", "请核对条号后再改。")
    day = desk.clock.now().date().isoformat()
    note = f"{day} {by} {what}" if source.kind == "regulation" else what
    kept = source.model_copy(update={"corrections": (*source.corrections, note)})
    desk.library.keep(kept, tuple(p.model_copy(update={"source": kept}) for p in passages))
    return desk.library.shelf().source(kept.id) or kept


def day(text: str) -> date | None:
    """页面上填的日期；空的是没有。"""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise BadInput(f"日期“{text}”不对", "写成 2024-01-31 的样子。") from error
