"""假的模型服务：OpenAI 兼容，能答 JSON、流式、json_schema、工具调用和向量，能按吩咐出各种故障。

测试里用 with FakeOpenAI() as server；也可以手工启动来看演示：

    python -m tests.fake_openai 8000
    JIGAO_BASE_URL=http://127.0.0.1:8000/v1 JIGAO_MODEL=demo make run
"""

import hashlib
import json
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, NamedTuple

from tests.fake_mind import demo

Body = dict[str, Any]
Mind = Callable[[Body], str]


class Fault(NamedTuple):
    """一次故障。kind：status 返回该状态码；refuse 收到就断；hang 拖着不答；slow 拖一会儿再照答；
    cut 流到一半断；tool 擅自调用工具；empty 空答复；raw 照 text 原样答。"""

    kind: str
    status: int = 500
    text: str = ""
    header: tuple[str, str] | None = None
    seconds: float = 30.0


class FakeOpenAI:
    """一个开在本机随机端口上的服务。seen 是收到的每个请求体的原文。"""

    def __init__(
        self, mind: Mind = demo, port: int = 0, models: tuple[str, ...] = ("demo",)
    ) -> None:
        self.mind, self.models = mind, models
        self.seen: list[bytes] = []
        self.faults: deque[Fault] = deque()
        self.refused_modes: set[str] = set()
        self.refused_params: set[str] = set()
        self.pause = 0.0
        self.stopping = threading.Event()
        handler = type("Handler", (_Handler,), {"owner": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )

    @property
    def url(self) -> str:
        """地址，到 /v1 为止。"""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> "FakeOpenAI":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def wire(self) -> str:
        """收到的全部字节，按 JSON 解开转义后连成一段。"""
        return "\n".join(json.dumps(json.loads(b), ensure_ascii=False) for b in self.seen if b)


class _Handler(BaseHTTPRequestHandler):
    owner: FakeOpenAI
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """不出声。"""

    def do_GET(self) -> None:
        listing = [{"id": name, "object": "model"} for name in self.owner.models]
        self._json({"object": "list", "data": listing})

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.owner.seen.append(raw)
        body: Body = json.loads(raw)
        fault = self.owner.faults.popleft() if self.owner.faults else None
        if fault is not None and self._broken(fault, body):
            return
        if self.path.endswith("/embeddings"):
            self._json(_embeddings(body))
            return
        if refused := self.owner.refused_params & set(body):
            self._error(400, f"Unrecognized request argument: {', '.join(refused)}")
            return
        if _mode(body) in self.owner.refused_modes:
            self._error(400, "This response_format type is unavailable now")
            return
        text = fault.text if fault and fault.kind == "raw" else self.owner.mind(body)
        self._answer(body, text, cut=bool(fault and fault.kind == "cut"))

    def _broken(self, fault: Fault, body: Body) -> bool:
        match fault.kind:
            case "status":
                self._error(fault.status, "fault", fault.header)
            case "refuse":
                self.close_connection = True
                self.connection.close()
            case "hang":
                self.owner.stopping.wait(fault.seconds)
                self.close_connection = True
            case "slow":
                self.owner.stopping.wait(fault.seconds)
                return False
            case "empty":
                self._answer(body, "")
            case "tool":
                self._answer(body, "", tool=("delete_everything", "{}"))
            case _:
                return False
        return True

    def _answer(
        self, body: Body, text: str, *, cut: bool = False, tool: tuple[str, str] | None = None
    ) -> None:
        forced = body.get("tool_choice")
        if tool is None and isinstance(forced, dict):
            tool = (forced["function"]["name"], text)
        if body.get("stream"):
            self._stream(body, text, tool, cut=cut)
        else:
            self._json(_completion(body, text, tool))

    def _stream(self, body: Body, text: str, tool: tuple[str, str] | None, *, cut: bool) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True
        pieces = list(_pieces(text)) or [""]
        for number, piece in enumerate(pieces):
            if cut and number >= len(pieces) // 2:
                self.connection.close()
                return
            self._event(_chunk(body, {"role": "assistant", "content": piece}))
            time.sleep(self.owner.pause)
        if tool:
            call = {"index": 0, "id": "c1", "type": "function"}
            function = {"name": tool[0], "arguments": tool[1]}
            self._event(_chunk(body, {"tool_calls": [{**call, "function": function}]}))
        self._event(_chunk(body, {}, finish="stop") | {"usage": _usage(body, text)})
        with suppress(ConnectionError):
            self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, data: Body) -> None:
        with suppress(ConnectionError):
            self.wfile.write(f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode())
            self.wfile.flush()

    def _json(self, data: Body, status: int = 200, header: tuple[str, str] | None = None) -> None:
        raw = json.dumps(data, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(raw)))
        if header:
            self.send_header(*header)
        self.end_headers()
        self.wfile.write(raw)

    def _error(self, status: int, words: str, header: tuple[str, str] | None = None) -> None:
        self._json({"error": {"message": words, "type": "fault", "code": None}}, status, header)


def _mode(body: Body) -> str:
    form = body.get("response_format", {}).get("type", "")
    return form or ("tools" if body.get("tools") else "text")


def _pieces(text: str) -> Iterator[str]:
    for start in range(0, len(text), 7):
        yield text[start : start + 7]


def _usage(body: Body, text: str) -> Body:
    sent = sum(len(str(message["content"])) for message in body["messages"])
    return {"prompt_tokens": sent, "completion_tokens": len(text), "total_tokens": sent + len(text)}


def _completion(body: Body, text: str, tool: tuple[str, str] | None) -> Body:
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
        "usage": _usage(body, text),
    }


def _chunk(body: Body, delta: Body, finish: str | None = None) -> Body:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {
        "id": "fake",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": body["model"],
        "choices": [choice],
    }


def _embeddings(body: Body) -> Body:
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


def main() -> None:
    """手工启动。"""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    with FakeOpenAI(port=port) as server:
        server.pause = 0.03
        print(f"假的模型服务开在 {server.url}，模型名 demo。按 Ctrl+C 停。")  # noqa: T201
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
