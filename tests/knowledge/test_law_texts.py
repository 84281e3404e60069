"""量具本身：认得中文数字和单位，量得出相同的一段，取得出一条的各款。"""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.knowledge.law_texts import amounts, articles, longest_common


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("批复后二十日内公开", {("20", "日")}),
        ("20日内", {("20", "日")}),
        ("自签订之日起七个工作日内", {("7", "工作日")}),
        ("百分之三十以上、3%以下", {("30", "%"), ("3", "%")}),
        ("二十万元以上一百万元以下", {("200000", "元"), ("1000000", "元")}),
        ("10万元", {("100000", "元")}),
        ("每日利率万分之五", {("5", "万分之")}),
        ("第二十条规定的事项", set()),
        ("1倍至5倍", {("1", "倍"), ("5", "倍")}),
    ],
)
def test_amounts_are_read_in_both_scripts(text: str, found: set[tuple[str, str]]) -> None:
    assert amounts(text) == {(Decimal(value), unit) for value, unit in found}


def test_an_article_keeps_its_paragraphs(tmp_path: Path) -> None:
    law = tmp_path / "示范法.md"
    law.write_text(
        "# 示范法\n<!-- INFO END -->\n## 第一章 总则\n第一条 甲。\n\n（一）乙；\n"
        "## 第二章 附则\n第二条　丙。\n",
        encoding="utf-8",
    )
    assert articles(law) == {"第一条": "甲。\n\n（一）乙；", "第二条": "丙。"}


def test_the_longest_common_piece_is_measured() -> None:
    assert longest_common("部门要按时公开决算", "各部门应当按时公开决算信息") == "按时公开决算"
