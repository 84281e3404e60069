"""说明与程序相符：每条命令、每项设置、每个链接和图片，README 里都有，且都在。"""

import re

import pytest

from assistant.cli.registry import NAMES
from assistant.settings import Settings
from assistant.ui.pages import PAGES
from tests.needs import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"jigao {name}\b", README)


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_in_the_readme(name: str) -> None:
    assert f"JIGAO_{name.upper()}" in README


@pytest.mark.parametrize("title", [page.title for page in PAGES])
def test_every_page_is_explained(title: str) -> None:
    assert title in README + GUIDE


@pytest.mark.parametrize("name", ["README.md", "docs/guide.md", "ARCHITECTURE.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")]
    folder = (ROOT / name).parent
    assert [link for link in links if not (folder / link).exists()] == []


def test_the_pages_files_named_in_the_architecture_exist() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(
        r"`((?:assistant|knowledge|workflow|domain|scoring|adapters)/[\w/.]+)`", text
    )
    known = [
        path if path.startswith("knowledge") else f"assistant/{path}"
        for path in (path.removeprefix("assistant/") for path in named)
    ]
    assert known
    assert [path for path in known if not (ROOT / path).exists()] == []
