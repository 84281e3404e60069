"""一个文件夹的自评表：逐份计分，坏的一份不耽误其余，最后各文件互相对照。

每份表算完即放下，只留名称、总分一类对照用的几格，文件再多内存也不随内容增长。
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from assistant.checks.forms.book import workbook_rule
from assistant.checks.forms.rule import CellFinding
from assistant.checks.forms.run import CheckedWorkbook
from assistant.domain.errors import JigaoError
from assistant.domain.forms import Form, Summary, Workbook
from assistant.domain.scheme import Scheme
from assistant.workflow.scoring.scoring import ScoringDesk, score_file


class Failure(NamedTuple):
    """读不了的一份：哪里、怎么办。"""

    name: str
    where: str
    todo: str


class Folder:
    """逐份计分，并记下对照所需。"""

    def __init__(self, desk: ScoringDesk, scheme: Scheme) -> None:
        self._desk, self._scheme = desk, scheme
        self._forms: list[Form] = []
        self._summaries: list[Summary] = []
        self._said: set[tuple[str, str, str]] = set()

    def run(
        self, files: Iterable[tuple[str, bytes | JigaoError]]
    ) -> Iterator[CheckedWorkbook | Failure]:
        """依次给出每份的结果。"""
        for name, content in files:
            yield self._one(name, content)

    def across(self, name: str) -> tuple[CellFinding, ...]:
        """各文件互相对照的问题，单个文件里已经说过的不再说。"""
        book = Workbook(name, tuple(self._forms), tuple(self._summaries))
        return tuple(
            finding
            for finding in workbook_rule.run(book)
            if (finding.sheet, finding.cell, finding.code) not in self._said
        )

    def _one(self, name: str, content: bytes | JigaoError) -> CheckedWorkbook | Failure:
        try:
            if isinstance(content, JigaoError):
                raise content
            checked = score_file(self._desk, PurePath(name).name, content, self._scheme)
        except JigaoError as error:
            return Failure(name, error.where, error.todo)
        self._keep(name, checked)
        return checked

    def _keep(self, name: str, checked: CheckedWorkbook) -> None:
        book = checked.book
        self._forms += [
            form._replace(sheet=f"{name}!{form.sheet}", funds=(), indicators=(), unread=())
            for form in book.forms
        ]
        self._summaries += [s._replace(sheet=f"{name}!{s.sheet}") for s in book.summaries]
        self._said |= {(f"{name}!{f.sheet}", f.cell, f.code) for f in checked.all_findings}
