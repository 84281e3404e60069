"""成稿的附表：由模型起草的各节写明，没有的不写这一段。"""

import io
from datetime import UTC, datetime

import docx
import pytest

from assistant.adapters.docx_report import DocxReportWriter
from assistant.domain.annex import Annex
from assistant.domain.manuscript import Manuscript

HEADING = "由模型起草、经代码核对的文字"


@pytest.mark.parametrize(
    ("drafted", "after"),
    [
        (
            ("五、自评结论：demo，3句", "二、组织：demo，1句"),
            "五、自评结论：demo，3句；二、组织：demo，1句。",
        ),
        ((), None),
    ],
)
def test_what_a_model_wrote_is_told_in_the_annex(
    drafted: tuple[str, ...], after: str | None
) -> None:
    annex = Annex(coverage="全文3个数字", sources=(), accepted=(), drafted=drafted, gaps=())
    manuscript = Manuscript(title="云岭县商务局2023年度自评报告", parts=())
    content = DocxReportWriter().write(manuscript, annex, datetime(2024, 3, 1, tzinfo=UTC))
    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    texts = [paragraph.text for paragraph in paragraphs]
    assert (HEADING in texts) is bool(drafted)
    if after is not None:
        at = texts.index(HEADING)
        assert texts[at + 1] == after
