"""自检：没有接模型不算毛病；接错了说得出哪里不对、怎么办，退出码为 2。"""

import shutil
from pathlib import Path
from typing import Any

import pytest

from assistant.bootstrap import connect
from assistant.domain.checkup import Check
from assistant.settings import Settings
from tests.fake_openai import FakeOpenAI, Fault
from tests.journey.test_command_line import Office
from tests.needs import ROOT


def checkup(folder: Path, **given: Any) -> dict[str, Check]:
    settings = Settings.model_validate({"data_dir": folder / "data", "model_timeout": 5, **given})
    return {check.name: check for check in connect(settings).checkup()}


def test_without_a_model_all_is_well(tmp_path: Path) -> None:
    told = Office(tmp_path / "data").run("doctor")
    assert told["fine"]
    names = {check["name"]: check for check in told["checks"]}
    assert {"数据目录", "报告库", "大纲", "提示词", "法规检索", "模型", "向量"} <= names.keys()
    assert "没有接模型" in names["模型"]["words"]


def test_a_model_and_an_embedding_service_that_work(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        found = checkup(
            tmp_path,
            JIGAO_BASE_URL=server.url,
            model="demo",
            embedding_base_url=server.url,
            embedding_model="e",
        )
    assert found["结构化答复"].words.endswith("用 json_schema")
    assert "64 维" in found["向量"].words
    assert all(check.fine or check.optional for check in found.values())


def test_a_wrong_model_is_an_error_of_setting(tmp_path: Path) -> None:
    with FakeOpenAI(models=("qwen", "bge")) as server:
        office = Office(tmp_path / "data", JIGAO_BASE_URL=server.url, JIGAO_MODEL="demo")
        told = office.run("doctor", code=2)
    wrong = next(check for check in told["checks"] if check["name"] == "大模型")
    assert "没有 demo" in wrong["words"]
    assert "qwen、bge" in wrong["todo"]


@pytest.mark.parametrize(
    ("settings", "name", "says"),
    [
        ({"model": "m"}, "模型", "没有都填"),
        ({"provider": "deepseek", "model": "m"}, "模型", "要密钥"),
        ({"provider": "nobody", "model": "m"}, "模型", "不认识 nobody"),
        ({"JIGAO_BASE_URL": "http://127.0.0.1:9/v1", "model": "m"}, "连接", "连不上"),
        (
            {"embedding_base_url": "http://127.0.0.1:9/v1", "embedding_model": "e"},
            "向量",
            "连不上向量服务 127.0.0.1:9",
        ),
        ({"locality": "nowhere"}, "缺省地区", "没有地区口径 nowhere"),
        ({"database_url": "flurb://x"}, "报告库", "打不开"),
    ],
)
def test_what_is_wrong_is_said(
    tmp_path: Path, settings: dict[str, str], name: str, says: str
) -> None:
    check = checkup(tmp_path, **settings)[name]
    assert not check.fine
    assert says in check.words
    assert check.todo


@pytest.mark.parametrize(
    ("fault", "name", "says", "todo"),
    [
        (Fault("html"), "结构化答复", "多半是一张网页", "JIGAO_BASE_URL"),
        (Fault("status", 404), "结构化答复", "没有模型 demo，或地址不对", "到 /v1 为止"),
        (Fault("status", 429), "结构化答复", "请求太多", "过一会儿"),
        (Fault("raw", text="你好"), "结构化答复", "四种方式都没有得到对的答复", "换一个模型"),
    ],
)
def test_a_service_that_answers_wrongly_is_told_apart(
    tmp_path: Path, fault: Fault, name: str, says: str, todo: str
) -> None:
    with FakeOpenAI() as server:
        server.faults.extend([fault] * 20)
        check = checkup(tmp_path, JIGAO_BASE_URL=server.url, model="demo")[name]
    assert not check.fine
    assert says in check.words
    assert todo in check.todo
    assert "不接模型的办法" not in check.todo


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (Fault("status", 404), "没有模型 e，或地址不对"),
        (Fault("status", 401), "向量服务不认这个密钥"),
        (Fault("html"), "多半是一张网页"),
    ],
)
def test_an_embedding_service_that_fails_is_explained(
    tmp_path: Path, fault: Fault, says: str
) -> None:
    with FakeOpenAI() as server:
        server.faults.append(fault)
        given = {"embedding_base_url": server.url, "embedding_model": "e"}
        check = checkup(tmp_path, **given)["向量"]
    assert not check.fine
    assert says in check.words
    assert "JIGAO_EMBEDDING_" in check.todo


def test_a_hanging_service_does_not_hang_the_checkup(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        server.faults.extend([Fault("hang")] * 20)
        check = checkup(tmp_path, JIGAO_BASE_URL=server.url, model="demo", model_timeout=0.3)
        assert "没有答完" in check["结构化答复"].words


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", encoding="utf-8")
    found = checkup(tmp_path)
    assert "JIGAO_DATA_DIR" in found["数据目录"].todo
    assert "打不开" in found["报告库"].words


def test_broken_knowledge_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copytree(ROOT / "prompts", tmp_path / "prompts")
    (tmp_path / "knowledge/secrecy.yaml").write_text("[", encoding="utf-8")
    (tmp_path / "prompts/turn.md").write_text("没有说明", encoding="utf-8")
    desk = connect(Settings(data_dir=tmp_path / "data"), tmp_path / "knowledge")
    found = {check.name: check for check in desk.checkup()}
    assert "secrecy.yaml" in found["涉密字样"].words
    assert "turn.md" in found["提示词"].words
    assert found["大纲"].fine
