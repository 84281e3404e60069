"""工作台：工作流所用的全部端口。bootstrap 造出它，页面和命令都拿它来用。"""

from typing import Protocol

from assistant.model_ports import LanguageModel, Outbox, PromptBook
from assistant.ports import (
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
    UploadStore,
    Workers,
)


class CheckDesk(Protocol):
    """查验台：校核一份写好的报告所要的东西，不涉及报告库、依据库和模型。"""

    @property
    def clock(self) -> Clock:
        """时钟。"""

    @property
    def catalogue(self) -> Catalogue:
        """知识目录。"""

    @property
    def library(self) -> Library:
        """资料库。"""

    @property
    def reader(self) -> DocumentReader:
        """文档读入。"""

    @property
    def workers(self) -> Workers:
        """工作进程。"""

    @property
    def papers(self) -> CheckPapers:
        """核查文书。"""

    @property
    def false_alarms(self) -> FalseAlarms:
        """误报登记簿。"""


class Desk(CheckDesk, Protocol):
    """一张办公桌：伸手就有的东西。model 为 None 表示没有接模型。"""

    @property
    def reports(self) -> ReportRepository:
        """报告存储。"""

    @property
    def grids(self) -> GridReader:
        """表格读入。"""

    @property
    def uploads(self) -> UploadStore:
        """上传的材料。"""

    @property
    def evidence(self) -> EvidenceStore:
        """依据库。"""

    @property
    def writer(self) -> ReportWriter:
        """成稿。"""

    @property
    def prompts(self) -> PromptBook:
        """提示词。"""

    @property
    def outbox(self) -> Outbox:
        """发件簿。"""

    @property
    def model(self) -> LanguageModel | None:
        """语言模型。"""
