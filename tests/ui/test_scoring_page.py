"""评分页：上传、算式、人打分、试算、牵动。"""

import io
import random
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.bootstrap import connect
from assistant.settings import load
from assistant.workflow.materials.materials import attach
from assistant.workflow.reports import new_report
from tests.form_factory import Content, content
from tests.form_layouts import build, national, sichuan

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    from assistant.bootstrap import connect
    from assistant.settings import load
    from assistant.ui.scoring.page import render

    render(connect(load()))


def workbook(seed: int, layout: object = national) -> tuple[bytes, Content]:
    rng = random.Random(seed)
    made = content(rng, seed)
    book, _ = build(made, sichuan if layout is sichuan else national, rng)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue(), made


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path))
    return AppTest.from_function(page, default_timeout=30).run()


def upload(at: AppTest, *files: tuple[str, bytes]) -> AppTest:
    at.file_uploader(key="score-files").set_value([(n, data, SHEET) for n, data in files])
    return at.run()


def shown(at: AppTest) -> str:
    parts = [*at.markdown, *at.caption, *at.info, *at.success, *at.warning, *at.error]
    return "\n".join(str(part.value) for part in parts)


def test_an_empty_page_says_what_to_upload(opened: AppTest) -> None:
    assert not opened.exception
    assert "请上传项目支出绩效自评表" in shown(opened)


def test_uploaded_forms_are_scored_and_their_formula_is_shown(opened: AppTest) -> None:
    (one, first), (two, second) = workbook(1), workbook(2, sichuan)
    at = upload(opened, ("甲.xlsx", one), ("乙.xlsx", two))
    assert not at.exception
    values = [metric.value for metric in at.metric]
    mean = ((first.total + second.total) / 2).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    assert values[:3] == ["2份", f"{mean}分", f"{min(first.total, second.total)}分"]
    assert f"应得 **{first.total}分，{first.grade}**" in shown(at)
    assert "依据：全国通用口径（依据待核）" in shown(at)


def test_a_broken_file_is_one_sentence_and_the_other_is_scored(opened: AppTest) -> None:
    at = upload(opened, ("坏.xlsx", b"PK broken"), ("甲.xlsx", workbook(1)[0]))
    assert not at.exception
    assert "残缺" in shown(at)
    assert at.metric[0].value == "1份"


def test_a_person_scores_a_qualitative_indicator_with_a_reason(opened: AppTest) -> None:
    data, made = workbook(1)
    at = upload(opened, ("甲.xlsx", data))
    option = next(i for i, row in enumerate(made.rows) if row.points is None)
    next(box for box in at.selectbox if box.label == "看哪一项的算式").set_value(option).run()
    entry = next(box for box in at.number_input if box.label == "人工打分")
    entry.set_value(made.rows[option].weight + 0.0)
    reason = next(box for box in at.text_input if box.label == "理由")
    reason.set_value("长效机制已写入制度")
    next(button for button in at.button if button.label == "记下").click().run()
    assert not at.exception
    lost = made.rows[option].weight - Decimal(made.rows[option].printed)
    found = shown(at)
    if made.rows[option].done == "达成年度指标":
        assert f"应得 **{made.total + lost}分" in found
        assert "人工打" in found
    else:
        assert "应得" in found


def test_a_proof_noted_on_the_page_is_shown_in_the_table(opened: AppTest) -> None:
    data, made = workbook(1)
    at = upload(opened, ("甲.xlsx", data))
    at.text_area[0].set_value("签到表.pdf 第3-5页")
    next(button for button in at.button if button.label == "记下佐证").click().run()
    assert not at.exception
    proofs = {row["指标"]: row["佐证"] for t in at.dataframe for row in _rows(t) if "佐证" in row}
    assert proofs[made.rows[0].name] == "签到表.pdf 第3-5页"


def test_faults_are_grouped_by_form_with_their_cells(opened: AppTest) -> None:
    rng = random.Random(3)
    made = content(rng, 3)
    made.grade = "良好"
    book, cells = build(made, national, rng)
    data = io.BytesIO()
    book.save(data)
    at = upload(opened, ("甲.xlsx", data.getvalue()))
    assert f"`{cells['等级']}`" in shown(at)
    assert any(made.project in each.label and "必改" in each.label for each in at.expander)


def test_a_changed_payment_shows_what_it_moves(opened: AppTest) -> None:
    data, _ = workbook(1)
    at = upload(opened, ("甲.xlsx", data))
    cell = next(o for o in at.selectbox(key="ripple-cell").options if "全年执行数" in o)
    at.selectbox(key="ripple-cell").set_value(cell.split("　")[0])
    at.text_input(key="ripple-text").set_value("1").run()
    assert not at.exception
    moved = [row["牵动"] for table in at.dataframe for row in _rows(table) if "牵动" in row]
    assert {"执行率", "执行率得分", "总分"} <= set(moved)


def test_a_report_shows_its_attached_forms_and_the_department_indicators(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path))
    desk = connect(load())
    report = new_report(desk, "云岭县商务局", 2023, "national", "甲").report.id
    data, made = workbook(1)
    attach(desk, report, "甲.xlsx", data, "甲")
    at = AppTest.from_function(page, default_timeout=30)
    at.query_params["report"] = report
    at.run()
    assert not at.exception
    assert f"应得 **{made.total}分，{made.grade}**" in shown(at)
    names = [row["指标"] for table in at.table for row in _rows(table) if "算式" in row]
    assert "在职人员控制率" in names


def _rows(table: object) -> list[dict[str, str]]:
    frame = table.value  # type: ignore[attr-defined]  # AppTest 的表格元素
    return [dict(row) for row in frame.to_dict("records")]
