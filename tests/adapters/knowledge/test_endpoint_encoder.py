import json
from pathlib import Path

import pytest
from pydantic import SecretStr
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from assistant.adapters.knowledge.endpoint_encoder import EmbeddingLine, EndpointEncoder
from assistant.adapters.model.call_log import CallLog
from assistant.domain.errors import Unavailable, Withheld
from assistant.reading.privacy.secrecy import Secrecy
from tests.fakes import FixedClock


class Bureau:
    """一个向量服务，记下收到的文字。"""

    def __init__(self, server: HTTPServer, folder: Path) -> None:
        self.heard: list[str] = []
        self.log = CallLog(folder / "calls.jsonl")
        server.expect_request("/v1/embeddings").respond_with_handler(self._answer)
        line = EmbeddingLine(
            server.url_for("/v1"),
            SecretStr("k"),
            "bge",
            self.log,
            FixedClock(),
            Secrecy.model_validate({"words": ("机密",)}),
        )
        self.encoder = EndpointEncoder(line)

    def _answer(self, request: Request) -> Response:
        texts = json.loads(request.get_data())["input"]
        self.heard += texts
        data = [
            {"object": "embedding", "index": i, "embedding": [3.0, 4.0]} for i in range(len(texts))
        ]
        body = {"object": "list", "data": data, "model": "bge", "usage": {}}
        return Response(json.dumps(body), content_type="application/json")


@pytest.fixture
def bureau(httpserver: HTTPServer, tmp_path: Path) -> Bureau:
    return Bureau(httpserver, tmp_path)


def test_passages_go_as_they_are_and_vectors_come_back_as_units(bureau: Bureau) -> None:
    found = bureau.encoder.embed(["第五条 五千元以上", "第六条"])
    assert found[0] == pytest.approx([0.6, 0.8])
    assert bureau.heard == ["第五条 五千元以上", "第六条"]


def test_a_question_goes_out_masked_and_is_noted(bureau: Bureau) -> None:
    bureau.encoder.question("接待费花了796.86万元，超没超")
    assert "796.86" not in bureau.heard[0]
    sent = bureau.log.dispatches()[0]
    assert (sent.what, sent.hidden, sent.outcome) == ("法规问题", {"金额": 1}, "好")


def test_a_question_with_a_secret_mark_stays(bureau: Bureau) -> None:
    with pytest.raises(Withheld):
        bureau.encoder.question("这份机密文件能不能公开")
    assert bureau.heard == []


def test_a_page_of_the_web_instead_of_vectors_is_unavailable_and_noted(
    httpserver: HTTPServer, tmp_path: Path
) -> None:
    """地址少写了 /v1，答的是登录页：照样只按词面检索，不当作程序出错。"""
    bureau = Bureau(httpserver, tmp_path)
    httpserver.clear()
    httpserver.expect_request("/v1/embeddings").respond_with_data(
        "<html><body>请先登录</body></html>", content_type="text/html"
    )
    with pytest.raises(Unavailable, match="只按词面检索"):
        bureau.encoder.question("预备费留多少")
    (sent,) = bureau.log.dispatches()
    assert "答不成" in sent.outcome


def test_a_dead_endpoint_is_unavailable_and_noted(tmp_path: Path) -> None:
    log = CallLog(tmp_path / "calls.jsonl")
    line = EmbeddingLine(
        "http://127.0.0.1:9/v1",
        SecretStr(""),
        "bge",
        log,
        FixedClock(),
        Secrecy.model_validate({"words": ()}),
    )
    with pytest.raises(Unavailable):
        EndpointEncoder(line).question("预备费留多少")
    assert "连不上" in log.dispatches()[0].outcome
