"""导出：docx 读回来，样式、表格、页码、附表、接受的理由、待补，都在该在的地方。"""

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length
from docx.text.paragraph import Paragraph

from assistant.domain.errors import Refused
from assistant.workflow.drafting.rewriting import adopt, edit
from assistant.workflow.exporting import export, saved
from assistant.workflow.interview.confirming import correct
from assistant.workflow.reports import new_report, open_example
from assistant.workflow.review import accept, review
from tests.fakes import FakeDesk


def style_of(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return paragraph.style.name or ""


def mm(length: Length | None) -> float:
    assert length is not None
    return float(length.mm)


def exported(desk: FakeDesk, report: str) -> Document:
    ((_, content),) = export(desk, report, "王经办").files
    return docx.Document(io.BytesIO(content))


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def example(desk: FakeDesk) -> Document:
    return exported(desk, open_example(desk, "王经办").report.id)


@pytest.mark.parametrize(
    ("style", "font", "points"),
    [
        ("Normal", "仿宋_GB2312", 16),
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("表格文字", "仿宋_GB2312", 12),
    ],
)
def test_official_fonts_stand_on_the_styles(
    example: Document, style: str, font: str, points: int
) -> None:
    found = example.styles[style]
    fonts = found.element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == font
    assert [name for name in fonts.attrib if "heme" in name] == []
    assert found.font.size.pt == points


def test_headings_are_words_own_and_in_order(example: Document) -> None:
    heads = [p for p in example.paragraphs if style_of(p).startswith("Heading")]
    ones = [p.text for p in heads if style_of(p) == "Heading 1"]
    assert [text[:2] for text in ones] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    assert style_of(example.paragraphs[0]) == "Title"
    assert example.paragraphs[0].text.split("\n") == [
        "云岭县科技和工业信息化局",
        "2023年度部门整体支出绩效自评报告",
    ]


def test_every_table_states_its_column_widths(example: Document) -> None:
    for table in example.tables:
        widths = [int(each.get(qn("w:w")) or 0) for each in table._tbl.tblGrid.gridCol_lst]
        assert len(widths) == len(table.columns)
        assert min(widths) > 400
        head = table.rows[0]._tr.trPr
        assert head is not None
        assert head.find(qn("w:tblHeader")) is not None


def test_pages_are_a4_and_numbered_outside(example: Document) -> None:
    first = example.sections[0]
    assert (round(mm(first.page_width)), round(mm(first.page_height))) == (210, 297)
    assert (round(mm(first.top_margin)), round(mm(first.left_margin))) == (37, 28)
    odd, even = first.footer.paragraphs[0], first.even_page_footer.paragraphs[0]
    assert example.settings.odd_and_even_pages_header_footer
    assert odd.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert even.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert all("PAGE" in part._p.xml and "— " in part.text for part in (odd, even))


def test_the_signature_table_leaves_room_and_the_sign_off_stands_right(example: Document) -> None:
    (team,) = [t for t in example.tables if t.rows[0].cells[-1].text == "签字"]
    assert all(mm(row.height) >= 12 for row in team.rows[1:])
    assert [p.text for p in example.paragraphs if style_of(p) == "落款"] == [
        "云岭县科技和工业信息化局",
        "2024年3月15日",
    ]


def test_each_source_has_one_row_with_all_its_places(example: Document) -> None:
    annex = example.tables[-1]
    rows = [[cell.text for cell in row.cells] for row in annex.rows[1:]]
    assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    (rate,) = [row for row in rows if row[2] == "预算执行率"]
    assert rate[1] == "96.79%"
    assert rate[3] == "全年执行数1308.97万元 ÷ 全年预算数1352.40万元"
    assert rate[5].count("、") >= 2
    assert all(row[3] for row in rows)


def test_an_accepted_reason_is_printed_with_its_name(desk: FakeDesk) -> None:
    report = open_example(desk, "王经办").report.id
    finding = next(f for f in review(desk, report).open if f.waivable)
    accept(desk, report, finding.id, "项目清单另附，不在正文列出", "李股长")
    tables = exported(desk, report).tables
    (accepted,) = [t for t in tables if t.rows[0].cells[0].text == "代号"]
    cells = [cell.text for cell in accepted.rows[1].cells]
    assert (cells[0], cells[2], cells[3]) == (
        finding.code,
        "项目清单另附，不在正文列出",
        "李股长",
    )


def test_what_is_missing_is_marked_in_the_text_and_listed_in_the_annex(desk: FakeDesk) -> None:
    report = new_report(desk, "云岭县商务局", 2023, "national", "王经办").report.id
    text = "\n".join(p.text for p in exported(desk, report).paragraphs)
    assert "全年执行数〔待补：全年执行数〕" in text
    assert "大纲要求而尚未提供的事实" in text
    assert "{{" not in text


def test_nothing_is_written_while_a_contradiction_stands(desk: FakeDesk, tmp_path: Path) -> None:
    book = open_example(desk, "王经办")
    fact = book.report.fact_of("expenditure.basic", 2023)
    assert fact is not None
    correct(desk, book.report.id, fact.id, "500.00万元", "试错", "王经办")
    done = export(desk, book.report.id, "王经办")
    assert done.files == ()
    assert any("486.73" in f.fault.message for f in done.review.blocking)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "占着").write_text("文件", encoding="utf-8")
    with pytest.raises(Refused, match="写不进文件夹"):
        saved([("a.docx", b"x")], tmp_path / "占着")


def test_a_report_whose_records_were_altered_does_not_leave(desk: FakeDesk) -> None:
    report = open_example(desk, "王经办").report.id
    altered = [event.model_copy(update={"actor": "别人"}) for event in desk.reports.events(report)]
    desk.reports.replace(report, altered)
    with pytest.raises(Refused, match="第1条记录被改动过"):
        export(desk, report, "王经办")


@pytest.mark.parametrize(
    "words", ["2023年全年执行数为1380.97万元，组织有序。", "预算执行率为百分之九十八点二。"]
)
def test_words_changed_by_hand_against_a_fact_do_not_leave(desk: FakeDesk, words: str) -> None:
    report = open_example(desk, "王经办").report.id
    changed = edit(desk, report, "results_overall", words)
    adopt(desk, report, "results_overall", changed, "王经办", sure=True)
    found = export(desk, report, "王经办")
    assert found.files == ()
    assert [finding.code for finding in found.review.blocking] == ["FIG902"]
