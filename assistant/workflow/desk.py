"""工作台：工作流所用的全部端口。bootstrap 造出它，页面和命令都拿它来用。"""

from typing import Protocol

from assistant.ports import (
    Catalogue,
    Clock,
    DocumentReader,
    EvidenceStore,
    LanguageModel,
    Outbox,
    PromptBook,
    ReportRepository,
    UploadStore,
)


class Desk(Protocol):
    """一张办公桌：伸手就有的东西。model 为 None 表示没有接模型。"""

    @property
    def clock(self) -> Clock:
        """时钟。"""

    @property
    def reports(self) -> ReportRepository:
        """报告存储。"""

    @property
    def catalogue(self) -> Catalogue:
        """知识目录。"""

    @property
    def evidence(self) -> EvidenceStore:
        """依据库。"""

    @property
    def reader(self) -> DocumentReader:
        """文档读入。"""

    @property
    def uploads(self) -> UploadStore:
        """上传的材料。"""

    @property
    def prompts(self) -> PromptBook:
        """提示词。"""

    @property
    def outbox(self) -> Outbox:
        """发件簿。"""

    @property
    def model(self) -> LanguageModel | None:
        """语言模型。"""
