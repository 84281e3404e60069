"""知识文件缺失或写坏：命令和页面都给一句中文，说明哪个文件、怎么办，不露内部报错。"""

import shutil
from pathlib import Path

import pytest

from assistant.bootstrap import LocalDesk, connect
from assistant.domain.errors import BadData, NotFound
from assistant.settings import Settings
from assistant.workflow.books import open_book
from assistant.workflow.reports import open_example
from tests.needs import ROOT


@pytest.fixture
def house(tmp_path: Path) -> LocalDesk:
    """知识文件夹可以弄坏的一张工作台。"""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    return connect(Settings(data_dir=tmp_path / "data"), tmp_path / "knowledge")


def test_a_missing_outline_is_named_and_what_was_said_stays(house: LocalDesk) -> None:
    report = open_example(house, "王经办").report.id
    (house.knowledge / "outlines" / "department-self-evaluation.yaml").unlink()
    reopened = connect(house.settings, house.knowledge)
    with pytest.raises(NotFound, match="没有大纲 department-self-evaluation"):
        open_book(reopened, report)
    assert reopened.reports.events(report)


def test_a_broken_locality_is_named_with_its_line(house: LocalDesk) -> None:
    (house.knowledge / "localities" / "national.yaml").write_text("id: [", encoding="utf-8")
    with pytest.raises(BadData, match=r"national\.yaml 第\d+行不是正确的 YAML"):
        house.catalogue.locality("national")


def test_a_locality_with_overlapping_bands_is_refused(house: LocalDesk) -> None:
    path = house.knowledge / "localities" / "national.yaml"
    text = path.read_text(encoding="utf-8").replace("at_least: 80", "at_least: 95")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match="由高到低"):
        house.catalogue.locality("national")
