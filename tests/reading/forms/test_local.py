"""几种版式特有的地方：河北资金层级、湖南部门表、天津、广西、一级指标带分值、文字里的单位。"""

from decimal import Decimal

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.checks.forms.book import form_rule
from assistant.checks.forms.run import check_workbook
from assistant.domain.forms import Form, Workbook
from assistant.reading.forms.forms import forms_of
from assistant.scoring.forms import ScoredForm, scored
from tests.form_notation import grid_of

CATALOGUE = FileCatalogue(ROOT / "knowledge")
Rows = list[list[str]]
HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"]
FULL = ["产出指标", "数量指标", "培训场次", "≥20场", "20场", "90", "90", ""]
END = ["总分", "", "", "", "", "100", "100"]


def one(rows: Rows, scheme: str = "national-2020") -> ScoredForm:
    forms = forms_of(grid_of(rows))
    assert len(forms) == 1
    return scored(forms[0], CATALOGUE.scheme(scheme))


def cells(result: ScoredForm) -> list[str]:
    return [finding.cell for finding in form_rule.run(result)]


def funded(funds: Rows, title: str = "2023年度项目支出绩效自评表", unit: str = "万元") -> Rows:
    return [
        [title, "", "", f"金额单位：{unit}"],
        ["项目名称", "夜校培训"],
        ["", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        *funds,
        HEAD,
        list(FULL),
        END,
    ]


def test_hebei_fund_rows_have_a_second_level() -> None:
    right = funded(
        [
            ["年度资金总额", "100", "120", "120", "10", "100%", "10"],
            ["财政资金", "90", "110", "110"],
            ["其中：本级安排", "50", "60", "60"],
            ["上级补助", "40", "50", "50"],
            ["其他资金", "10", "10", "10"],
        ]
    )
    assert cells(one(right)) == []
    right[3][2] = "121"
    assert "C4" in cells(one(right))


def test_hebei_department_rows_add_up() -> None:
    rows = funded(
        [
            ["资金总额", "100", "100", "100", "10", "100%", "10"],
            ["人员类项目", "40", "40", "40"],
            ["运转类公用经费类项目", "20", "20", "20"],
            ["其他运转类项目", "10", "10", "10"],
            ["特定目标类项目", "30", "30", "30"],
        ],
        "2023年度部门整体支出绩效自评表",
    )
    rows[1] = ["部门名称", "云岭县商务局"]
    found = one(rows)
    assert (found.form.kind, found.form.project) == ("department", "云岭县商务局")
    assert cells(found) == []


def test_a_total_of_zero_over_filled_parts_is_named_and_the_parts_are_scored() -> None:
    rows = funded(
        [
            ["年度资金总额", "0", "0", "0", "10", "", "9.99"],
            ["其中：本年财政拨款", "90", "90", "89.974"],
        ]
    )
    found = one(rows)
    assert found.execution is not None
    assert (found.execution.rate, found.execution.points) == (Decimal("99.97"), Decimal("10.00"))
    assert cells(found)[:3] == ["B4", "C4", "D4"]


def test_amounts_in_yuan_keep_their_unit() -> None:
    found = one(funded([["年度资金总额", "1,000,000.00", "1,200,000", "1140000", "10"]], unit="元"))
    assert (found.form.unit, found.budget) == ("元", Decimal(1200000))


def test_hunan_department_form_split_by_source_and_by_nature() -> None:
    rows = [
        ["2023年度部门整体支出绩效自评表"],
        ["预算单位", "云岭县商务局", "", "", "", "", "单位：万元"],
        ["", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "自评得分"],
        ["年度预算申请", "年度资金总额", "100", "120", "114", "10", "95.00%", "9.5"],
        ["", "按收入性质分", "", "", "", "", "", ""],
        ["", "其中：一般公共预算拨款", "100", "120", "114", "", "", ""],
        ["年度总体目标", "预期目标", "", "", "实际完成情况"],
        ["", "保障运转", "", "", "运转正常"],
        HEAD,
        list(FULL),
        ["总分", "", "", "", "", "100", "99.5"],
    ]
    found = one(rows)
    assert found.form.kind == "department"
    assert (found.total, cells(found)) == (Decimal("99.50"), [])


def test_tianjin_columns() -> None:
    rows = [
        ["2023年度项目支出绩效自评表", "", "单位：万元"],
        ["项目名称", "夜校培训"],
        ["", "年初预算", "全年预算", "全年执行", "分值", "执行率", "得分"],
        ["年度资金总额", "100", "120", "114", "10", "95.00%", "9.50"],
        ["年度绩效目标", "", "", "实际完成情况", "", "偏差原因分析及改进措施"],
        ["开展培训", "", "", "培训18场", "", ""],
        [
            "一级指标",
            "二级指标",
            "名称",
            "计算符号",
            "指标值",
            "实际完成值",
            "计量单位",
            "分值",
            "得分",
            "偏差原因",
        ],
        ["产出指标", "数量指标", "培训场次", ">=", "20", "18", "场", "45", "40.5", "教室检修"],
        ["", "成本指标", "场均成本", "<=", "2.4", "2.4", "万元", "45", "45", ""],
        ["合计", "", "", "", "", "", "", "100", "95"],
    ]
    found = one(rows)
    assert [i.automatic.points for i in found.indicators] == [Decimal("40.50"), Decimal(45)]
    assert cells(found) == []


def test_guangxi_deduction_is_a_human_entry_and_its_explanation_has_a_column() -> None:
    head = [*HEAD[:7], "扣分", "超过130%的原因说明", "偏差原因"]
    rows = funded([["年度资金总额", "100", "120", "120", "10", "100%", "10"]])
    rows[-3:] = [
        head,
        [
            "产出指标",
            "数量指标",
            "培训场次",
            "≥20场",
            "40场",
            "50",
            "48",
            "2",
            "任务追加",
            "目标偏低",
        ],
        ["效益指标", "社会效益", "受训人数", "≥500人次", "800人次", "40", "40", "", "", ""],
        ["总分", "", "", "", "", "100", "98"],
    ]
    found = one(rows, "guangxi")
    assert [i.counted for i in found.indicators] == [Decimal(48), Decimal(40)]
    assert found.indicators[0].automatic.points == Decimal(50)
    assert cells(found) == ["I7"]


def test_a_class_that_prints_its_weight() -> None:
    rows = funded([["年度资金总额", "100", "120", "120", "10", "100%", "10"]])
    rows[-2][0] = "产出指标（90分）"
    assert cells(one(rows)) == []
    rows[-2][0] = "产出指标\n(50分)"
    assert cells(one(rows)) == ["A6"]


def test_execution_written_as_an_indicator_row_is_scored_once() -> None:
    rows = funded([["年度资金总额", "100", "120", "114", "", "95.00%", ""]])
    rows[-2:] = [
        ["预算执行率", "", "预算执行率", "100%", "95%", "10", "9.50", "尾款未付"],
        list(FULL),
        ["总分", "", "", "", "", "100", "99.50"],
    ]
    found = one(rows)
    assert (found.total, len(found.indicators)) == (Decimal("99.50"), 1)
    assert cells(found) == []


def test_a_workbook_with_a_form_and_a_summary_named_differently() -> None:
    rows = funded([["年度资金总额", "100", "120", "120", "10", "100%", "10"]])
    forms: tuple[Form, ...] = forms_of(grid_of(rows, "甲"))
    assert check_workbook(Workbook("a.xlsx", forms), CATALOGUE.scheme("national-2020")).forms
