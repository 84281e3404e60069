"""探测：各家支持的方式不同，自动挑出能用的；doctor 说得出哪里不对。"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.adapters.model.examining import checks
from assistant.adapters.model.probing import Manner, opened, works
from assistant.adapters.model.providers import endpoint as endpoint_of
from assistant.adapters.model.providers import providers
from assistant.domain.errors import BadInput
from assistant.settings import Settings
from tests.adapters.model.lines import endpoint
from tests.fake_mind import demo
from tests.fake_openai import FakeOpenAI, Fault
from tests.fake_wire import Body
from tests.needs import ROOT


@pytest.mark.parametrize(
    ("refused", "mode"),
    [
        (set(), "json_schema"),
        ({"json_schema"}, "function_calling"),
        ({"json_schema", "tools"}, "json_mode"),
        ({"json_schema", "tools", "json_object"}, "prompt"),
    ],
)
def test_the_first_mode_that_works_is_taken_and_remembered(
    tmp_path: Path, refused: set[str], mode: str
) -> None:
    memory = tmp_path / "data" / "mode.json"
    with FakeOpenAI() as server:
        server.refused_modes = refused
        assert opened(endpoint(server.url), memory).mode == mode
        asked = len(server.seen)
        assert opened(endpoint(server.url), memory).mode == mode
        assert len(server.seen) == asked


def test_a_service_that_refuses_extra_arguments_is_asked_without_them(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        server.refused_params = {"thinking"}
        where = endpoint(server.url)._replace(body={"thinking": {"type": "disabled"}})
        assert opened(where, tmp_path / "m.json").endpoint.body == {}
        assert opened(where, tmp_path / "m.json").endpoint.body == {}
        last = list(checks(where))[-2]
        assert (last.fine, last.words) == (True, "服务不收另带的参数，去掉之后可用")


def test_extra_arguments_and_temperature_go_out_as_the_table_says() -> None:
    with FakeOpenAI() as server:
        where = endpoint(server.url)._replace(body={"enable_thinking": False}, temperature=False)
        assert works(where, Manner("json_mode"))
        assert '"enable_thinking": false' in server.wire
        assert "temperature" not in server.wire


def test_a_short_context_is_noticed() -> None:
    def forgetful(body: Body) -> str:
        return demo(body).replace("青石", "不记得")

    with FakeOpenAI(forgetful) as server:
        last = list(checks(endpoint(server.url)))[-1]
    assert not last.fine
    assert "OLLAMA_CONTEXT_LENGTH" in last.todo


def test_nothing_is_sent_to_a_tracing_service(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.adapters.model.lines import endpoint\n"
        "from assistant.adapters.model.probing import Manner, works\n"
        "assert works(endpoint(sys.argv[1]), Manner('json_schema'))"
    )
    with FakeOpenAI() as model, FakeOpenAI() as tracer:
        env = os.environ | {
            "LANGSMITH_TRACING": "true",
            "LANGCHAIN_TRACING_V2": "true",
            "LANGSMITH_ENDPOINT": tracer.url,
            "LANGSMITH_API_KEY": "k",
        }
        subprocess.run([sys.executable, "-c", code, model.url], cwd=ROOT, env=env, check=True)
        assert model.seen
        assert tracer.seen == []


def test_a_spoilt_memory_is_probed_anew(tmp_path: Path) -> None:
    memory = tmp_path / "mode.json"
    memory.write_text("[", "utf-8")
    with FakeOpenAI() as server:
        assert opened(endpoint(server.url), memory).mode == "json_schema"


def test_the_checkup_names_what_is_wrong() -> None:
    with FakeOpenAI(models=("other",)) as server:
        server.refused_modes = {"json_schema"}
        where = endpoint(server.url)._replace(structured_output="json_schema")
        words = [(check.name, check.fine) for check in checks(where)]
        assert words == [
            ("连接", True),
            ("大模型", False),
            ("小模型", False),
            ("结构化答复", False),
        ]


def test_the_checkup_stops_where_nothing_answers() -> None:
    (only,) = checks(endpoint("http://127.0.0.1:9/v1"))
    assert not only.fine
    assert "连不上" in only.words


def test_a_model_that_answers_nonsense_fails_the_checkup() -> None:
    with FakeOpenAI(lambda _: "胡言乱语") as server:
        assert "四种方式都没有" in list(checks(endpoint(server.url)))[-1].words


def settings(**given: object) -> Settings:
    return Settings.model_validate({"JIGAO_BASE_URL": "", "model": "", **given})


def test_a_lone_key_attaches_nothing() -> None:
    assert endpoint_of(settings(JIGAO_API_KEY="k")) is None
    assert endpoint_of(settings(JIGAO_BASE_URL="http://x/v1")) is None


def test_a_provider_brings_its_address_and_mode() -> None:
    where = endpoint_of(settings(provider="deepseek", model="m"))
    assert where is not None
    assert (where.host, where.structured_output) == ("api.deepseek.com", "function_calling")


def test_an_unknown_provider_or_address_is_named() -> None:
    with pytest.raises(BadInput, match="不认识 nobody"):
        endpoint_of(settings(provider="nobody", model="m"))
    with pytest.raises(BadInput, match="不是网址"):
        endpoint_of(settings(JIGAO_BASE_URL="localhost:8000", model="m"))


def test_a_key_in_the_address_is_not_shown() -> None:
    where = endpoint_of(settings(JIGAO_BASE_URL="http://me:secret@host:1/v1", model="m"))
    assert where is not None
    assert where.host == "host:1"


@pytest.mark.parametrize("name", sorted(providers()))
def test_every_provider_is_complete(name: str) -> None:
    provider = providers()[name]
    assert provider.title
    assert name == "custom" or provider.base_url.startswith("http")


def test_a_fault_while_probing_is_not_a_mode(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        server.faults.append(Fault("status", 500))
        assert opened(endpoint(server.url), tmp_path / "m.json").mode == "function_calling"
