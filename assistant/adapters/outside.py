"""外线：通往模型和向量端点的两条线，和它们共用的发件簿。没有设置就没有外线。"""

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.domain.outgoing import Dispatch
from assistant.model_ports import Outbox
from assistant.ports import Clock
from assistant.reading.privacy.secrecy import Secrecy
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.adapters.knowledge.endpoint_encoder import EmbeddingLine
    from assistant.adapters.model.call_log import CallLog
    from assistant.adapters.model.gateway import Line


class Outside:
    """两条外线。程序库到用时才载入。"""

    def __init__(self, settings: Settings, knowledge: Path, clock: Clock) -> None:
        self._settings = settings
        self._knowledge = knowledge
        self._clock = clock

    @property
    def outbox(self) -> Outbox:
        """发件簿。"""
        return self.log if self.line or self.embedding else NoOutbox()

    @cached_property
    def line(self) -> "Line | None":
        """通往模型的外线。程序库到用时才载入。"""
        from assistant.adapters.model.providers import endpoint

        where = endpoint(self._settings)
        if where is None:
            return None
        from assistant.adapters.model.gateway import Line
        from assistant.adapters.model.probing import opened

        folder = self._settings.data_dir
        return Line(
            where,
            cache(lambda: opened(where, folder / "model-mode.json")),
            self.log,
            self._clock,
            self._secrecy,
        )

    @cached_property
    def embedding(self) -> "EmbeddingLine | None":
        """通往向量端点的外线；地址和模型名都填了才算接上。"""
        settings = self._settings
        if not (settings.embedding_base_url and settings.embedding_model):
            return None
        from assistant.adapters.knowledge.endpoint_encoder import EmbeddingLine

        return EmbeddingLine(
            settings.embedding_base_url,
            settings.embedding_api_key,
            settings.embedding_model,
            self.log,
            self._clock,
            self._secrecy,
        )

    @cached_property
    def log(self) -> "CallLog":
        """两条外线共用的发件簿。"""
        from assistant.adapters.model.call_log import CallLog

        return CallLog(self._settings.data_dir / "logs" / "model-calls.jsonl")

    @cached_property
    def _secrecy(self) -> Secrecy:
        """涉密字样。"""
        from assistant.adapters.data_files import load

        return load(self._knowledge / "secrecy.yaml", Secrecy)


class NoOutbox:
    """没有接模型：什么也没送出。"""

    def dispatches(self) -> tuple[Dispatch, ...]:
        """总是空的。"""
        return ()
