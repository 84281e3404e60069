import io
from datetime import UTC, datetime

import docx
import pytest

from assistant.adapters.documents.reader import FileReader
from assistant.adapters.papers.docx_comments import commented
from assistant.domain.errors import BadInput
from assistant.domain.findings import Fault, Finding, Severity, Span
from tests.adapters.documents.docxs import docx as package_of
from tests.adapters.documents.docxs import paragraph

AT = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def report() -> bytes:
    """正文一句分在三个格式不同的 run 里，后面一张表。"""
    document = docx.Document()
    line = document.add_paragraph("收入1200.00万元，")
    line.add_run("较上年增加200.00万元，").bold = True
    line.add_run("增长16.7%。")
    grid = document.add_table(2, 2)
    for cell, text in zip(grid._cells, ("项目", "金额", "合计", "12.50"), strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def finding(content: bytes, quote: str, message: str = "毛病") -> Finding:
    start = FileReader().read("报告.docx", content).text.index(quote)
    where = Span(start, start + len(quote))
    fault = Fault(where=where, found=quote, message=message, expected="20.0%")
    return Finding(id=quote, code="FIG103", name="n", severity=Severity.MUST, fault=fault)


def words(package: bytes) -> list[str]:
    """各批注的全文。"""
    document = docx.Document(io.BytesIO(package))
    return ["\n".join(p.text for p in comment.paragraphs) for comment in document.comments]


def anchored(package: bytes) -> dict[str, str]:
    """各批注的首行，和它正好圈住的文字。"""
    document = docx.Document(io.BytesIO(package))
    texts = {str(c.comment_id): c.paragraphs[0].text for c in document.comments}
    found = dict.fromkeys(texts, "")
    open_now: set[str] = set()
    for element in document.element.body.iter():
        mark = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_now.add(mark)
        elif element.tag == f"{W}commentRangeEnd":
            open_now.discard(mark)
        elif element.tag == f"{W}t":
            for one in open_now:
                found[one] += element.text or ""
    return {texts[mark]: text for mark, text in found.items()}


def test_a_comment_stands_on_exactly_the_words_it_is_about() -> None:
    content = report()
    findings = [
        finding(content, "16.7%", "甲"),
        finding(content, "1200.00万元，较上年增加200", "乙"),
        finding(content, "12.50", "丙"),
    ]
    package = commented("报告.docx", content, findings, AT)
    assert anchored(package) == {
        "【必改】甲": "16.7%",
        "【必改】乙": "1200.00万元，较上年增加200",
        "【必改】丙": "12.50",
    }


def test_the_text_and_its_formats_stay_as_they_were() -> None:
    content = report()
    findings = [finding(content, "增加200.00"), finding(content, "年增加2")]
    package = commented("报告.docx", content, findings, AT)
    assert FileReader().read("a.docx", package).text == FileReader().read("a.docx", content).text
    paragraph = docx.Document(io.BytesIO(package)).paragraphs[0]
    bold = "".join(run.text for run in paragraph.runs if run.bold)
    assert bold == "较上年增加200.00万元，"


def test_words_in_a_text_box_are_remarked_at_its_anchor() -> None:
    box = f"<w:r><w:t>甲乙丙</w:t><w:pict><v:textbox><w:txbxContent>{paragraph('框里12人')}"
    content = package_of(paragraph(f"{box}</w:txbxContent></v:textbox></w:pict></w:r>"))
    findings = [finding(content, "12人", "一"), finding(content, "乙", "二")]
    found = anchored(commented("报告.docx", content, findings, AT))
    assert found["【必改】二"] == "乙"
    assert found["【必改】一"] == "甲"


def test_a_remark_that_cannot_stand_on_its_words_says_which_it_means() -> None:
    box = f"<w:r><w:t>甲</w:t><w:pict><v:textbox><w:txbxContent>{paragraph('框里12人')}"
    math = '<m:oMath xmlns:m="{}"><m:r><m:t>执行率96%</m:t></m:r></m:oMath>'.format(
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
    )
    content = package_of(
        paragraph("开头")
        + paragraph(f"{box}</w:txbxContent></v:textbox></w:pict></w:r>")
        + paragraph("算式：", math)
    )
    findings = [finding(content, "12人", "一"), finding(content, "96%", "二")]
    findings += [finding(content, "开头", "三")]
    package = commented("报告.docx", content, findings, AT)
    marked = {"【必改】一": "甲框里12人", "【必改】二": "算式：", "【必改】三": "开头"}
    assert anchored(package) == marked
    first, second, third = words(package)
    assert "所指：文本框1“12人”" in first
    assert "所指：第3段“96%”" in second
    assert "所指" not in third


def test_a_missing_fact_is_remarked_at_the_beginning() -> None:
    fault = Fault(message="全文没有预算执行率")
    missing = Finding(id="1", code="FCT1", name="n", severity=Severity.DOUBT, fault=fault)
    package = commented("报告.docx", report(), [missing], AT)
    assert anchored(package) == {"【存疑】全文没有预算执行率": "收入1200.00万元，"}


def test_the_same_input_gives_the_same_bytes() -> None:
    content = report()
    findings = [finding(content, "16.7%")]
    assert commented("a.docx", content, findings, AT) == commented("a.docx", content, findings, AT)


@pytest.mark.parametrize(("name", "content"), [("a.txt", "收入".encode()), ("a.pdf", b"%PDF-1.4")])
def test_other_formats_are_refused_with_what_to_do(name: str, content: bytes) -> None:
    with pytest.raises(BadInput, match="不是 docx"):
        commented(name, content, [], AT)
