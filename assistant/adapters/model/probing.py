"""探测：端点连得上吗、结构化答复用哪种方式。只送固定的问话，不送任何内容。"""

import json
from pathlib import Path
from typing import NamedTuple

import openai
from pydantic import BaseModel

from assistant.adapters.model.chat import Chat
from assistant.adapters.model.failures import spoken
from assistant.adapters.model.providers import Endpoint
from assistant.adapters.model.structured import MODES, Mode
from assistant.domain.errors import Unavailable
from assistant.domain.prompt import Prompt

ASK = Prompt(
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


class Manner(NamedTuple):
    """和端点打交道的方式：结构化答复用哪种；plain 是只带人人都收的参数。"""

    mode: Mode
    plain: bool = False


def opened(endpoint: Endpoint, memory: Path) -> Chat:
    """接好的对话模型。方式为 auto 的先看记下的探测结果，没有就探一次。"""
    if endpoint.structured_output != "auto":
        return Chat(endpoint, endpoint.structured_output)
    place = f"{endpoint.base_url} {endpoint.small}"
    known = _remembered(memory)
    if place not in known:
        known[place] = best_manner(endpoint)
        memory.parent.mkdir(parents=True, exist_ok=True)
        kept = {name: [manner.mode, manner.plain] for name, manner in known.items()}
        memory.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    manner = known[place]
    return Chat(endpoint.plain() if manner.plain else endpoint, manner.mode)


def _remembered(memory: Path) -> dict[str, Manner]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
        return {name: Manner(mode, bool(plain)) for name, (mode, plain) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def best_manner(endpoint: Endpoint) -> Manner:
    """依次试各种方式，取第一种答得对的；都不成时用 prompt。连不上则抛 Unavailable。

    带着另外的参数都不成，再试不带的：有的服务不认这些参数，一律退回。
    """
    reach(endpoint)
    manners = [Manner(mode, plain) for plain in (False, True) for mode in MODES]
    return next((m for m in manners if works(endpoint, m)), Manner("prompt"))


def works(endpoint: Endpoint, manner: Manner) -> bool:
    """这种方式能得到对的对象。连不上、超时抛 Unavailable：不必再试别的。"""
    where = endpoint.plain() if manner.plain else endpoint
    try:
        answer, _ = Chat(where, manner.mode, attempts=1).reply(ASK, ASK.text, Echo)
    except Unavailable as error:
        if isinstance(error.__cause__, openai.APIConnectionError):
            raise
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
