import datetime
import io

import openpyxl
import pytest

from assistant.adapters.documents.number_format import shown
from assistant.adapters.documents.reader import FileReader


def test_a_sheet_reads_as_it_looks() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "汇总"
    sheet["B1"] = "金额单位：万元"
    sheet.merge_cells("B1:C1")
    sheet["B2"], sheet["C2"] = 1234.5, 0.95
    sheet["B2"].number_format, sheet["C2"].number_format = "#,##0.00", "0.00%"
    sheet["B5"] = "=B2*2"
    book.create_sheet("底稿").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    document = FileReader().read("表.xlsx", out.getvalue())
    assert document.text == "金额单位：万元\n1,234.50\t95.00%\n"
    (table,) = document.tables
    assert [(c.locator, c.columns) for c in table.cells] == [
        ("汇总!B1", 2),
        ("汇总!B2", 1),
        ("汇总!C2", 1),
    ]
    assert "B5" in "".join(document.notes)
    assert "底稿" in "".join(document.notes)


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (0.95, "0.00%", "95.00%"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.005, "#,##0.00", "1,234,567.01"),
        (-12.5, "0.00", "-12.50"),
        (-12.5, "#,##0.00_);(#,##0.00)", "(12.50)"),
        (-12.5, "#,##0.00;[Red]-#,##0.00", "-12.50"),
        (12, '0.0"万元"', "12.0万元"),
        (12.30, "0.##", "12.3"),
        (38642000, "General", "38642000"),
        (1e20, "General", "100000000000000000000"),
        (12345, "0!.0000", "12345"),
        (True, "General", "TRUE"),
        ("文字", "0.00", "文字"),
        (datetime.date(2023, 12, 31), "yyyy-mm-dd", "2023-12-31"),
        (datetime.date(2023, 12, 31), 'yyyy"年"m"月"d"日"', "2023年12月31日"),
    ],
)
def test_values_show_as_on_the_sheet(value: object, form: str, expected: str) -> None:
    assert shown(value, form) == expected
