"""材料读取：预决算表、批复、资产、采购、人员、上年报告、问卷写成文本，连同应取到的事实。

python -m benchmarks.uploads          xlsx 与 docx，印取全率、取准率
python -m benchmarks.uploads --pdf    先由 LibreOffice 印成 pdf 再读（位置只到页，不比单元格）

文本：首行“file 文件名”，表格以“== 工作表名”起、竖线分格，名称后加“（隐藏）”的隐藏，
“=”起的是没有存下结果的公式；公文一行一段、“#”是标题、竖线分格的几行是表。“---”之后每行一个事实：
键 年度 值 单位 单元格；“may”之后的键（可带 @年度）可取可不取；“unread”之后的单元格须说没有读懂。
"""

import argparse
import io
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.document import Document
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.materials.reading import read_material
from assistant.workflow.materials.shapes import material_json
from benchmarks.forms.template import LAYOUTS, Marks, merges

Json = dict[str, Any]
UPLOADS = LAYOUTS.parent / "uploads"
_SIDE = Side(style="thin")
_BORDER = Border(_SIDE, _SIDE, _SIDE, _SIDE)
_MARKS = ("may", "unread")


class Wanted(NamedTuple):
    """一个应取到的事实；cell 为空时不比位置。"""

    key: str
    year: int
    value: str
    unit: str
    cell: str


class Upload(NamedTuple):
    """一份材料：批次、文件名、内容、应取的、可取可不取的键、应说没有读懂的格。"""

    batch: str
    name: str
    data: bytes
    wanted: tuple[Wanted, ...]
    may: frozenset[str]
    unread: frozenset[str]


def uploads() -> Iterator[Upload]:
    """全部材料。"""
    for path in sorted(UPLOADS.glob("*/*.*")):
        head, _, rest = path.read_text(encoding="utf-8").partition("\n")
        body, _, facts = rest.partition("\n---\n")
        name = head.removeprefix("file ").strip()
        data = _docx(body) if name.endswith(".docx") else _xlsx(body)
        lines = [line.split(" ") for line in facts.strip().splitlines()]
        wanted = tuple(
            Wanted(key, int(year), value, *(*more, "", "")[:2])
            for key, year, value, *more in (line for line in lines if line[0] not in _MARKS)
        )
        may, unread = (
            frozenset(key for line in lines if line[0] == mark for key in line[1:])
            for mark in _MARKS
        )
        yield Upload(path.parent.name, name, data, wanted, may, unread)


def _xlsx(body: str) -> bytes:
    parts = re.split(r"^== (.*)$", body, flags=re.MULTILINE)
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, grid in zip(parts[1::2], parts[2::2], strict=True):
        sheet = book.create_sheet(name.removesuffix("（隐藏）"))
        _fill(sheet, grid.strip("\n").splitlines())
        if name.endswith("（隐藏）"):
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, lines: list[str]) -> None:
    """逐格写，合并，框线从表头起（标题、单位行以下），列宽够用，一页宽。"""
    marks: Marks = {}
    widths: Counter[int] = Counter()
    first = 1
    for row, line in enumerate(lines, 1):
        texts = [text.strip() for text in line.split("|")]
        alone = sum(bool(t) and t not in "<^" for t in texts) == 1
        if row < 5 and (alone or re.search(r"(?<!（)单位[:：]|截止|公开|^年度：", line)):
            first = row + 1
        for column, text in enumerate(texts, 1):
            marks[row, column] = text if text in ("<", "^") else ""
            if text and text not in ("<", "^"):
                sheet.cell(row, column).value = _value(text)
                widths[column] = max(widths[column], 0 if alone else 2 * len(text) + 3)
    _draw(sheet, marks, widths, first, len(lines))


