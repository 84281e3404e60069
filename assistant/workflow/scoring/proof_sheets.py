"""佐证材料目录的版式：有佐证的列材料和页码，没有的列在后面。"""

from collections.abc import Iterator, Sequence

from assistant.domain.sheet import Look, Placed, Sheet
from assistant.scoring.exhibits import Proof

WIDTHS = (6, 28, 28, 18, 30, 10)
_HEAD = ("序号", "项目", "指标", "实际完成值", "佐证材料", "页码")


def proof_sheets(proofs: Sequence[Proof]) -> tuple[Sheet, ...]:
    """目录一张；缺佐证的指标另列一张。"""
    missing = [proof for proof in proofs if not proof.exhibits]
    sheets = [Sheet("佐证材料目录", tuple(_listed(proofs)), WIDTHS)]
    if missing:
        sheets.append(Sheet("尚无佐证的指标", tuple(_missing(missing)), WIDTHS))
    return tuple(sheets)


def _listed(proofs: Sequence[Proof]) -> Iterator[Placed]:
    yield from _head("佐证材料目录", len(proofs), sum(1 for p in proofs if p.exhibits))
    row = 4
    for proof in proofs:
        for number, exhibit in enumerate(proof.exhibits):
            named = () if number else (proof.project, proof.indicator, proof.actual)
            yield from _line(row, (*(named or ("", "", "")), exhibit.file, exhibit.page))
            row += 1


def _missing(proofs: Sequence[Proof]) -> Iterator[Placed]:
    yield from _head("尚无佐证的指标", len(proofs), 0)
    for row, proof in enumerate(proofs, 4):
        where = f"{proof.sheet} {proof.cell}"
        yield from _line(row, (proof.project, proof.indicator, proof.actual, where, ""))


def _head(title: str, count: int, proved: int) -> Iterator[Placed]:
    yield Placed(1, 1, title, Look.TITLE, columns=6)
    yield Placed(2, 1, f"共{count}个指标，有佐证的{proved}个。", Look.NOTE, columns=6)
    for column, text in enumerate(_HEAD, 1):
        yield Placed(3, column, text, Look.HEAD)


def _line(row: int, texts: Sequence[str]) -> Iterator[Placed]:
    yield Placed(row, 1, str(row - 3), Look.NUMBER)
    for column, text in enumerate(texts, 2):
        yield Placed(row, column, text)
