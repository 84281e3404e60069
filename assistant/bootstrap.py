"""接线：由设置造出工作台。只有这里知道哪个端口由哪个适配器实现。

适配器在用到时才引入：只查一份文档的命令不必载入向量库和模型的程序库。
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.adapters.outside import Outside
from assistant.domain.checkup import Check
from assistant.model_ports import LanguageModel, Outbox, PromptBook
from assistant.ports import (
    Backups,
    Catalogue,
    CheckPapers,
    Clock,
    DocumentReader,
    EvidenceStore,
    FalseAlarms,
    GridReader,
    Library,
    ReportRepository,
    ReportWriter,
    SheetWriter,
    UploadStore,
    Workers,
)
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.adapters.knowledge.library_files import LibraryFiles
    from assistant.workflow.drafting.narrating import Jobs
    from assistant.workflow.interview.turning import Turns

ROOT = Path(__file__).resolve().parent.parent


class SystemClock:
    """本机时钟。"""

    def now(self) -> datetime:
        """当前时间，带本地时区。"""
        return datetime.now().astimezone()


class LocalDesk:
    """本机工作台。每个端口第一次用到时才接上。"""

    def __init__(self, settings: Settings, knowledge: Path, clock: Clock) -> None:
        self.settings = settings
        self.knowledge = knowledge
        self.clock = clock
        self._outside = Outside(settings, knowledge, clock)

    def __reduce__(self) -> tuple[object, ...]:
        """到工作进程里重新接线：带去的只有设置。"""
        return connect, (self.settings, self.knowledge, self.clock)

    @cached_property
    def reports(self) -> ReportRepository:
        """报告存储。"""
        from assistant.adapters.event_store import SqlReportRepository

        return SqlReportRepository(self.settings.database_url)

    @cached_property
    def catalogue(self) -> Catalogue:
        """知识目录。"""
        from assistant.adapters.catalogue import FileCatalogue

        return FileCatalogue(self.knowledge)

    @cached_property
    def evidence(self) -> EvidenceStore:
        """依据库。"""
        from assistant.adapters.knowledge.opening import open_evidence

        return open_evidence(self.settings, self.knowledge, self._files, self._outside.embedding)

    @cached_property
    def library(self) -> Library:
        """资料库。"""
        return self._files

    @cached_property
    def _files(self) -> "LibraryFiles":
        """资料库的文件：依据库也由它派生。"""
        from assistant.adapters.knowledge.folders import shelves
        from assistant.adapters.knowledge.library_files import LibraryFiles

        return LibraryFiles(shelves(self.knowledge, self.settings.data_dir))

    @cached_property
    def reader(self) -> DocumentReader:
        """文档读入。"""
        from assistant.adapters.documents.guarded_reader import GuardedReader

        return GuardedReader(self.workers)

    @cached_property
    def uploads(self) -> UploadStore:
        """上传的材料。"""
        from assistant.adapters.upload_files import UploadFiles

        return UploadFiles(self.settings.data_dir / "uploads")

    @cached_property
    def grids(self) -> GridReader:
        """表格读入。"""
        from assistant.adapters.forms.reader import FormFileReader

        return FormFileReader()

    @cached_property
    def sheets(self) -> SheetWriter:
        """表格写出。"""
        from assistant.adapters.forms.writer import FormFileWriter

        return FormFileWriter()

    @cached_property
    def prompts(self) -> PromptBook:
        """提示词。"""
        from assistant.adapters.prompt_files import PromptFiles

        return PromptFiles(self.knowledge.parent / "prompts")

    @cached_property
    def papers(self) -> CheckPapers:
        """核查文书。"""
        from assistant.adapters.papers.papers import FilePapers

        return FilePapers()

    @cached_property
    def false_alarms(self) -> FalseAlarms:
        """误报登记簿。"""
        from assistant.adapters.false_alarm_log import FileFalseAlarms

        return FileFalseAlarms(self.settings.data_dir)

    @cached_property
    def workers(self) -> Workers:
        """工作进程。"""
        from assistant.adapters.workers import ProcessWorkers

        return ProcessWorkers(self.settings.data_dir)

    @cached_property
    def outbox(self) -> Outbox:
        """发件簿。"""
        return self._outside.outbox

    @cached_property
    def model(self) -> LanguageModel | None:
        """语言模型；没有设置为 None。"""
        if (line := self._outside.line) is None:
            return None
        from assistant.adapters.model.gateway import Gateway

        return Gateway(line)

    def checkup(self) -> Iterator[Check]:
        """自检各项，逐项给出。"""
        from assistant.adapters.checkups import endpoints, knowledge, programs, storage

        yield from storage.checks(self.settings.data_dir, self.settings.database_url)
        yield from knowledge.checks(self.knowledge, self.settings.locality)
        yield from knowledge.retrieval(self.evidence, self.clock.now().date())
        yield from endpoints.checks(self.settings)
        yield from programs.checks()

    @cached_property
    def turns(self) -> "Turns":
        """正在答的话。"""
        from assistant.workflow.interview.turning import Turns

        return Turns(self)

    @cached_property
    def jobs(self) -> "Jobs":
        """正在进行的成批起草。"""
        from assistant.workflow.drafting.narrating import Jobs

        return Jobs(self)

    @cached_property
    def writer(self) -> ReportWriter:
        """成稿。"""
        from assistant.adapters.docx_report import DocxReportWriter

        return DocxReportWriter()

    @cached_property
    def backups(self) -> Backups:
        """备份。"""
        from assistant.adapters.backup_file import BackupFile

        return BackupFile(self.reports, self.settings.data_dir)


def connect(
    settings: Settings, knowledge: Path = ROOT / "knowledge", clock: Clock | None = None
) -> LocalDesk:
    """由设置造出工作台。"""
    return LocalDesk(settings, knowledge, clock or SystemClock())
