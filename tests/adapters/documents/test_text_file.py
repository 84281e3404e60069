import pytest

from assistant.adapters.documents.reader import FileReader
from assistant.domain.document import BlockKind
from assistant.domain.errors import Unreadable

TEXT = "\ufeff一、概况\r\n收入１２.5万元。\r\n".removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_exactly_the_decoded_content(encoding: str) -> None:
    document = FileReader().read("报告.txt", TEXT.encode(encoding))
    assert document.text == TEXT
    assert [document.quote(block.span) for block in document.blocks] == [
        "一、概况",
        "收入１２.5万元。",
    ]


def test_page_marks_give_their_own_numbers() -> None:
    document = FileReader().read("a.txt", "〔第7页〕\n甲\n〔第8页〕\n乙\n〔第10页〕\n丙".encode())
    assert [document.page_of(document.text.index(mark)) for mark in "甲乙丙"] == [7, 8, 10]


def test_form_feeds_give_pages() -> None:
    document = FileReader().read("a.txt", "甲\f乙".encode())
    assert [document.page_of(document.text.index(mark)) for mark in "甲乙"] == [1, 2]


def test_without_marks_there_are_no_pages() -> None:
    assert FileReader().read("a.txt", "甲".encode()).page_of(0) is None


def test_a_character_cut_at_the_end_is_said() -> None:
    document = FileReader().read("a.txt", "共计十二".encode()[:-1])
    assert document.text == "共计十"
    assert "残缺" in document.notes[0]


def test_markdown_headings_and_tables_keep_their_offsets() -> None:
    text = "# 概况\n\n| 项目 | 金额 |\n|---|---|\n| 合计 | 12.50 |\n\n正文\n"
    document = FileReader().read("a.md", text.encode())
    assert document.text == text
    (table,) = document.tables
    assert [(c.row, c.column, document.quote(c.span)) for c in table.cells] == [
        (0, 0, "项目"),
        (0, 1, "金额"),
        (1, 0, "合计"),
        (1, 1, "12.50"),
    ]
    head = document.blocks[0]
    assert (head.kind, head.level, document.quote(head.span)) == (BlockKind.HEADING, 1, "概况")


def test_html_tables_headings_and_hidden_parts() -> None:
    page = """<html><head><title>题</title><style>p{}</style></head><body>
    <h2>一、概况</h2><p>收入<b>12</b>.5万元，<br>支出10万元。</p><script>var a=9</script>
    <div style="display:none">3</div>
    <table><tr><th rowspan=2>项目</th><th>金额</th></tr><tr><td>12.50<br>万元</td></tr></table>
    </body></html>"""
    document = FileReader().read("a.html", page.encode("gb18030"))
    assert document.text == "一、概况\n收入12.5万元，\n支出10万元。\n项目\t金额\n12.50\n万元\n"
    assert document.blocks[0].level == 2
    assert [(c.row, c.column, c.rows, c.text) for c in document.tables[0].cells] == [
        (0, 0, 2, "项目"),
        (0, 1, 1, "金额"),
        (1, 1, 1, "12.50\n万元"),
    ]


@pytest.mark.parametrize("content", [b"\0\1\2" * 50, bytes(range(256)) * 4])
def test_binary_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        FileReader().read("a.txt", content)
