"""写一份最小的、带文字层和线条的 PDF，供测试用。"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

WIDTH, HEIGHT, SIZE = 595, 842, 12


class Words(NamedTuple):
    """一行字：左下角和文字。"""

    x: int
    y: int
    text: str


class Rule(NamedTuple):
    """一条线。"""

    x0: int
    y0: int
    x1: int
    y1: int


Mark = Words | Rule


def pdf(*pages: Sequence[Mark]) -> bytes:
    """每个参数是一页。所用的字不超过 255 个。"""
    letters = sorted({mark for page in pages for item in page for mark in _text(item)})
    codes = {mark: number for number, mark in enumerate(letters)}
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _font(len(letters)),
        _stream("1000 0 0 -200 1000 800 d1 0 -200 1000 1000 re f"),
        _stream(_unicode(letters)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
            f" /Resources << /Font << /F 3 0 R >> >> /Contents {7 + 2 * number} 0 R >>".encode()
        )
        objects.append(_stream("\n".join(_drawn(item, codes) for item in page)))
    return _assembled(objects)


def lines(*texts: str, top: int = 780) -> list[Words]:
    """一页纵向排开的行。"""
    return [Words(60, top - 20 * number, text) for number, text in enumerate(texts)]


def grid(x: int, y: int, rows: int, columns: int, width: int, height: int) -> list[Rule]:
    """一张表的框线，(x, y) 是左上角。"""
    bottom, right = y - rows * height, x + columns * width
    across = [Rule(x, y - n * height, right, y - n * height) for n in range(rows + 1)]
    down = [Rule(x + n * width, y, x + n * width, bottom) for n in range(columns + 1)]
    return across + down


def _text(item: Words | Rule) -> str:
    return item.text if isinstance(item, Words) else ""


def _font(count: int) -> bytes:
    names = " ".join(f"/g{n}" for n in range(count))
    shapes = " ".join(f"/g{n} 4 0 R" for n in range(count))
    return (
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800]"
        f" /FontMatrix [.001 0 0 .001 0 0]"
        f" /FirstChar 0 /LastChar {max(count - 1, 0)} /Widths [{'1000 ' * count}]"
        f" /Encoding << /Type /Encoding /Differences [0 {names}] >> /CharProcs << {shapes} >>"
        f" /Resources << >> /ToUnicode 5 0 R >>"
    ).encode()


def _unicode(letters: Sequence[str]) -> str:
    pairs = [f"<{n:02X}> <{mark.encode('utf-16-be').hex()}>" for n, mark in enumerate(letters)]
    groups = [pairs[n : n + 100] for n in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(g)} beginbfchar\n{chr(10).join(g)}\nendbfchar" for g in groups)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{body}\nendcmap end end"
    )


def _drawn(item: Words | Rule, codes: Mapping[str, int]) -> str:
    if isinstance(item, Rule):
        return f"{item.x0} {item.y0} m {item.x1} {item.y1} l S"
    code = bytes(codes[mark] for mark in item.text).hex()
    return f"BT /F {SIZE} Tf {item.x} {item.y} Td <{code}> Tj ET"


def _stream(text: str) -> bytes:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream".encode()


def _assembled(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return out + tail.encode() + f"startxref\n{len(out)}\n%%EOF\n".encode()
