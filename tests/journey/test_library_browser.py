"""资料库（浏览器）：拖进一部法，看见各条，问，得到逐字的原文，写进一节，刷新还在。"""

from pathlib import Path

from playwright.sync_api import expect

from tests.journey.browser import go, page, reload, served
from tests.journey.story import BUREAU

LAW = """云岭县示范经费管理条例
2020年1月1日通过
第一条 为了规范示范经费的使用，制定本条例。
第二条 示范经费年底没有用完的，应当在次年三月十五日前交回县财政专户，不得挪作他用。
第三条 本条例自2020年3月1日起施行。
"""
QUOTE = "示范经费年底没有用完的，应当在次年三月十五日前交回县财政专户，不得挪作他用。"
QUESTION = "示范经费年底没有用完怎么办？"


def test_a_law_is_dropped_read_asked_and_written_into_a_section(tmp_path: Path) -> None:
    law = tmp_path / "示范经费管理条例.txt"
    law.write_text(LAW, encoding="utf-8")
    with page() as tab, served(tmp_path / "data") as url:
        tab.goto(url)
        tab.get_by_label("单位全称").fill(BUREAU)
        year = tab.get_by_label("被评价的年度")
        year.fill("2023")
        year.press("Tab")
        tab.get_by_test_id("stFormSubmitButton").get_by_role("button", name="新建").click()
        expect(tab.get_by_text("年初预算收入数和支出数各是多少")).to_be_visible()
        go(tab, "资料库", "library")
        tab.locator("input[type=file]").first.set_input_files(law)
        expect(tab.get_by_text("收下《云岭县示范经费管理条例》，3 段")).to_be_visible()
        expect(tab.get_by_text(QUOTE)).to_be_visible()
        tab.get_by_label("问题", exact=True).fill(QUESTION)
        tab.get_by_role("button", name="查依据").click()
        expect(tab.get_by_text("《云岭县示范经费管理条例》第二条").first).to_be_visible()
        side = tab.get_by_test_id("stSidebar")
        expect(side.get_by_text("2023-12-31 有效").first).to_be_visible()
        side.get_by_role("button", name="看全条").first.click()
        expect(tab.get_by_role("dialog").get_by_text(QUOTE)).to_be_visible()
        tab.get_by_role("dialog").get_by_label("Close").click()
        expect(tab.get_by_role("dialog")).to_have_count(0)
        side.get_by_role("button", name="写入报告").first.click()
        words = tab.get_by_role("dialog").get_by_label("要印的话")
        expect(words).to_have_value(f"《云岭县示范经费管理条例》第二条规定：“{QUOTE}”")
        tab.get_by_role("dialog").get_by_role("button", name="写入", exact=True).click()
        expect(tab.get_by_text("已写进")).to_be_visible()
        # 关着的对话框里还留着这句话：到了成稿页再看、再刷新
        go(tab, "成稿", "finish")
        expect(tab.get_by_text(f"第二条规定：“{QUOTE}”")).to_be_visible()
        reload(tab)
        expect(tab.get_by_text(f"第二条规定：“{QUOTE}”")).to_be_visible()
