"""结构化答复的四种方式。各家支持的不同，由设置或探测定；认不出的一律按 prompt。"""

import json
import re
from typing import Any, Literal

from langchain_core.runnables import Runnable, RunnableLambda
from langchain_openai import ChatOpenAI
from pydantic import BaseModel

from assistant.model_ports import Reply

Mode = Literal["json_schema", "function_calling", "json_mode", "prompt"]
MODES: tuple[Mode, ...] = ("json_schema", "function_calling", "json_mode", "prompt")


def structured(chat: ChatOpenAI, shape: type[BaseModel], mode: Mode) -> Runnable[str, Any]:
    """按方式包好的模型；结果是 raw、parsed、parsing_error 三项。"""
    if mode == "prompt":
        return chat | RunnableLambda(lambda raw: {"raw": raw, "parsed": None})
    return chat.with_structured_output(shape, method=mode, include_raw=True)


def asked_for(text: str, shape: type[BaseModel], mode: Mode) -> str:
    """后两种方式要在话里写明 JSON 的样子。"""
    if mode in ("json_schema", "function_calling"):
        return text
    schema = json.dumps(shape.model_json_schema(), ensure_ascii=False)
    return f"{text}\n\n只输出一个 JSON 对象，不要别的话。JSON 要合这个 schema：\n{schema}"


def parsed(answer: dict[str, Any], shape: type[Reply]) -> Reply:
    """答复里的对象；LangChain 没认出的，从文字里找 JSON。不成的抛 ValidationError。"""
    found = answer.get("parsed")
    if isinstance(found, shape):
        return found
    return shape.model_validate_json(_json_in(str(answer["raw"].content)))


def _json_in(text: str) -> str:
    """文字里的 JSON 对象：去掉思考过程、代码围栏和前后的话。"""
    body = re.sub(r"<think>.*?</think>", "", text, flags=re.S)
    start, end = body.find("{"), body.rfind("}")
    return body[start : end + 1] if 0 <= start < end else ""
