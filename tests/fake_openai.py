"""假的模型服务：OpenAI 兼容，能答 JSON、流式、json_schema、工具调用和向量，能按吩咐出各种故障。

测试里用 with FakeOpenAI() as server；也可以手工启动来看演示：

    python -m tests.fake_openai 8000
    JIGAO_BASE_URL=http://127.0.0.1:8000/v1 JIGAO_MODEL=demo make run

起好后在终端里打 500、hang、cut 之类，下一次请求就出那样的故障。
"""

import json
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple

from tests.fake_mind import demo
from tests.fake_wire import Body, chunk, completion, embeddings, mode, pieces, usage

Mind = Callable[[Body], str]


KINDS = ("refuse", "hang", "slow", "cut", "tool", "empty", "html", "raw")
_HELP = (
    "打一行回车，下一次请求就出那样的事：401、429 2（要求等 2 秒）、500、hang、slow 5、\n"
    "refuse、cut、empty、tool、html、raw 随便什么话。一时的故障程序会再试，要看到失败就多打几行。\n"
    "打 seen 看收到了什么。"
)


class Fault(NamedTuple):
    """一次故障。kind：status 返回该状态码；refuse 收到就断；hang 拖着不答；slow 拖一会儿再照答；
    cut 流到一半断；tool 擅自调用工具；empty 空答复；html 答一张网页；raw 照 text 原样答。"""

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
            self._json(embeddings(body))
            return
        if refused := self.owner.refused_params & set(body):
            self._error(400, f"Unrecognized request argument: {', '.join(refused)}")
            return
        if mode(body) in self.owner.refused_modes:
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
            case "html":
                self._send("text/html", "<html><body>请先登录</body></html>".encode(), 200)
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
            self._json(completion(body, text, tool))

    def _stream(self, body: Body, text: str, tool: tuple[str, str] | None, *, cut: bool) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True
        parts = list(pieces(text)) or [""]
        for number, piece in enumerate(parts):
            if cut and number >= len(parts) // 2:
                self.connection.close()
                return
            self._event(chunk(body, {"role": "assistant", "content": piece}))
            time.sleep(self.owner.pause)
        if tool:
            call = {"index": 0, "id": "c1", "type": "function"}
            function = {"name": tool[0], "arguments": tool[1]}
            self._event(chunk(body, {"tool_calls": [{**call, "function": function}]}))
        self._event(chunk(body, {}, finish="stop") | {"usage": usage(body, text)})
        with suppress(ConnectionError):
            self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, data: Body) -> None:
        with suppress(ConnectionError):
            self.wfile.write(f"data: {json.dumps(data, ensure_ascii=False)}\n\n".encode())
            self.wfile.flush()

    def _json(self, data: Body, status: int = 200, header: tuple[str, str] | None = None) -> None:
        raw = json.dumps(data, ensure_ascii=False).encode()
        self._send("application/json", raw, status, header)

    def _send(
        self, kind: str, raw: bytes, status: int, header: tuple[str, str] | None = None
    ) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(raw)))
        if header:
            self.send_header(*header)
        self.end_headers()
        self.wfile.write(raw)

    def _error(self, status: int, words: str, header: tuple[str, str] | None = None) -> None:
        self._json({"error": {"message": words, "type": "fault", "code": None}}, status, header)


def ordered(words: str) -> Fault | None:
    """终端里打的一行变成一次故障；认不出为空。"""
    kind, _, rest = words.strip().partition(" ")
    if kind.isdigit():
        return Fault("status", int(kind), header=("retry-after", rest) if rest else None)
    if kind in ("hang", "slow"):
        return Fault(kind, seconds=float(rest or 30))
    return Fault(kind, text=rest) if kind in KINDS else None


def main() -> None:
    """手工启动。"""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    with FakeOpenAI(port=port) as server:
        server.pause = 0.03
        print(f"假的模型服务开在 {server.url}，模型名 demo。按 Ctrl+C 停。\n{_HELP}", flush=True)  # noqa: T201
        with suppress(KeyboardInterrupt):
            for words in sys.stdin:
                print(_done(server, words), flush=True)  # noqa: T201
            threading.Event().wait()


def _done(server: FakeOpenAI, words: str) -> str:
    if words.strip() == "seen":
        return f"共收到 {len(server.seen)} 次。最近一次：\n{server.wire.rpartition(chr(10))[2]}"
    if (fault := ordered(words)) is None:
        return _HELP
    server.faults.append(fault)
    return f"下一次请求：{fault.kind}"


if __name__ == "__main__":
    main()
