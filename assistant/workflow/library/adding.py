"""导入：一份法规、通知或往年报告进资料库。同一份文件再导入，什么也不变。"""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.errors import Refused
from assistant.domain.evidence import Passage, Source
from assistant.domain.shelf import Shelf
from assistant.workflow.checking.inspecting import Upload
from assistant.workflow.desk import Desk
from assistant.workflow.library.describing import (
    card_of,
    described,
    doubts,
    letters,
    same_version,
    shelved,
)
from assistant.workflow.library.examining import Examined, Kind, examine

_SHOWN = 8


class Added(NamedTuple):
    """导入一份的结果。

    fresh  真为新收；假为早已收过，什么也没变
    ended  因为这一份而到期的旧版本
    notes  要人看一眼的地方
    """

    file: str
    source: Source
    passages: tuple[Passage, ...]
    fresh: bool = True
    ended: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()


def add(
    desk: Desk,
    name: str,
    content: bytes,
    *,
    kind: Kind | None = None,
    locality: str = "",
    replace: bool = False,
) -> Added:
    """导入一份文件。kind 不给时自己认；replace：库里同一版本的正式文本换成这一份。"""
    sha256 = hashlib.sha256(content).hexdigest()
    shelf = desk.library.shelf()
    held = shelf.with_hash(sha256) or shelf.with_hash(letters(sha256))
    if held:
        return Added(name, held, shelf.of(held.id), fresh=False)
    examined = examine(desk, Upload(name, content), kind, letters(sha256))
    if examined.report:
        desk.library.keep(*examined.report)
        return Added(name, *examined.report, notes=examined.notes)
    added = _regulation(desk, shelf, name, examined, sha256, locality, replace=replace)
    desk.uploads.keep(sha256, content)
    return added


def _regulation(
    desk: Desk,
    shelf: Shelf,
    name: str,
    examined: Examined,
    sha256: str,
    locality: str,
    *,
    replace: bool,
) -> Added:
    statute = examined.statute
    assert statute is not None
    source = described(
        statute,
        card_of(shelf, statute),
        sha256=sha256,
        file=name,
        locality=locality,
        recognised=examined.recognised,
    )
    passages = shelved(source, statute.provisions)
    held = same_version(shelf, source)
    if held is not None:
        differing = tuple(_differing(shelf.of(held.id), passages))
        if not differing:
            return Added(name, held, shelf.of(held.id), fresh=False)
        if not replace:
            raise Refused(_two_texts(name, held, differing), _HOW)
        desk.library.remove(held)
    desk.library.keep(source, passages)
    after = desk.library.shelf()
    notes = doubts(source, statute, desk.clock.now().date())
    return Added(
        name,
        after.source(source.id) or source,
        after.of(source.id),
        ended=tuple(_ended(shelf, after)),
        notes=(*examined.notes, *notes),
    )


_HOW = "请核对哪一份是对的；要用新的一份，在资料库里点“换成这一份”，或加 --replace。"


def _two_texts(name: str, held: Source, differing: tuple[str, ...]) -> str:
    shown = "、".join(differing[:_SHOWN]) + ("等" if len(differing) > _SHOWN else "")
    return (
        f"库里已有《{held.name}》同一版本的正式文本（{held.file}），"
        f"与 {name} 有{len(differing)}处不同：{shown}，没有换"
    )


def _differing(old: tuple[Passage, ...], new: tuple[Passage, ...]) -> Iterator[str]:
    """文字不同或只有一边有的条。"""
    before, after = ({p.provision: "".join(p.text.split()) for p in each} for each in (old, new))
    yield from (n for n in dict.fromkeys((*before, *after)) if before.get(n) != after.get(n))


def _ended(before: Shelf, after: Shelf) -> Iterator[Source]:
    for source in after.sources:
        old = before.source(source.id)
        if old is not None and old.effective_to != source.effective_to:
            yield source
