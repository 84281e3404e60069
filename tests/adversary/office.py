"""恶意答复的考场：一份齐全的报告，模型的答复由考官定，起草、导出，取出 Word 里的全部文字。"""

import io
from pathlib import Path

import docx

from assistant.bootstrap import LocalDesk, connect
from assistant.domain.events import FactConfirmed, FactsProposed
from assistant.domain.facts import Fact
from assistant.settings import Settings
from assistant.workflow.books import record
from assistant.workflow.drafting.drafting import draft
from assistant.workflow.exporting import export
from assistant.workflow.reports import open_example
from tests.adversary.cases import FACT
from tests.notation import SAID

SECTION = "results_overall"


class Office:
    """接着假模型的一份报告。"""

    def __init__(self, data: Path, url: str) -> None:
        self.desk: LocalDesk = connect(Settings(data_dir=data, JIGAO_BASE_URL=url, model="demo"))
        book = open_example(self.desk, "王经办")
        self.report = book.report.id
        said = Fact(id="exam", key="results.overall", year=2023, value=FACT, provenance=SAID)
        told = (FactsProposed(facts=(said,)), FactConfirmed(fact="exam"))
        record(self.desk, book, "王经办", *told)

    def drafted(self) -> str:
        """起草这一节，返回写它的模型；没有用上模型为空。"""
        _, (written,) = draft(self.desk, self.report, SECTION, "王经办")
        return written.version.model

    def exported(self) -> str:
        """导出，取 Word 里的全部文字。"""
        ((_, content),) = export(self.desk, self.report, "王经办").files
        document = docx.Document(io.BytesIO(content))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        return "\n".join([*(p.text for p in document.paragraphs), *cells])
