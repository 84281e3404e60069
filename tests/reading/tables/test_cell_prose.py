"""格中成段的话和正文一样读；段落分明的格式里，段落不会接到上一段。"""

from assistant.adapters.documents.reader import FileReader
from assistant.domain.document import Document
from assistant.reading.reading import read
from tests.adapters.documents.docxs import cell, docx, paragraph, table

SENTENCE = "2023年支出900.00万元，较上年减少100.00万元，下降10.0%。"


def document(body: str) -> Document:
    return FileReader().read("a.docx", docx(body))


def test_sentences_in_a_cell_are_read_and_judged() -> None:
    found = document(table(cell("完成情况") + cell(SENTENCE), cell("数量") + cell("12")))
    reading = read(found)
    assert [found.quote(m.span) for m in reading.mentions][:3] == [
        "900.00万元",
        "100.00万元",
        "10.0%",
    ]
    assert [s.verdict.value for s in reading.statements] == ["consistent"]


def test_a_paragraph_is_never_the_rest_of_the_one_before() -> None:
    long = "按照职责分工组织实施年度重点工作并按规定程序拨付各项资金接受监督"
    found = document(paragraph(long) + paragraph("个别项目进度偏慢") + paragraph(long))
    texts = [each.flow.text for each in read(found).paragraphs]
    assert texts == [long, "个别项目进度偏慢", long]
