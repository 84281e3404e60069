"""上传自评表（浏览器）：评分页的平均分和等级，与报告结论里的一致。"""

import io
import random
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import FilePayload, expect

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.reports import new_report
from tests.form_factory import content
from tests.form_layouts import LAYOUTS, Sheet
from tests.journey.browser import go, page, press, served

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(count: int) -> tuple[FilePayload, Decimal]:
    """几份自评表在一个文件里，和它们的平均分。"""
    book, totals = Workbook(), []
    rng = random.Random(count)
    for number in range(1, count + 1):
        made = content(rng, number)
        totals.append(made.total)
        rng.choice(LAYOUTS)(Sheet(book.create_sheet(f"表{number}"), rng), made)
    data = io.BytesIO()
    book.save(data)
    mean = (sum(totals, Decimal(0)) / count).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return FilePayload(name="云岭县自评表.xlsx", mimeType=KIND, buffer=data.getvalue()), mean


def grade(mean: Decimal) -> str:
    bands = (("优秀", 85), ("良好", 75), ("一般", 60), ("较差", 0))
    return next(name for name, low in bands if mean >= low)


def test_the_page_and_the_conclusion_agree(tmp_path: Path) -> None:
    data = tmp_path / "data"
    desk = connect(Settings(data_dir=data))
    report = new_report(desk, "云岭县商务局", 2023, "hebei-shenze", "甲").report.id
    upload, mean = workbook(5)
    with page() as tab, served(data) as url:
        tab.goto(f"{url}/scoring?report={report}")
        tab.locator("input[type=file]").set_input_files(upload)
        expect(tab.get_by_test_id("stMetricValue").nth(0)).to_have_text("5份")
        expect(tab.get_by_test_id("stMetricValue").nth(1)).to_have_text(f"{mean}分")
        tab.get_by_role("button", name="附到").click()
        press(tab, "全部确认")
        go(tab, "成稿", "finish")
        expect(tab.get_by_text(f"5个项目自评得分平均{mean}分").first).to_be_visible()
        expect(tab.get_by_text(f"综合评价等级为“{grade(mean)}”").first).to_be_visible()
