"""关口：送出的字节里没有数和姓名，回来的话换成原样，各种故障都变成一句话。"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from assistant.adapters.model.gateway import Gateway
from assistant.adapters.model.structured import MODES, Mode
from assistant.domain.errors import Unavailable, Withheld
from assistant.domain.prompt import Prompt
from tests.adapters.model.lines import line
from tests.fake_openai import FakeOpenAI, Fault
from tests.fake_wire import Body

ASK = Prompt(
    name="ask",
    version="3",
    purpose="试一问",
    inputs=("said", "law"),
    public=("law",),
    reply="json",
    temperature=0,
    text="法：$law\n话：<<<$said>>>",
)
SAID = {"said": "2022年在职28人，王局长说执行数八百来万", "law": "《预算法》第四十条：百分之三"}


class Quote(BaseModel):
    quote: str


def echo(body: Body) -> str:
    """把话原样放进答复。"""
    text = str(body["messages"][-1]["content"])
    said = text.partition("<<<")[2].partition(">>>")[0]
    return json.dumps({"quote": said}, ensure_ascii=False)


def tell(body: Body) -> str:
    return str(json.loads(echo(body))["quote"])


@pytest.fixture
def server() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(echo) as running:
        yield running


@pytest.mark.parametrize("mode", MODES)
def test_a_reply_comes_back_in_the_officers_own_words(
    server: FakeOpenAI, tmp_path: Path, mode: Mode
) -> None:
    gateway = Gateway(line(server.url, tmp_path, mode))
    assert gateway.reply(ASK, SAID, Quote).quote == SAID["said"]


def test_the_wire_carries_years_and_law_but_no_figure_and_no_name(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    Gateway(line(server.url, tmp_path)).reply(ASK, SAID, Quote)
    assert "2022年" in server.wire
    assert "第四十条：百分之三" in server.wire
    for secret in ("28", "八百来万", "王局"):
        assert secret not in server.wire


def test_names_of_the_fact_sheet_stay_here(server: FakeOpenAI, tmp_path: Path) -> None:
    gateway = Gateway(line(server.url, tmp_path)).serving("r1", ("云某某",))
    reply = gateway.reply(ASK, {**SAID, "said": "云某某到场"}, Quote)
    assert reply.quote == "云某某到场"
    assert "云某某" not in server.wire


def test_a_stream_restores_tokens_cut_between_pieces(server: FakeOpenAI, tmp_path: Path) -> None:
    server.mind = tell
    gateway = Gateway(line(server.url, tmp_path))
    pieces = list(gateway.stream(ASK, SAID))
    assert "".join(pieces) == SAID["said"]
    assert len(pieces) > 1


@pytest.mark.parametrize("said", ["这是秘密文件", "机 密材料", "李某某说可以"])
def test_what_needs_a_look_is_not_sent_until_seen(
    server: FakeOpenAI, tmp_path: Path, said: str
) -> None:
    gateway = Gateway(line(server.url, tmp_path))
    with pytest.raises(Withheld, match="没有送给模型"):
        gateway.reply(ASK, {**SAID, "said": said}, Quote)
    assert server.seen == []
    assert (
        gateway.serving("r1", (), seen=True).reply(ASK, {**SAID, "said": said}, Quote).quote == said
    )


def test_each_sending_is_noted_without_its_content(server: FakeOpenAI, tmp_path: Path) -> None:
    out = line(server.url, tmp_path)
    Gateway(out).reply(ASK, SAID, Quote)
    (sent,) = out.log.dispatches()
    assert (sent.prompt, sent.what, sent.outcome) == ("ask@3", "试一问", "好")
    assert sent.hidden == {"计数": 1, "姓名": 1, "金额": 1}
    assert sent.tokens_in > 0
    noted = (tmp_path / "calls.jsonl").read_text("utf-8")
    assert "28人" not in noted
    assert "在职" not in noted


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault("status", 401), "不认这个密钥"),
        (Fault("status", 403), "不能用模型"),
        (Fault("status", 402), "余额不足"),
        (Fault("status", 404), "没有模型 demo"),
        (Fault("status", 400), "不收这样的请求"),
        (Fault("status", 429, header=("retry-after", "60")), "请求太多"),
        (Fault("status", 500), "出错（500）"),
        (Fault("refuse"), "连不上"),
        (Fault("raw", text='{"quote": '), "不成样子"),
        (Fault("raw", text="I am sorry, I cannot help."), "不成样子"),
        (Fault("raw", text='{"answer": 1}'), "不成样子"),
        (Fault("raw", text='{"quote": "' + "长" * 20_000 + '"}'), "长得离谱"),
        (Fault("empty"), "不成样子"),
        (Fault("tool"), "不成样子"),
        (Fault("html"), "多半是一张网页"),
    ],
)
def test_a_failing_model_is_said_in_one_sentence(
    server: FakeOpenAI, tmp_path: Path, fault: Fault, words: str
) -> None:
    server.faults.extend([fault] * 3)
    with pytest.raises(Unavailable) as failure:
        Gateway(line(server.url, tmp_path)).reply(ASK, SAID, Quote)
    assert words in failure.value.where


@pytest.mark.parametrize(
    "fault",
    [
        Fault("status", 503),
        Fault("status", 429, header=("retry-after", "0")),
        Fault("refuse"),
        Fault("raw", text="{"),
        Fault("empty"),
    ],
)
def test_a_passing_fault_is_retried(server: FakeOpenAI, tmp_path: Path, fault: Fault) -> None:
    server.faults.append(fault)
    gateway = Gateway(line(server.url, tmp_path))
    assert gateway.reply(ASK, SAID, Quote).quote == SAID["said"]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault("cut"), "中途断了"),
        (Fault("empty"), "什么也没写"),
        (Fault("tool"), "擅自调用工具"),
        (Fault("raw", text="长" * 20_000), "长得离谱"),
        (Fault("status", 401), "密钥"),
        (Fault("html"), "多半是一张网页"),
    ],
)
def test_a_failing_stream_is_said_in_one_sentence(
    server: FakeOpenAI, tmp_path: Path, fault: Fault, words: str
) -> None:
    server.mind = tell
    server.faults.extend([fault] * 3)
    with pytest.raises(Unavailable, match=words):
        list(Gateway(line(server.url, tmp_path)).stream(ASK, SAID))


def test_a_silent_server_is_given_up_after_the_time_limit(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    server.faults.append(Fault("hang"))
    with pytest.raises(Unavailable, match=r"0\.2 秒内没有答完"):
        Gateway(line(server.url, tmp_path, timeout=0.2)).reply(ASK, SAID, Quote)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:9/v1", "那里没有服务在听"),
        ("http://no-such-host.invalid/v1", "域名查不到"),
    ],
)
def test_a_server_that_is_not_there(tmp_path: Path, url: str, words: str) -> None:
    with pytest.raises(Unavailable, match=words):
        Gateway(line(url, tmp_path)).reply(ASK, SAID, Quote)


def test_a_stream_leaves_out_what_the_model_thought(server: FakeOpenAI, tmp_path: Path) -> None:
    server.mind = lambda body: f"<think>数是【计数1】吗？</think>\n{tell(body)}"
    assert "".join(Gateway(line(server.url, tmp_path)).stream(ASK, SAID)) == SAID["said"]


def test_a_cancelled_stream_is_noted(server: FakeOpenAI, tmp_path: Path) -> None:
    server.mind = tell
    out = line(server.url, tmp_path)
    stream = Gateway(out).stream(ASK, SAID)
    assert isinstance(stream, Iterator)
    next(stream)
    del stream
    assert [sent.outcome for sent in out.log.dispatches()] == ["中途取消"]
