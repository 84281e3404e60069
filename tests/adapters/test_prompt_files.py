"""提示词文件：每份都有说明、声明的输入与正文一致，写坏了说得清。"""

from pathlib import Path

import pytest

from assistant.adapters.prompt_files import PromptFiles
from assistant.domain.errors import BadData, NotFound
from tests.needs import ROOT

BOOK = PromptFiles(ROOT / "prompts")


@pytest.mark.parametrize("name", BOOK.names())
def test_every_prompt_has_its_words(name: str) -> None:
    prompt = BOOK.prompt(name)
    assert len(prompt.purpose) >= 8
    assert prompt.version.isdigit()
    assert prompt.fill(dict.fromkeys(prompt.inputs, "（空）"))


@pytest.mark.parametrize("name", BOOK.names())
def test_the_rules_of_a_prompt_are_in_chinese_and_name_no_figure_of_ours(name: str) -> None:
    text = BOOK.prompt(name).text
    assert "云岭" not in text
    assert "万元" not in text


def test_an_input_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match="turn"):
        BOOK.prompt("turn").fill({"said": "你好"})


def test_an_unknown_prompt_is_named() -> None:
    with pytest.raises(NotFound, match="没有提示词 nothing"):
        BOOK.prompt("nothing")


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("没有说明", "没有 --- 括起的说明"),
        ("---\nversion: [\n---\n正文", "说明写得不对"),
        ("---\nversion: '1'\n---\n正文", "说明写得不对"),
        (
            "---\nversion: '1'\npurpose: 试\ninputs: [a]\nreply: text\ntemperature: 0\n---\n$b",
            "不一致",
        ),
    ],
)
def test_a_broken_file_says_which_and_why(tmp_path: Path, body: str, where: str) -> None:
    (tmp_path / "broken.md").write_text(body, "utf-8")
    with pytest.raises(BadData, match=where):
        PromptFiles(tmp_path).prompt("broken")
