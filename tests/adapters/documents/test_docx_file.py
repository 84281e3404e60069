from assistant.adapters.documents.reader import FileReader
from assistant.domain.document import BlockKind, Document
from tests.adapters.documents.docxs import SPACES, cell, docx, paragraph, run, table

STYLES = f"""<w:styles {SPACES}>
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="own"><w:name w:val="局标题"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {SPACES}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def read(body: str, **parts: str) -> Document:
    named = {f"{name}.xml": content for name, content in parts.items()}
    return FileReader().read("报告.docx", docx(body, named))


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>'


def boxed(text: str) -> str:
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{inside}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{inside}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_paragraphs_are_numbered_as_a_person_counts() -> None:
    document = read(paragraph("第一句。") + paragraph("") + paragraph("第二句。"))
    assert document.text == "第一句。\n\n第二句。\n"
    assert [block.locator for block in document.blocks] == ["第1段", "第2段"]


def test_runs_of_one_sentence_join() -> None:
    document = read(paragraph(run("增加12"), run(".5", "<w:b/>"), run("万元")))
    assert document.text == "增加12.5万元\n"


def test_heading_level_comes_from_the_style_it_is_based_on() -> None:
    document = read(
        paragraph("一、基本情况", properties=style("own"))
        + paragraph("二、评价", properties='<w:outlineLvl w:val="1"/>'),
        styles=STYLES,
    )
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
    ]


def test_contents_with_page_numbers_are_passed_over() -> None:
    document = read(paragraph("一、概况\t3", properties=style("toc")), styles=STYLES)
    assert document.text == ""


def test_automatic_numbers_are_written_out() -> None:
    body = "".join(
        paragraph(text, properties=numbered(level))
        for text, level in (("概况", 0), ("2023年", 1), ("机构", 1), ("资金", 0), ("收入", 1))
    )
    document = read(body, numbering=NUMBERING)
    assert document.text.split("\n") == [
        "一、概况",
        "1. 2023年",
        "2. 机构",
        "二、资金",
        "1. 收入",
        "",
    ]


def test_merged_cells_stand_once_with_their_span() -> None:
    document = read(
        paragraph("收支表")
        + paragraph("单位：万元")
        + table(
            cell("项目", '<w:vMerge w:val="restart"/>') + cell("金额", '<w:gridSpan w:val="2"/>'),
            cell("", "<w:vMerge/>") + cell("预算") + cell("决算"),
            cell("合计") + cell("10.00") + cell("12.50"),
        )
    )
    (found,) = document.tables
    assert [(c.row, c.column, c.rows, c.columns, c.text) for c in found.cells] == [
        (0, 0, 2, 1, "项目"),
        (0, 1, 1, 2, "金额"),
        (1, 1, 1, 1, "预算"),
        (1, 2, 1, 1, "决算"),
        (2, 0, 1, 1, "合计"),
        (2, 1, 1, 1, "10.00"),
        (2, 2, 1, 1, "12.50"),
    ]
    assert found.caption == "收支表\n单位：万元"
    assert found.cells[-1].locator == "表1第3行第3列"
    assert all(document.quote(c.span) == c.text for c in found.cells)


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    inner = table(cell("甲") + cell("1"))
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('前')}{inner}{paragraph('后')}</w:tc></w:tr></w:tbl>"
    document = read(outer)
    assert document.text == "前\n甲\t1\n\n后\n"
    assert [len(found.cells) for found in document.tables] == [1, 2]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    document = read(paragraph(run("正文"), boxed("框里12人")))
    assert document.text == "正文\n框里12人\n"
    assert [(block.kind, block.locator) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "第1段"),
        (BlockKind.TEXTBOX, "文本框1"),
    ]


def test_footnotes_follow_the_body() -> None:
    notes = f"""<w:footnotes {SPACES}>
    <w:footnote w:id="0" w:type="separator">{paragraph("线")}</w:footnote>
    <w:footnote w:id="2">{paragraph("按决算口径。")}</w:footnote></w:footnotes>"""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    document = read(paragraph(run("共3个"), mark, run("项目")), footnotes=notes)
    assert document.text == "共3个项目\n按决算口径。\n"
    assert document.blocks[-1].kind is BlockKind.NOTE
    assert document.blocks[-1].locator == "脚注1"


def test_revisions_are_read_as_accepted_and_said() -> None:
    gone = "<w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
    document = read(paragraph(gone, f"<w:ins>{run('12')}</w:ins>", run("万元")))
    assert document.text == "12万元\n"
    assert "修订" in document.notes[0]


def test_hidden_text_and_field_codes_are_not_read() -> None:
    code = "<w:r><w:instrText>PAGE 3</w:instrText></w:r>"
    document = read(paragraph(run("藏", "<w:vanish/>"), code, run("见")))
    assert document.text == "见\n"
