"""假模型服务在线上的样子：答复、流里的一段、向量，都照 OpenAI 的格式。"""

import hashlib
from collections.abc import Iterator
from typing import Any

Body = dict[str, Any]


def mode(body: Body) -> str:
    """要的是哪种答复：json_schema、json_object、tools 或 text。"""
    form = body.get("response_format", {}).get("type", "")
    return form or ("tools" if body.get("tools") else "text")


def pieces(text: str) -> Iterator[str]:
    """流里的各段。"""
    for start in range(0, len(text), 7):
        yield text[start : start + 7]


def usage(body: Body, text: str) -> Body:
    """用掉的记号，按字数算。"""
    sent = sum(len(str(message["content"])) for message in body["messages"])
    return {"prompt_tokens": sent, "completion_tokens": len(text), "total_tokens": sent + len(text)}


def completion(body: Body, text: str, tool: tuple[str, str] | None) -> Body:
    """一次答完的答复。"""
    message: Body = {"role": "assistant", "content": text}
    if tool:
        function = {"name": tool[0], "arguments": tool[1]}
        message = {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": "c1", "type": "function", "function": function}],
        }
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {
        "id": "fake",
        "object": "chat.completion",
        "created": 0,
        "model": body["model"],
        "choices": [choice],
        "usage": usage(body, text),
    }


def chunk(body: Body, delta: Body, finish: str | None = None) -> Body:
    """流里的一段。"""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {
        "id": "fake",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": body["model"],
        "choices": [choice],
    }


def embeddings(body: Body) -> Body:
    """向量的答复。"""
    texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
    data = [
        {"object": "embedding", "index": number, "embedding": _vector(str(text))}
        for number, text in enumerate(texts)
    ]
    return {
        "object": "list",
        "data": data,
        "model": body["model"],
        "usage": {"prompt_tokens": 1, "total_tokens": 1},
    }


def _vector(text: str) -> list[float]:
    """由文字定出的 64 维向量：同样的文字同样的向量。"""
    digest = hashlib.sha512(text.encode()).digest()
    return [(byte - 127.5) / 127.5 for byte in digest]
