"""导入：一份法规、通知或往年报告进资料库。同一份文件再导入，什么也不变。"""

import hashlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import Literal, NamedTuple

from assistant.domain.document import Document
from assistant.domain.errors import Refused, Unreadable
from assistant.domain.evidence import Passage, Source
from assistant.domain.shelf import Shelf
from assistant.reading.law.statutes import NoStructure, Statute, split_document
from assistant.workflow.desk import Desk
from assistant.workflow.library.describing import (
    card_of,
    described,
    doubts,
    letters,
    same_version,
    shelved,
)
from assistant.workflow.library.samples import is_past_report, sample

Kind = Literal["regulation", "report"]
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
    document = desk.reader.read(name, content)
    if kind == "report" or (kind is None and is_past_report(document)):
        source, passages = sample(document, letters(sha256))
        desk.library.keep(source, passages)
        return Added(name, source, passages)
    added = _regulation(desk, shelf, document, sha256, locality, replace=replace)
    desk.uploads.keep(sha256, content)
    return added


def _regulation(
    desk: Desk, shelf: Shelf, document: Document, sha256: str, locality: str, *, replace: bool
) -> Added:
    statute = _split(document)
    card = card_of(shelf, statute)
    source = described(
        statute,
        card,
        sha256=sha256,
        file=document.name,
        locality=locality,
        recognised=document.recognised,
    )
    passages = shelved(source, statute.provisions)
    held = same_version(shelf, source)
    if held is not None:
        differing = tuple(_differing(shelf.of(held.id), passages))
        if not differing:
            return Added(document.name, held, shelf.of(held.id), fresh=False)
        if not replace:
            raise Refused(_two_texts(document.name, held, differing), _HOW)
        desk.library.remove(held)
    desk.library.keep(source, passages)
    after = desk.library.shelf()
    notes = doubts(source, statute, desk.clock.now().date())
    return Added(
        document.name,
        after.source(source.id) or source,
        after.of(source.id),
        ended=tuple(_ended(shelf, after)),
        notes=(*document.notes, *notes),
    )


def _split(document: Document) -> Statute:
    try:
        return split_document(document, PurePath(document.name).stem)
    except NoStructure as error:
        raise Unreadable(
            f"{document.name} 里没有认出“第…条”，也没有“一、”“（一）”这样的层次，没有收",
            "请确认是法规或通知的全文；扫描件请先识别成文字，再核对后导入。",
        ) from error


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
