"""单独写成的怪表：每份一个文本，竖线分格，“---”之后写应有的得分和应报的格。

python -m benchmarks.forms.odd    逐份比，列出不同之处
"""

import io
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.scoring.scoring import score_file
from assistant.workflow.scoring.shapes import workbook_json
from benchmarks.forms.template import LAYOUTS, Marks, merges

Json = dict[str, Any]
Wanted = dict[str, str]


class Odd(NamedTuple):
    """一份怪表：名称、xlsx、所用方案、各份应有的结果。"""

    name: str
    data: bytes
    scheme: str
    wanted: tuple[Wanted, ...]


def odds() -> Iterator[Odd]:
    """全部怪表。"""
    for path in sorted((LAYOUTS / "odd").glob("*.txt")):
        grid, _, rest = path.read_text(encoding="utf-8").partition("\n---\n")
        parts: list[Wanted] = [{}]
        for line in rest.strip().splitlines():
            key, _, value = line.partition(" ")
            if key == "next":
                parts.append({})
            else:
                parts[-1][key] = value
        scheme = parts[0].pop("scheme", "national-2020")
        yield Odd(path.stem, _xlsx(grid), scheme, tuple(parts))


def _xlsx(grid: str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    marks: Marks = {}
    for row, line in enumerate(grid.splitlines(), 1):
        for column, text in enumerate((cell.strip() for cell in line.split("|")), 1):
            marks[row, column] = text if text in ("<", "^") else ""
            if text and text not in ("<", "^"):
                sheet.cell(row, column).value = _value(text)
    for top, left, bottom, right in merges(marks):
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _value(text: str) -> str | float:
    """整格是数的存成数；“#0.95”也是数；其余是文字。"""
    try:
        return float(text.removeprefix("#"))
    except ValueError:
        return text.replace("\\n", "\n")


def differences(odd: Odd) -> list[str]:
    """与应有的不同之处；全对为空。"""
    desk = connect(Settings())
    scheme = desk.catalogue.scheme(odd.scheme)
    read = workbook_json(score_file(desk, f"{odd.name}.xlsx", odd.data, scheme))
    if "summary" in odd.wanted[0]:
        return list(_summary(odd.wanted[0], read["summary"]))
    if len(read["forms"]) != len(odd.wanted):
        return [f"读出{len(read['forms'])}份，应为{len(odd.wanted)}份；{read['unread']}"]
    found = [f"未读懂{each}" for each in read["unread"] if not odd.wanted[0].get("unread")]
    for wanted, form in zip(odd.wanted, read["forms"], strict=True):
        found += _form(wanted, form)
    return found


def _summary(wanted: Wanted, read: Json | None) -> Iterator[str]:
    if read is None:
        yield "没有读出汇总表"
        return
    if len(read["rows"]) != int(wanted["rows"]):
        yield f"读出{len(read['rows'])}行，应为{wanted['rows']}"
    if not _same(read["mean"], wanted["mean"]):
        yield f"平均{read['mean']}，应为{wanted['mean']}"
    yield from _faults(wanted, read)


def _form(wanted: Wanted, form: Json) -> Iterator[str]:
    read = form | {"unit": (form["execution"] or {}).get("unit")}
    for key in ("project", "kind", "unit"):
        if key in wanted and read[key] != wanted[key]:
            yield f"{key}是{read[key]}，应为{wanted[key]}"
    points = [one["points"] for one in form["indicators"]]
    right = wanted["points"].split()
    names = [one["name"] for one in form["indicators"]]
    if len(points) != len(right):
        yield f"读出指标{names}"
    for name, read, want in zip(names, points, right, strict=False):
        if not _same(read, want):
            yield f"{name}得{read}，应为{want}"
    execution = form["execution"] or {}
    for label, told, want in (
        ("执行率", execution.get("points"), wanted["execution"]),
        ("总分", form["total"], wanted["total"]),
    ):
        if not _same(told, want):
            yield f"{label}{told}，应为{want}"
    yield from _faults(wanted, form)


def _faults(wanted: Wanted, read: Json) -> Iterator[str]:
    must, may = set(wanted.get("faults", "").split()), set(wanted.get("may", "").split())
    named = {fault["cell"]: fault["message"] for fault in read["faults"]}
    yield from (f"漏报{cell}" for cell in sorted(must - set(named)))
    yield from (f"多报{cell}：{named[cell]}" for cell in sorted(set(named) - must - may))


def _same(read: str | None, want: str) -> bool:
    return read is None if want == "-" else read is not None and Decimal(read) == Decimal(want)


if __name__ == "__main__":
    wrong = [(odd.name, said) for odd in odds() for said in differences(odd)]
    for name, said in wrong:
        print(f"{name}：{said}")
    sys.exit(bool(wrong))
