"""对话模型：经 LangChain 的 ChatOpenAI 连一个端点。只管收发和失败，不管遮盖。"""

from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from typing import NamedTuple

import tenacity
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_openai import ChatOpenAI

from assistant.adapters.model.failures import (
    Malformed,
    retry_after,
    spoken,
    worth_retrying,
)
from assistant.adapters.model.providers import Endpoint
from assistant.adapters.model.structured import Mode, asked_for, parsed, structured
from assistant.adapters.model.thoughts import Thoughts
from assistant.adapters.model.tracing import switch_off
from assistant.domain.errors import Unavailable
from assistant.domain.prompt import Prompt
from assistant.model_ports import Reply

LONGEST = 12_000


class Usage(NamedTuple):
    """用掉的记号数；服务器没报为 0。"""

    tokens_in: int = 0
    tokens_out: int = 0


class Chat:
    """一个端点上的大小两个模型。"""

    def __init__(
        self, endpoint: Endpoint, mode: Mode, attempts: int = 3, pause: float = 0.5
    ) -> None:
        switch_off()
        self.endpoint, self.mode = endpoint, mode
        self._clients: dict[tuple[str, float], ChatOpenAI] = {}
        self._retrying = tenacity.Retrying(
            stop=tenacity.stop_after_attempt(attempts),
            retry=tenacity.retry_if_exception(worth_retrying),
            wait=lambda state: _wait(state, pause),
            reraise=True,
        )

    def reply(self, prompt: Prompt, text: str, shape: type[Reply]) -> tuple[Reply, Usage]:
        """结构化答复。坏 JSON、空答复再试一次，仍不成抛 Malformed。"""
        return self._retrying(self._reply, prompt, text, shape)

    def _reply(self, prompt: Prompt, text: str, shape: type[Reply]) -> tuple[Reply, Usage]:
        model = self.endpoint.model_for(prompt)
        with spoken(self.endpoint, model):
            asked = structured(self._client(prompt), shape, self.mode)
            answer = asked.invoke(asked_for(text, shape, self.mode))
            message = answer["raw"]
            if len(str(message.content)) > LONGEST:
                raise Malformed(f"模型 {model} 的答复长得离谱")
            return parsed(answer, shape), usage_of(message)

    def stream(self, prompt: Prompt, text: str) -> Iterator[tuple[str, Usage]]:
        """逐段的文字；开头连不上会再试，出了字之后断掉不再试，抛 Unavailable。"""
        model = self.endpoint.model_for(prompt)
        chunks, first = self._retrying(self._opened, prompt, text)
        total, ended = 0, ""
        with spoken(self.endpoint, model), closing(chunks):
            thoughts = Thoughts()
            for chunk in chain([first] if first else [], chunks):
                piece = thoughts.without(text_of(chunk))
                total += len(piece)
                if total > LONGEST:
                    raise Malformed(f"模型 {model} 写得长得离谱")
                ended = chunk.response_metadata.get("finish_reason") or ended
                yield piece, usage_of(chunk)
        if not total:
            raise Malformed(f"模型 {model} 什么也没写")
        if ended != "stop":
            raise Unavailable(f"模型服务 {self.endpoint.host} 中途断了，没有写完")

    def _opened(self, prompt: Prompt, text: str) -> tuple["_Chunks", AIMessageChunk | None]:
        with spoken(self.endpoint, self.endpoint.model_for(prompt)):
            chunks: _Chunks = self._client(prompt).stream(text)  # type: ignore[assignment]
            return chunks, next(chunks, None)

    def _client(self, prompt: Prompt) -> ChatOpenAI:
        """造一次要几十毫秒（证书），同一模型同一温度的留着用。"""
        key = (self.endpoint.model_for(prompt), prompt.temperature)
        if key not in self._clients:
            self._clients[key] = self._made(*key)
        return self._clients[key]

    def _made(self, model: str, temperature: float) -> ChatOpenAI:
        return ChatOpenAI(
            model=model,
            base_url=self.endpoint.base_url,
            api_key=self.endpoint.key.get_secret_value() or "none",
            temperature=temperature if self.endpoint.temperature else None,
            extra_body=dict(self.endpoint.body) or None,
            timeout=self.endpoint.timeout,
            max_retries=0,
            stream_usage=True,
            use_responses_api=False,
        )


class _Chunks(Iterator[AIMessageChunk]):
    """LangChain 的流：可以中途关掉。"""

    def close(self) -> None:
        """断开连接。"""


def _wait(state: tenacity.RetryCallState, pause: float) -> float:
    """服务器说等多久就等多久，没说就逐次多等 pause 秒。"""
    error = state.outcome.exception() if state.outcome else None
    return max(retry_after(error), pause * state.attempt_number)


def text_of(message: AIMessage) -> str:
    """消息里的文字；擅自调用工具的抛 Malformed。"""
    if message.tool_calls and not message.content:
        raise Malformed("模型擅自调用工具")
    return message.content if isinstance(message.content, str) else message.text


def usage_of(message: AIMessage) -> Usage:
    """用掉的记号数。"""
    used = message.usage_metadata
    return Usage(used["input_tokens"], used["output_tokens"]) if used else Usage()
