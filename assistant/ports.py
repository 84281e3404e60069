"""端口：工作流与外界之间的几条窄协议。适配器实现它们，bootstrap 接线。

各种值只写在标注里，运行时不载入：查一份文档用不到的，就不必为它等。
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from assistant.domain.accounts import Chart
    from assistant.domain.annex import Annex
    from assistant.domain.certificate import Certificate, RulePack
    from assistant.domain.checked import CheckResult
    from assistant.domain.department import DepartmentTable
    from assistant.domain.document import Document
    from assistant.domain.draft import DraftWords
    from assistant.domain.errors import BadData, JigaoError
    from assistant.domain.events import Event, Payload
    from assistant.domain.evidence import IndexState, Passage, Query, Retrieval, Source
    from assistant.domain.example import Example
    from assistant.domain.false_alarms import FalseAlarm
    from assistant.domain.findings import Finding
    from assistant.domain.grid import Grid
    from assistant.domain.locality import Locality
    from assistant.domain.manuscript import Manuscript
    from assistant.domain.outline import Outline
    from assistant.domain.scheme import Scheme
    from assistant.domain.sheet import Sheet
    from assistant.domain.shelf import Shelf

Task = TypeVar("Task")
Done = TypeVar("Done")


class Clock(Protocol):
    """时钟：唯一知道现在几点的地方。"""

    def now(self) -> datetime:
        """当前时间，带时区。"""


class ReportRepository(Protocol):
    """报告存储：只追加事件。"""

    def append(
        self, report_id: str, expected: int, actor: str, at: str, payloads: Sequence[Payload]
    ) -> tuple[Event, ...]:
        """在第 expected 条之后追加；已有别人写过则抛 Conflict，一条也不写。"""

    def events(self, report_id: str) -> tuple[Event, ...]:
        """一份报告的全部事件；没有则为空。"""

    def report_ids(self) -> tuple[str, ...]:
        """全部报告编号，最近动过的在前。"""


class Backups(Protocol):
    """备份与恢复全部报告、材料和导入的资料。"""

    def write(self, path: Path) -> int:
        """写备份，返回报告份数。"""

    def restore(self, path: Path) -> int:
        """恢复，返回补回的报告份数。"""


class Catalogue(Protocol):
    """知识目录：大纲和地区口径，来自 knowledge/ 的数据文件。"""

    def outline(self, outline_id: str) -> Outline:
        """按编号取大纲；没有抛 NotFound，写坏抛 BadData。"""

    def locality(self, locality_id: str) -> Locality:
        """按编号取地区口径。"""

    def localities(self) -> tuple[Locality, ...]:
        """全部地区口径。"""

    def draft_words(self) -> DraftWords:
        """起草的词表。"""

    def scheme(self, scheme_id: str) -> Scheme:
        """按编号取评分方案。"""

    def schemes(self) -> tuple[Scheme, ...]:
        """全部评分方案。"""

    def department_table(self, table_id: str) -> DepartmentTable:
        """按编号取部门整体指标表。"""

    def example(self) -> Example:
        """示例报告。"""

    def chart(self) -> Chart:
        """预决算公开表的科目表。"""


class ReportWriter(Protocol):
    """成稿：文稿和附表写成一个文件。"""

    def write(self, manuscript: Manuscript, annex: Annex, at: datetime) -> bytes:
        """Docx 的字节；at 只用作文件属性里的时间。"""


class EvidenceStore(Protocol):
    """依据库：检索法规条款，取往年报告的段落。"""

    def search(self, query: Query) -> Retrieval:
        """按相关程度由高到低；一条规定一个位次。"""

    def samples(self, title: str, top: int) -> tuple[Passage, ...]:
        """往年报告里同名或相近的节，只供仿其写法。"""

    def passage(self, passage_id: str) -> Passage | None:
        """按编号取段落。"""

    def sources(self) -> tuple[Source, ...]:
        """藏书里的全部文件，各版本分列。"""

    def rebuild(self) -> IndexState:
        """按现在的文件重建索引；只编码改了的段落，没变就不动。"""

    def prepare(self) -> None:
        """在后台重建，不等；建成之前按词面回答。"""


class Library(Protocol):
    """资料库：要点卡片和导入的正式文本、往年报告，一个文件一份文件的一个版本。"""

    def shelf(self) -> Shelf:
        """此刻的全部文件和段落，新旧版本已经衔接。"""

    def keep(self, source: Source, passages: Sequence[Passage]) -> None:
        """写一份导入的文件，已有的换掉；存不进抛 Unavailable。"""

    def remove(self, source: Source) -> None:
        """移去一份导入的文件；卡片和没有的抛 NotFound。"""

    def faults(self) -> tuple[BadData, ...]:
        """读不了的文件，各说坏在哪里。"""


class DocumentReader(Protocol):
    """文档读入：任何支持的格式读成 Document。"""

    def read(self, name: str, content: bytes) -> Document:
        """读不了抛 Unreadable，说明原因和办法。"""

    def fetch(self, path: Path) -> bytes:
        """取磁盘上的一份文件；没有、打不开、过大抛 Unreadable。"""


class GridReader(Protocol):
    """表格读入：xlsx、xls、docx 里的表读成格子。"""

    def grids(self, name: str, content: bytes) -> tuple[Grid, ...]:
        """全部表，含隐藏的；打不开、加密、不是表格文件抛 Unreadable。"""


class SheetWriter(Protocol):
    """表格写出：摆好的表写成文件。"""

    def xlsx(self, sheets: Sequence[Sheet]) -> bytes:
        """带公式的工作簿。"""

    def docx(self, sheets: Sequence[Sheet]) -> bytes:
        """文字文档里的表格。"""


class UploadStore(Protocol):
    """上传的材料：按内容的摘要存取，存下就不再改。"""

    def keep(self, sha256: str, content: bytes) -> None:
        """存下；已有的不重写。"""

    def content(self, sha256: str) -> bytes:
        """取回；没有抛 NotFound。"""


class CheckPapers(Protocol):
    """核查文书：同样的输入得到同样的字节。"""

    def comments(
        self, name: str, content: bytes, findings: Sequence[Finding], at: datetime
    ) -> bytes:
        """带批注的 docx；别的格式抛 BadInput。"""

    def workbook(self, result: CheckResult, at: datetime) -> bytes:
        """问题清单 xlsx。"""

    def page(self, certificate: Certificate) -> bytes:
        """一页核查证明 docx，内含机读内容。"""

    def parse(self, name: str, content: bytes) -> Certificate:
        """从核查证明（docx 或 json）取机读内容；不是的抛 BadInput。"""

    def save(self, path: Path, content: bytes) -> None:
        """写到磁盘；写不了抛 BadInput。"""

    def load(self, path: Path) -> bytes | None:
        """取先前写下的；没有或读不了是 None。"""

    def rule_pack(self) -> RulePack:
        """现在的规则包。"""


class FalseAlarms(Protocol):
    """误报登记簿：只追加。"""

    def append(self, alarm: FalseAlarm) -> None:
        """追加一条。"""

    def all(self) -> tuple[FalseAlarm, ...]:
        """全部误报，先登记的在前。"""


class Workers(Protocol):
    """工作进程：同时做几件事，每件有时限；做不成的只失这一件。"""

    def each(
        self, job: Callable[[Task], Done], tasks: Sequence[Task], workers: int, seconds: float
    ) -> Iterator[Done | JigaoError]:
        """按次序给出每件事的结果或差错。job 和结果须能 pickle。"""
