"""把正文印成各种文件：文字、PDF 文字层的样子、网页、docx，或由 LibreOffice 印 PDF。"""

import html
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

LINE, PAGE = 42, 34
Writer: TypeAlias = Callable[[str, Path], None]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<Types xmlns="{OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def _row(row: str) -> list[str]:
    """首尾的竖线各去一条，空格子保留。"""
    return [cell.strip() for cell in row.strip()[1:].removesuffix("|").split("|")]


def _lines(body: str, gap: str, *, blanks: bool) -> Iterator[tuple[bool, str]]:
    """（是否表行，文字）。"""
    for line in body.splitlines():
        if line.startswith("|"):
            found = [cell for cell in _row(line) if cell or blanks]
            yield True, gap.join(found)
        else:
            yield False, line


def _blocks(body: str) -> Iterator[tuple[bool, list[str]]]:
    """相连的表行为一张表。"""
    for table, rows in groupby(body.splitlines(), key=lambda line: line.startswith("|")):
        yield table, list(rows)


def tabbed(body: str, path: Path) -> None:
    text = "\n".join(line for _, line in _lines(body, "\t", blanks=True))
    path.write_text(text + "\n", encoding="utf-8")


def pdf_layer(body: str, path: Path) -> None:
    """按行宽折行，表格以空格分列、空格子不印，每页末印页码。"""
    printed: list[str] = []
    for table, line in _lines(body, " ", blanks=False):
        pieces = [line] if table else [line[i : i + LINE] for i in range(0, len(line), LINE)]
        printed += pieces or [""]
    pages = [printed[i : i + PAGE] for i in range(0, len(printed), PAGE)]
    text = "".join("\n".join([*page, f"— {n} —", ""]) for n, page in enumerate(pages, 1))
    path.write_text(text, encoding="utf-8")


def web(body: str, path: Path) -> None:
    parts: list[str] = []
    for table, rows in _blocks(body):
        parts += [_html_table(rows)] if table else [f"<p>{html.escape(r)}</p>" for r in rows]
    text = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>\n"
    path.write_text(text + "\n".join(parts) + "\n</body></html>\n", encoding="utf-8")


def _html_table(rows: list[str]) -> str:
    lines = ("".join(f"<td>{html.escape(c)}</td>" for c in _row(row)) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def docx(body: str, path: Path) -> None:
    parts: list[str] = []
    for table, rows in _blocks(body):
        parts += [_docx_table(rows)] if table else [_paragraph(row) for row in rows]
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>'
        + "".join(parts)
        + "<w:sectPr/></w:body></w:document>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", LINKS),
            ("word/document.xml", document),
        ):
            archive.writestr(zipfile.ZipInfo(name), text)


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'


def _docx_table(rows: list[str]) -> str:
    grid = max(len(_row(row)) for row in rows)
    columns = '<w:gridCol w:w="1200"/>' * grid
    lines = (
        "".join(f"<w:tc><w:tcPr/>{_paragraph(cell)}</w:tc>" for cell in _row(row)) for row in rows
    )
    body = "".join(f"<w:tr>{line}</w:tr>" for line in lines)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def pdf(body: str, path: Path) -> None:
    """真的 PDF：先印成 docx，再由 LibreOffice 转（需装有 soffice 与中文字体）。"""
    source = path.with_suffix(".docx")
    docx(body, source)
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    source.unlink()


FORMATS: dict[str, tuple[str, Writer]] = {
    "txt": (".txt", tabbed),
    "pdf-text": (".txt", pdf_layer),
    "html": (".html", web),
    "docx": (".docx", docx),
}
OFFICE_FORMATS: dict[str, tuple[str, Writer]] = {"pdf": (".pdf", pdf)}
