"""表头说法不常用时按意思推断；推断不定、合计又对不上的，不报得分一类的必改。"""

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.checks.forms.run import CheckedForm, check_workbook
from assistant.domain.findings import Severity
from assistant.domain.forms import Workbook
from assistant.reading.forms.forms import forms_of
from tests.form_notation import grid_of

SCHEME = FileCatalogue(ROOT / "knowledge").scheme("national-2020")
Rows = list[list[str]]
HEAD = ["指标类别", "指标类型", "具体指标", "计分方法", "计划数", "实绩数", "应得分", "实得分"]


def form(head: list[str], rows: Rows, total: list[str]) -> Rows:
    return [
        ["2023年度项目绩效自评打分表", "", "单位：万元"],
        ["项目名称", "夜校培训"],
        ["资金", "年初预算额", "年末预算额", "实际支付额", "支付比例", "应得分", "实得分"],
        ["资金合计", "100", "120", "114", "95%", "10", "9.50"],
        head,
        *rows,
        total,
    ]


def checked(rows: Rows) -> CheckedForm:
    found = forms_of(grid_of(rows))
    assert len(found) == 1
    return check_workbook(Workbook("自评表.xlsx", found), SCHEME).forms[0]


QUANTITY = ["产出", "数量", "培训场次", "按比例", "≥20场", "18场", "50", "45"]
SATISFIED = ["满意度", "满意度", "学员满意度", "按比例", "≥90%", "95%", "40", "40"]
TOTAL = ["综合得分", "", "", "", "", "", "100", "94.50"]


def test_columns_are_told_by_meaning_and_content() -> None:
    result = checked(form(HEAD, [QUANTITY, SATISFIED], TOTAL))
    scored = result.scored
    assert [f"{one.automatic.points}" for one in scored.indicators] == ["45.00", "40"]
    assert f"{scored.total}" == "94.50"
    assert scored.indicators[0].row.level_two == "数量"
    assert {"target", "weight", "points"} <= scored.form.guessed
    assert result.findings == ()


def test_a_fault_stands_when_a_total_confirms_the_columns() -> None:
    wrong = [*QUANTITY[:-1], "46"]
    result = checked(form(HEAD, [wrong, SATISFIED], [*TOTAL[:-1], "95.50"]))
    assert [finding.cell for finding in result.findings] == ["H6"]
    assert result.unsure == ()


def test_nothing_is_charged_when_no_total_agrees() -> None:
    rows = [[*QUANTITY[:-2], "7", "6"], [*SATISFIED[:-2], "3", "2"]]
    result = checked(form(HEAD, rows, [*TOTAL[:-2], "55", "41"]))
    assert [f for f in result.findings if f.severity is Severity.MUST] == []
    assert [each.cell for each in result.unsure] == ["H8"]


def test_a_column_wider_than_its_heads_is_shared_by_meaning() -> None:
    above = ["一级指标", "二级指标", "三级指标", "年度指标", "", "", "完成值", "评定", ""]
    merged = [
        ["", "", "", "方向", "数值", "单位", "", "满分", "得分"],
        ["产出", "数量", "培训场次", "≥", "20", "场", "18", "50", "45"],
        ["满意度", "满意度", "学员满意度", "≥", "90", "%", "95", "40", "40"],
    ]
    rows = form(above, merged, ["总分", "", "", "", "", "", "", "100", "94.50"])
    grid = grid_of(rows)
    spans = {(5, 5): (5, 4), (5, 6): (5, 4), (5, 9): (5, 8)}
    cells = {key: cell for key, cell in grid.cells.items() if key not in spans}
    cells[5, 4] = cells[5, 4]._replace(columns=3)
    cells[5, 8] = cells[5, 8]._replace(columns=2)
    (found,) = forms_of(grid._replace(cells=cells, spans=spans))
    assert [one.target.text if one.target else "" for one in found.indicators] == ["20", "90"]
    assert [one.target_cell for one in found.indicators] == ["E7", "E8"]


def test_total_is_unknown_when_the_execution_is_not_read() -> None:
    rows = form(HEAD, [QUANTITY, SATISFIED], TOTAL)
    del rows[2:4]
    result = checked(rows)
    assert (result.scored.total, result.scored.printed_sum) == (None, None)
    assert result.findings == ()


def test_a_class_row_with_points_is_neither_indicator_nor_total() -> None:
    rows = form(
        HEAD, [["一、产出指标", "", "", "", "", "", "50", "45"], QUANTITY, SATISFIED], TOTAL
    )
    grid = grid_of(rows)
    spans = {(6, column): (6, 1) for column in range(2, 7)}
    cells = {key: cell for key, cell in grid.cells.items() if key not in spans}
    cells[6, 1] = cells[6, 1]._replace(columns=6)
    (found,) = forms_of(grid._replace(cells=cells, spans=spans))
    assert [one.name for one in found.indicators] == ["培训场次", "学员满意度"]


def test_a_department_form_is_named_by_its_title() -> None:
    rows = form(HEAD, [QUANTITY, SATISFIED], TOTAL)
    rows[0][0] = "2023年度部门整体支出绩效自评表"
    rows[1] = ["部门名称", "云岭县科技和工业信息化局"]
    rows.insert(4, ["其中：项目支出", "100", "120", "114", "95%", "", ""])
    (found,) = forms_of(grid_of(rows))
    assert (found.kind, found.project) == ("department", "云岭县科技和工业信息化局")
