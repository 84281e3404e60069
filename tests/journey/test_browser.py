"""整条路走一遍（浏览器）：开报告、说事实、确认、问法规、体检、导出。"""

from pathlib import Path

import docx
from playwright.sync_api import Locator, Page, expect

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.reports import open_example
from tests.fake_openai import FakeOpenAI, Fault
from tests.journey.browser import go, idle, page, press, reload, served
from tests.journey.story import BUREAU, MESSAGES, QUESTION, RIGHT_RATE, WRONG_RATE
from tests.journey.test_command_line import assert_every_quantity_is_in_the_annex, paragraphs


def say(tab: Page, text: str) -> Locator:
    """说一段话，等多出一问一答，返回答复。头一句招呼在说过话后就没有了。"""
    idle(tab)
    messages = tab.get_by_test_id("stChatMessage")
    before = messages.count() // 2 * 2
    box = tab.get_by_placeholder("报数、提问")
    box.fill(text)
    box.press("Enter")
    expect(messages).to_have_count(before + 2)
    expect(messages.nth(before)).to_contain_text(text.splitlines()[0])
    idle(tab)
    return messages.last


def test_an_officer_walks_from_an_empty_report_to_a_word_file(tmp_path: Path) -> None:
    with page() as tab, served(tmp_path / "data") as url:
        tab.goto(url)
        tab.get_by_label("单位全称").fill(BUREAU)
        year = tab.get_by_label("被评价的年度")
        year.fill("2023")
        year.press("Tab")
        tab.get_by_test_id("stFormSubmitButton").get_by_role("button", name="新建").click()
        expect(tab.get_by_text("年初预算收入数和支出数各是多少")).to_be_visible()
        for text in MESSAGES[:4]:
            say(tab, text)
        expect(say(tab, QUESTION)).to_contain_text("预算法")
        reload(tab)
        expect(tab.get_by_text(QUESTION).first).to_be_visible()
        for text in MESSAGES[4:]:
            say(tab, text)
        tab.get_by_role("button", name="全部确认").click()
        kept_out = tab.get_by_test_id("stAlert").filter(has_text="以本年数为基数")
        expect(kept_out).to_contain_text(f"应为{RIGHT_RATE}")
        go(tab, "体检", "checkup")
        go(tab, "成稿", "finish")
        tab.get_by_role("button", name="生成 Word 文件").click()
        with tab.expect_download() as download:
            tab.get_by_role("button", name="下载").click()
        saved = tmp_path / "report.docx"
        download.value.save_as(saved)
    report, annex = paragraphs(str(saved))
    assert f"增长{RIGHT_RATE}" in report
    assert WRONG_RATE not in report + annex
    assert_every_quantity_is_in_the_annex(report, annex)
    assert docx.Document(str(saved)).core_properties.title.startswith(BUREAU)


def test_a_model_listens_drafts_and_rewrites_and_the_page_says_what_left(tmp_path: Path) -> None:
    data = tmp_path / "data"
    report = open_example(connect(Settings(data_dir=data)), "王经办").report.id
    with FakeOpenAI() as model:
        settings = {"JIGAO_BASE_URL": model.url, "JIGAO_MODEL": "demo"}
        with page() as tab, served(data, **settings) as url:
            tab.goto(f"{url}/fill?report={report}")
            expect(tab.get_by_text("本次未出本机")).to_be_visible()
            model.faults.append(Fault("slow", seconds=4))
            box = tab.get_by_placeholder("报数、提问")
            box.fill("说错了，在职人数应该是36人")
            box.press("Enter")
            expect(tab.get_by_text("正在读")).to_be_visible()
            tab.reload()
            expect(tab.get_by_text("更正前为35人")).to_be_visible()
            expect(tab.get_by_text("本次向 127.0.0.1")).to_be_visible()
            idle(tab)
            tab.get_by_role("button", name="请模型写全部叙述节").click()
            expect(tab.get_by_text("写好 2 节")).to_be_visible()
            press(tab, "知道了")
            tab.get_by_role("combobox").first.click()
            tab.get_by_role("option", name="（一）总体绩效目标实现情况").click()
            expect(tab.get_by_text("的句子是模型写的")).to_be_visible()
            idle(tab)
            tab.get_by_text("改文字").click()
            tab.get_by_test_id("stCheckbox").first.click()
            tab.get_by_role("button", name="压缩").click()
            press(tab, "采用")
            expect(tab.get_by_text("版本（3）")).to_be_visible()
    assert "36人" not in model.wire
    assert "1352" not in model.wire
