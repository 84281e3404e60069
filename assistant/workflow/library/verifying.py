"""核对：每份文件读得了，条号相接，日期说得通，正式文本的每一条都逐字出自原件。"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath
from typing import NamedTuple

from assistant.domain.errors import JigaoError
from assistant.domain.evidence import Source
from assistant.domain.shelf import Shelf
from assistant.reading.law.ordinals import NUMBER, read
from assistant.reading.law.rows import CELL, clean
from assistant.workflow.desk import Desk


class Trouble(NamedTuple):
    """一处毛病：哪份文件，什么事，怎么办。"""

    source: str
    what: str
    todo: str = ""


def verify(desk: Desk) -> tuple[Trouble, ...]:
    """核对全部文件。"""
    shelf = desk.library.shelf()
    broken = [Trouble("", fault.where, fault.todo) for fault in desk.library.faults()]
    found = [each for source in shelf.sources for each in _one(desk, shelf, source)]
    return (*broken, *found)


def _one(desk: Desk, shelf: Shelf, source: Source) -> Iterator[Trouble]:
    if not source.verbatim:
        return
    yield from _numbers(shelf, source)
    if source.effective_from is None:
        yield Trouble(source.name, "没有施行日期，现在当作一直有效", "请在资料库里填上。")
    elif source.assumed:
        yield Trouble(
            source.name,
            f"施行日期 {source.effective_from} 是按公布日期推定的",
            "请核对原文后改定。",
        )
    yield from _original(desk, shelf, source)


def _numbers(shelf: Shelf, source: Source) -> Iterator[Trouble]:
    numbers = [read(m[1]) for p in shelf.of(source.id) if (m := NUMBER.match(p.provision))]
    for here, there in pairwise(numbers):
        if not 0 <= there - here <= 1:
            yield Trouble(source.name, f"第{here}条之后是第{there}条", "请对照原文改正。")


def _original(desk: Desk, shelf: Shelf, source: Source) -> Iterator[Trouble]:
    """逐字：去掉空白之后，每一条都在原件里找得到。人改过的另说。"""
    try:
        content = desk.uploads.content(source.digest)
        document = desk.reader.read(PurePath(source.file).name, content)
    except JigaoError as error:
        yield Trouble(source.name, f"原件取不出：{error.where}", "可重新导入原件。")
        return
    whole = squeezed(document.text)
    strange = [p.provision for p in shelf.of(source.id) if squeezed(p.text) not in whole]
    if strange:
        how = "是人改过的" if source.corrections else "与原件不同"
        yield Trouble(source.name, f"{'、'.join(strange[:8])}{how}", "请对照原件看一眼。")


def squeezed(text: str) -> str:
    """去掉空白、排版记号和表格的隔线，只比文字。"""
    lines = (clean(re.sub(r"[|｜\\]", "", line)) for line in text.splitlines())
    return "".join("".join(line.split()) for line in lines).replace(CELL, "")
