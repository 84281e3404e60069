"""佐证材料目录的版式：有佐证的列材料和页码，没有的列在后面。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.sheet import Look, Placed, Sheet
from assistant.scoring.exhibits import Exhibit, Proof

WIDTHS = (6, 28, 28, 18, 30, 10)
_HEAD = ("序号", "项目", "指标", "实际完成值", "佐证材料", "页码")
_MISSING_HEAD = ("序号", "项目", "指标", "实际完成值", "在自评表的位置", "备注")
_FILE = re.compile(r"\.\w{2,5}$")


def proof_sheets(proofs: Sequence[Proof]) -> tuple[Sheet, ...]:
    """目录一张；缺佐证的指标另列一张。"""
    missing = [proof for proof in proofs if not proof.exhibits]
    sheets = [Sheet("佐证材料目录", tuple(_listed(proofs)), WIDTHS)]
    if missing:
        sheets.append(Sheet("尚无佐证的指标", tuple(_missing(missing)), WIDTHS))
    return tuple(sheets)


def _listed(proofs: Sequence[Proof]) -> Iterator[Placed]:
    proved = sum(1 for p in proofs if p.exhibits)
    yield from _head("佐证材料目录", _HEAD, f"共{len(proofs)}个指标，有佐证的{proved}个。")
    row = 4
    if not proved:
        why = "还没有登记佐证材料：自评表里没有“佐证材料”一栏，或这一栏空着。"
        yield Placed(row, 1, why, columns=6)
    for proof in proofs:
        for number, exhibit in enumerate(proof.exhibits):
            named = () if number else (proof.project, proof.indicator, proof.actual)
            yield from _line(row, (*(named or ("", "", "")), "", exhibit.page))
            yield Placed(row, 5, exhibit.file, link=_link(exhibit))
            row += 1


def _missing(proofs: Sequence[Proof]) -> Iterator[Placed]:
    yield from _head("尚无佐证的指标", _MISSING_HEAD, f"共{len(proofs)}个指标还没有佐证。")
    for row, proof in enumerate(proofs, 4):
        where = f"{proof.sheet} {proof.cell}"
        yield from _line(row, (proof.project, proof.indicator, proof.actual, where, ""))


def _link(exhibit: Exhibit) -> str:
    """写的是文件名的，点开就是那个文件；pdf 翻到那一页。"""
    if not _FILE.search(exhibit.file):
        return ""
    first = re.match(r"\d+", exhibit.page)
    page = f"#page={first[0]}" if first and exhibit.file.lower().endswith(".pdf") else ""
    return exhibit.file + page


def _head(title: str, heads: Sequence[str], note: str) -> Iterator[Placed]:
    yield Placed(1, 1, title, Look.TITLE, columns=6)
    yield Placed(2, 1, note, Look.NOTE, columns=6)
    for column, text in enumerate(heads, 1):
        yield Placed(3, column, text, Look.HEAD)


def _line(row: int, texts: Sequence[str]) -> Iterator[Placed]:
    yield Placed(row, 1, str(row - 3), Look.NUMBER)
    for column, text in enumerate(texts, 2):
        if column != 5 or text:
            yield Placed(row, column, text)
