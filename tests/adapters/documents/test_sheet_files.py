import io

import openpyxl

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
    assert document.text == "金额单位：万元\n1234.50\t95.00%\n"
    (table,) = document.tables
    assert [(c.locator, c.columns) for c in table.cells] == [
        ("汇总!B1", 2),
        ("汇总!B2", 1),
        ("汇总!C2", 1),
    ]
    assert "B5" in "".join(document.notes)
    assert "底稿" in "".join(document.notes)
