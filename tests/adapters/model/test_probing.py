"""探测：各家支持的方式不同，自动挑出能用的；doctor 说得出哪里不对。"""

from pathlib import Path

import pytest

from assistant.adapters.model.probing import checks, opened
from assistant.adapters.model.providers import endpoint as endpoint_of
from assistant.adapters.model.providers import providers
from assistant.domain.errors import BadInput
from assistant.settings import Settings
from tests.adapters.model.lines import endpoint
from tests.fake_openai import FakeOpenAI, Fault


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
