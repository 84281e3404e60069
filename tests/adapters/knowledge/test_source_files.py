"""法规文件的读入：一个文件一份文件，一个标题一条，错处指明文件与行。"""

from datetime import date
from pathlib import Path

import pytest

from assistant.adapters.knowledge.source_files import read_file, read_folder
from assistant.domain.errors import BadData
from tests.needs import ROOT

HEAD = """---
id: law
title: 中华人民共和国云岭示范法
level: 法律
effective_from: 2020-01-01
---
"""
CARD = """# 第一章 总则

## 第三条 公开

批复后二十日内公开。

topics: 公开、期限
phrases: 几天内要公开；什么时候上网
"""


def write(folder: Path, text: str, name: str = "law.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_heading_is_a_provision_with_its_chapter_topics_and_phrases(tmp_path: Path) -> None:
    (passage,) = read_file(write(tmp_path, HEAD + CARD))
    assert (passage.id, passage.provision) == ("law#第三条", "第三条")
    assert passage.source.name == "云岭示范法"
    assert passage.source.effective_from == date(2020, 1, 1)
    assert (passage.heading, passage.text) == ("第一章 总则 公开", "批复后二十日内公开。")
    assert passage.topics == ("公开", "期限")
    assert passage.phrases == ("几天内要公开", "什么时候上网")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CARD, "第1行：缺少文件头"),
        (HEAD, "没有一条规定"),
        (HEAD.replace("id: law", "id: other") + CARD, "与文件名 law 不同"),
        (HEAD.replace("2020-01-01", "二〇二〇年") + CARD, "effective_from 不对"),
        (HEAD.replace("level: 法律", "level: [") + CARD, "不是正确的 YAML"),
        (HEAD + CARD.replace("topics: 公开、期限\n", ""), "第9行：第三条 缺少 topics"),
        (HEAD + CARD.replace("批复后二十日内公开。", ""), "第9行：第三条 没有正文"),
        (HEAD + CARD + CARD, "第三条 写了两次"),
        (HEAD.replace("level", "verified: false\nlevel") + CARD, "待核文件不得写条号 第三条"),
    ],
)
def test_a_fault_names_the_file_and_the_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadData) as caught:
        read_file(write(tmp_path, text))
    assert said in caught.value.where
    assert "law.md" in caught.value.where


def test_the_cards_of_the_project_can_all_be_read() -> None:
    passages = read_folder(ROOT / "knowledge" / "regulations")
    assert len({passage.id for passage in passages}) == len(passages) > 0
    assert all(passage.source.last_checked for passage in passages)
