"""向量端点：任何 OpenAI 兼容的 /embeddings。

条文是公开的，照送；问题先拦涉密字样，再遮盖；都记一笔。
"""

import time
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import numpy as np
from pydantic import SecretStr

from assistant.adapters.model.failures import UPSETS
from assistant.domain.errors import Unavailable, Withheld
from assistant.domain.outgoing import Dispatch
from assistant.ports import Clock
from assistant.reading.privacy.masking import Masked, mask
from assistant.reading.privacy.secrecy import Secrecy

if TYPE_CHECKING:
    from langchain_openai import OpenAIEmbeddings

    from assistant.adapters.model.call_log import CallLog

_BATCH = 64
_SECONDS = 20.0


class EmbeddingLine(NamedTuple):
    """通往向量端点的外线。"""

    base_url: str
    key: SecretStr
    model: str
    log: "CallLog"
    clock: Clock
    secrecy: Secrecy

    @property
    def host(self) -> str:
        """给人看的地址。"""
        return urlsplit(self.base_url).netloc.rpartition("@")[2] or self.base_url


class EndpointEncoder:
    """向量编码器的端口实现。"""

    def __init__(self, line: EmbeddingLine) -> None:
        self._line = line
        self.name = f"{line.model}@{line.host}"

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """条款和问法：库里公开的文字。"""
        return self._send("资料库的条款", list(texts), Masked({}, {}))

    def question(self, text: str) -> list[float]:
        """遮盖后的问题。"""
        if words := self._line.secrecy.found(text):
            raise Withheld(
                f"话里有“{'”“'.join(words)}”字样，没有送给向量端点", "本次只按词面检索。"
            )
        masked = mask([("question", text)])
        return self._send("法规问题", [masked.texts["question"]], masked)[0]

    def _send(self, what: str, texts: list[str], masked: Masked) -> list[list[float]]:
        began, outcome = time.perf_counter(), "好"
        try:
            return [_unit(vector) for vector in self._client.embed_documents(texts)]
        except UPSETS as error:
            outcome = f"向量端点 {self._line.host} 连不上或答不成，本次只按词面检索"
            raise Unavailable(outcome, "请管理员查看 JIGAO_EMBEDDING_* 三项设置。") from error
        finally:
            self._note(what, masked, time.perf_counter() - began, outcome)

    def _note(self, what: str, masked: Masked, seconds: float, outcome: str) -> None:
        kinds = Counter(item.token.strip("【】0123456789") for item in masked.hidden.values())
        self._line.log.add(
            Dispatch(
                at=self._line.clock.now().isoformat(timespec="seconds"),
                endpoint=self._line.host,
                model=self._line.model,
                what=what,
                prompt="向量",
                hidden=dict(kinds),
                seconds=round(seconds, 3),
                outcome=outcome,
            )
        )

    @cached_property
    def _client(self) -> "OpenAIEmbeddings":
        from langchain_openai import OpenAIEmbeddings

        from assistant.adapters.model.tracing import switch_off

        switch_off()
        return OpenAIEmbeddings(
            model=self._line.model,
            openai_api_base=self._line.base_url,
            openai_api_key=self._line.key
            if self._line.key.get_secret_value()
            else SecretStr("none"),
            check_embedding_ctx_length=False,
            chunk_size=_BATCH,
            request_timeout=_SECONDS,
            max_retries=1,
        )


def _unit(vector: Sequence[float]) -> list[float]:
    """单位长度。"""
    row = np.array(vector, np.float32)
    length = float(np.linalg.norm(row))
    if not length or not np.isfinite(length):
        raise ValueError("零向量")
    return [float(value) for value in row / length]
