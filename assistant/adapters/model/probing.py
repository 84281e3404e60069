"""探测：端点连得上吗、有没有这个模型、结构化答复用哪种方式。只送固定的问话，不送任何内容。"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openai
from pydantic import BaseModel, ValidationError

from assistant.adapters.model.chat import Chat
from assistant.adapters.model.failures import spoken
from assistant.adapters.model.providers import Endpoint
from assistant.adapters.model.structured import MODES, Mode
from assistant.domain.errors import Unavailable
from assistant.domain.prompt import Prompt

_ASK = Prompt(
    name="probe",
    version="1",
    purpose="探测结构化答复的方式",
    inputs=(),
    reply="json",
    role="small",
    temperature=0,
    text="请给出一个对象：word 填“好”，items 填两个词“甲”“乙”。",
)


class Echo(BaseModel):
    """探测用的答复。"""

    word: str
    items: list[str]


class Check(NamedTuple):
    """一项检查的结果。"""

    name: str
    fine: bool
    words: str
    todo: str = ""


def opened(endpoint: Endpoint, memory: Path) -> Chat:
    """接好的对话模型。方式为 auto 的先看记下的探测结果，没有就探一次。"""
    if endpoint.structured_output != "auto":
        return Chat(endpoint, endpoint.structured_output)
    place = f"{endpoint.base_url} {endpoint.small}"
    known = _remembered(memory)
    if known.get(place) not in MODES:
        known[place] = best_mode(endpoint)
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    return Chat(endpoint, known[place])


def _remembered(memory: Path) -> dict[str, Mode]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def best_mode(endpoint: Endpoint) -> Mode:
    """依次试四种方式，取第一种答得对的；都不成时用 prompt。连不上则抛 Unavailable。"""
    reach(endpoint)
    return next((mode for mode in MODES if works(endpoint, mode)), "prompt")


def works(endpoint: Endpoint, mode: Mode) -> bool:
    """这种方式能得到对的对象。"""
    try:
        answer, _ = Chat(endpoint, mode, attempts=1).reply(_ASK, _ASK.text, Echo)
    except (Unavailable, ValidationError):
        return False
    return bool(answer.word) and len(answer.items) == 2


def reach(endpoint: Endpoint) -> tuple[str, ...]:
    """端点上的模型名；连不上抛 Unavailable。没有模型列表的服务返回空。"""
    client = openai.OpenAI(
        base_url=endpoint.base_url,
        api_key=endpoint.key.get_secret_value() or "none",
        timeout=endpoint.timeout,
        max_retries=0,
    )
    with client, spoken(endpoint, endpoint.large):
        try:
            return tuple(model.id for model in client.models.list())
        except openai.NotFoundError:
            return ()


def checks(endpoint: Endpoint) -> Iterator[Check]:
    """逐项检查，前一项不通就不往下走。"""
    try:
        names = reach(endpoint)
    except Unavailable as error:
        yield Check("连接", False, error.where, error.todo)
        return
    yield Check("连接", True, f"{endpoint.title} {endpoint.host} 连得上")
    yield from _named(endpoint, names)
    yield from _modes(endpoint)


def _named(endpoint: Endpoint, names: tuple[str, ...]) -> Iterator[Check]:
    for role, model in (("大模型", endpoint.large), ("小模型", endpoint.small)):
        if not names:
            yield Check(role, True, f"{model}（服务没有给出模型列表，未核对）")
        elif model in names:
            yield Check(role, True, f"{model} 在服务的模型列表里")
        else:
            yield Check(
                role,
                False,
                f"服务的模型列表里没有 {model}",
                f"列表里有：{'、'.join(names[:8])}。请改 JIGAO_MODEL 或 JIGAO_SMALL_MODEL。",
            )


def _modes(endpoint: Endpoint) -> Iterator[Check]:
    good = [mode for mode in MODES if works(endpoint, mode)]
    if not good:
        yield Check("结构化答复", False, "四种方式都没有得到对的答复", "换一个模型，或不接模型。")
        return
    chosen = endpoint.structured_output
    if chosen == "auto":
        yield Check("结构化答复", True, f"可用 {'、'.join(good)}，自动取 {good[0]}")
    elif chosen in good:
        yield Check("结构化答复", True, f"{chosen} 可用")
    else:
        yield Check(
            "结构化答复", False, f"{chosen} 不可用", f"请设 JIGAO_STRUCTURED_OUTPUT={good[0]}。"
        )
