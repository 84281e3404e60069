"""关口：话出本机的唯一通道。先拦涉密字样和拿不准的，再遮盖，送出，换回，记一笔。"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import NamedTuple

from assistant.adapters.model.call_log import CallLog
from assistant.adapters.model.chat import Chat, Usage
from assistant.adapters.model.providers import Endpoint
from assistant.domain.errors import Unavailable, Withheld
from assistant.domain.outgoing import Dispatch
from assistant.domain.prompt import Prompt
from assistant.model_ports import Reply
from assistant.ports import Clock
from assistant.reading.privacy.masking import Masked, mask
from assistant.reading.privacy.secrecy import Secrecy

_HELD = 16


class Line(NamedTuple):
    """一条外线：端点、对话模型、发件簿、时钟、涉密字样。chat 到用时才造。"""

    endpoint: Endpoint
    chat: Callable[[], Chat]
    log: CallLog
    clock: Clock
    secrecy: Secrecy


class Gateway:
    """语言模型的端口实现。names 是事实表里的人名；seen：人已看过并同意送出。"""

    def __init__(
        self, line: Line, names: tuple[str, ...] = (), *, report: str = "", seen: bool = False
    ) -> None:
        self._line, self._names, self._report, self._seen = line, names, report, seen

    @property
    def name(self) -> str:
        """大模型的名称。"""
        return self._line.endpoint.large

    def serving(self, report_id: str, names: Sequence[str], *, seen: bool = False) -> "Gateway":
        """为一份报告办事、另遮这些人名的同一个模型。"""
        merged = tuple(dict.fromkeys((*self._names, *names)))
        return Gateway(self._line, merged, report=report_id, seen=seen or self._seen)

    def reply(self, prompt: Prompt, inputs: Mapping[str, str], shape: type[Reply]) -> Reply:
        """结构化答复，各处文字已换回原样。"""
        masked = self._masked(prompt, inputs)
        text = prompt.fill(dict(masked.texts))
        with _Call(self._line, self._report, prompt, masked) as call:
            answer, usage = self._line.chat().reply(prompt, text, shape)
            call.heard("", usage)
        return shape.model_validate(_restored(answer.model_dump(), masked))

    def stream(self, prompt: Prompt, inputs: Mapping[str, str]) -> Iterator[str]:
        """逐段的文字，记号已换回；跨段的记号等齐了再换。"""
        masked = self._masked(prompt, inputs)
        text = prompt.fill(dict(masked.texts))
        held = ""
        with _Call(self._line, self._report, prompt, masked) as call:
            for piece, usage in self._line.chat().stream(prompt, text):
                call.heard(piece, usage)
                held += piece
                ready, held = _split(held)
                if ready:
                    yield masked.restore(ready)
        if held:
            yield masked.restore(held)

    def _masked(self, prompt: Prompt, inputs: Mapping[str, str]) -> Masked:
        """遮盖；有涉密字样或拿不准的，没人看过就不送。"""
        masked = mask(inputs.items(), self._names, prompt.public)
        own = "\n".join(text for name, text in inputs.items() if name not in prompt.public)
        reasons = [f"话里有“{word}”字样" for word in self._line.secrecy.found(own)]
        if masked.doubtful:
            reasons.append(f"拿不准“{'”“'.join(masked.doubtful)}”是不是数或姓名")
        if reasons and not self._seen:
            shown = "\n".join(t for n, t in masked.texts.items() if n not in prompt.public)
            raise Withheld(
                f"{'，'.join(reasons)}，没有送给模型",
                "看过认为可以送的，请点“可以送出”；不送也照样能办。",
                shown,
            )
        return masked


def _split(text: str) -> tuple[str, str]:
    """可以交出去的部分，和可能还没到齐的记号。"""
    cut = text.rfind("【")
    if cut < 0 or "】" in text[cut:] or len(text) - cut > _HELD:
        return text, ""
    return text[:cut], text[cut:]


def _restored(value: object, masked: Masked) -> object:
    """对象里每处文字的记号都换回。"""
    if isinstance(value, str):
        return masked.restore(value)
    if isinstance(value, dict):
        return {key: _restored(item, masked) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_restored(item, masked) for item in value]
    return value


class _Call:
    """一次送出：量时间、数记号，不论成败都记一笔。"""

    def __init__(self, line: Line, report: str, prompt: Prompt, masked: Masked) -> None:
        self._line, self._report, self._prompt, self._masked = line, report, prompt, masked
        self._began = time.perf_counter()
        self._first = 0.0
        self._usage = Usage()

    def __enter__(self) -> "_Call":
        return self

    def heard(self, piece: str, usage: Usage) -> None:
        """收到一段。"""
        if piece and not self._first:
            self._first = time.perf_counter() - self._began
        self._usage = max(self._usage, usage)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        endpoint = self._line.endpoint
        kinds = Counter(item.token.strip("【】0123456789") for item in self._masked.hidden.values())
        self._line.log.add(
            Dispatch(
                at=self._line.clock.now().isoformat(timespec="seconds"),
                endpoint=endpoint.host,
                model=endpoint.model_for(self._prompt),
                report=self._report,
                what=self._prompt.purpose,
                prompt=f"{self._prompt.name}@{self._prompt.version}",
                hidden=dict(kinds),
                seconds=round(time.perf_counter() - self._began, 3),
                first_token=round(self._first, 3),
                tokens_in=self._usage.tokens_in,
                tokens_out=self._usage.tokens_out,
                outcome=_outcome(error),
            )
        )


def _outcome(error: BaseException | None) -> str:
    if error is None:
        return "好"
    if isinstance(error, GeneratorExit):
        return "中途取消"
    return error.where if isinstance(error, Unavailable) else "程序出错"