def _draw(sheet: Worksheet, marks: Marks, widths: Counter[int], first: int, last: int) -> None:
    for top, left, bottom, right in merges(marks):
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    columns = max(column for _, column in marks)
    for column in range(1, columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = min(max(widths[column], 9), 40)
        for row in range(first, last + 1):
            sheet.cell(row, column).border = _BORDER
            sheet.cell(row, column).alignment = Alignment(wrap_text=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _value(text: str) -> str | float:
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def _docx(body: str) -> bytes:
    document = docx.Document()
    for tabular, lines in groupby(body.strip().splitlines(), key=lambda line: " | " in line):
        if tabular:
            _table(document, [[cell.strip() for cell in line.split("|")] for line in lines])
        for line in () if tabular else lines:
            marks = len(line) - len(line.lstrip("#"))
            if marks:
                document.add_heading(line[marks + 1 :], marks - 1)
            else:
                document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _table(document: Document, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text


def compared(upload: Upload, read: Json, *, paged: bool = False) -> tuple[Counter[str], list[str]]:
    """应取、取到、多取的个数，和不同之处。只看报告用得上的键（合同所列）。"""
    counts: Counter[str] = Counter(应取=len(upload.wanted))
    said: list[str] = []
    facts = [fact for fact in read["facts"] if fact["key"] in _KEYS]
    for want in upload.wanted:
        same = [fact for fact in facts if _matches(fact, want)]
        placed = [f for f in same if paged or str(f["locator"]).endswith(f"#{want.cell}")]
        if placed or (same and not want.cell):
            counts["取到"] += 1
        else:
            said.append(f"漏{want}" if not same else f"位置{same[0]['locator']}，应为{want.cell}")
    for fact in facts:
        may = {fact["key"], f"{fact['key']}@{fact['year']}"}
        known = may & upload.may or any(_matches(fact, w) for w in upload.wanted)
        if not known:
            counts["多取"] += 1
            said.append(f"多{fact['key']} {fact['year']} {fact['value']} {fact['locator']}")
    told = " ".join(f"{each['locator']} {each['text']}" for each in read["unread"])
    said += [f"没有说{cell}读不懂" for cell in sorted(upload.unread) if cell not in told]
    return counts, said


def _matches(fact: Json, want: Wanted) -> bool:
    same = (fact["key"], fact["year"], fact["unit"]) == (*want[:2], want.unit)
    return same and _number(fact["value"]) == _number(want.value)


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


_KEYS = frozenset(
    "initial.income initial.expenditure adjusted.income adjusted.expenditure final.income "
    "final.expenditure final.income.current final.expenditure.current final.appropriation "
    "final.other_income carryover.opening carryover.closing expenditure.basic "
    "expenditure.personnel expenditure.public expenditure.project executed.total execution.rate "
    "execution.points three_public.total three_public.overseas three_public.vehicle_purchase "
    "three_public.vehicle_running three_public.reception running_costs procurement.total "
    "procurement.sme staff.establishment staff.in_post staff.retired assets.total assets.fixed "
    "assets.buildings assets.vehicles assets.vehicle_count assets.equipment assets.other "
    "projects.count projects.mean_score department.score department.grade survey.sent "
    "survey.returned survey.valid survey.satisfaction".split()
)


def printed(upload: Upload, folder: Path, kind: str = "pdf") -> tuple[str, bytes]:
    """由 LibreOffice 印成 pdf，或存成 xls。"""
    path = folder / Path(upload.name).with_suffix(f".{'docx' if 'docx' in upload.name else 'xlsx'}")
    path.write_bytes(upload.data)
    command = ["soffice", "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, capture_output=True, check=True)
    made = path.with_suffix(f".{kind}")
    return made.name, made.read_bytes()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pdf", action="store_true")
    args = parser.parse_args()
    desk = connect(Settings())
    scheme = desk.catalogue.scheme("national-2020")
    totals: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory(prefix="jigao-uploads-") as folder:
        for upload in uploads():
            name, data = (upload.name, upload.data)
            if args.pdf or name.endswith(".xls"):
                name, data = printed(upload, Path(folder), "pdf" if args.pdf else "xls")
            read = material_json(read_material(desk, name, data, scheme))
            counts, said = compared(upload, read, paged=args.pdf)
            totals.setdefault(upload.batch, Counter()).update(counts)
            for line in said:
                print(f"{name}：{line}")
    print("\n| 批 | 应取 | 取到 | 多取 |\n|---|---|---|---|")
    for batch, counts in totals.items():
        print(f"| {batch} | {counts['应取']} | {counts['取到']} | {counts['多取']} |")


if __name__ == "__main__":
    main()
