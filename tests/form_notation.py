"""自评表的记法：一份没有毛病的表，加几行改动，读成与文件读入同样的对象。

培训场次.得分 = 18
资金总额.全年执行数 = 60
口径 = hebei-county
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.domain.forms import Form, Summary, Workbook
from assistant.domain.grid import Grid, GridCell
from assistant.reading.forms.forms import forms_of, summaries_of

Edits = Sequence[tuple[str, str]]

_FUNDS = {
    "资金总额": ["年度资金总额", "100", "120", "114", "10", "95.00%", "9.50"],
    "财政拨款": ["其中：当年财政拨款", "100", "120", "114", "—", "", "—"],
    "上年结转": ["上年结转资金", "", "", "", "—", "", "—"],
    "其他资金": ["其他资金", "", "", "", "—", "", "—"],
}
_FUND_COLUMNS = [
    "栏目",
    "年初预算数",
    "全年预算数",
    "全年执行数",
    "分值",
    "执行率",
    "得分",
    "原因",
    "结余",
]
_INDICATORS = {
    "培训场次": ["产出指标", "数量指标", "培训场次", "≥20场", "20场", "20", "20", ""],
    "合格率": ["产出指标", "质量指标", "合格率", "=100%", "100%", "15", "15", ""],
    "完成时间": [
        "产出指标",
        "时效指标",
        "完成时间",
        "2023年11月30日前",
        "2023年11月20日",
        "10",
        "10",
        "",
    ],
    "单位成本": ["产出指标", "成本指标", "单位成本", "≤2.4万元", "2.28万元", "5", "5", ""],
    "受训人数": ["效益指标", "社会效益指标", "受训人数", "≥500人次", "500人次", "20", "20", ""],
    "机制健全": ["效益指标", "可持续影响指标", "机制健全", "健全", "达成年度指标", "10", "10", ""],
    "学员满意度": ["满意度指标", "服务对象满意度", "学员满意度", "≥90%", "95%", "10", "10", ""],
}
_INDICATOR_COLUMNS = ["一级", "二级", "名称", "指标值", "完成值", "分值", "得分", "原因"]
_ROWS = {
    "夜校培训": ["1", "夜校培训", "20", "20", "16", "80.00%", "88.00", "良"],
    "设备购置": ["2", "设备购置", "40", "40", "40", "100.00%", "96.00", "优"],
    "企业走访": ["3", "企业走访", "20", "20", "16", "80.00%", "90.00", "优"],
    "合计": ["合计", "", "80", "80", "72", "90.00%", "91.33", ""],
}
_ROW_COLUMNS = ["序号", "名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分", "等级"]


class Example(NamedTuple):
    """一个例子：改动与所用口径。"""

    edits: Edits
    scheme: str


def examples(texts: Sequence[str]) -> list[Example]:
    """规则说明里的错例或正例，每个是几行改动。"""
    return [_example([_edit(line) for line in text.splitlines()]) for text in texts]


def _edit(line: str) -> tuple[str, str]:
    key, _, value = line.partition(" =")
    return key.strip(), value.strip()


def _example(edits: list[tuple[str, str]]) -> Example:
    scheme = next((value for key, value in edits if key == "口径"), "national-2020")
    return Example([each for each in edits if each[0] != "口径"], scheme)


def grid_of(rows: Iterable[Sequence[str]], name: str = "表") -> Grid:
    """一行行文字摆成格子；空串是空格。"""
    cells = {
        (r, c): GridCell(r, c, text)
        for r, line in enumerate(rows, 1)
        for c, text in enumerate(line, 1)
        if text
    }
    return Grid(name, cells)


def form(edits: Edits = (), sheet: str = "表", project: str = "夜校培训") -> Form:
    """改过的自评表。"""
    return forms_of(form_grid(edits, sheet, project))[0]


def form_grid(edits: Edits = (), sheet: str = "表", project: str = "夜校培训") -> Grid:
    """改过的自评表的格子，国家版式。"""
    funds = {key: [*row, "", ""] for key, row in _FUNDS.items()}
    rows = {key: list(row) for key, row in _INDICATORS.items()}
    total = {"分值": "100", "得分": "99.50"}
    subtotal: list[list[str]] = []
    single = {
        "标题": "2023年度项目支出绩效自评表",
        "项目名称": project,
        "完成情况": "按年度计划完成。",
        "等级": "优",
    }
    for key, value in edits:
        name, _, column = key.partition(".")
        if name in funds:
            funds[name][_FUND_COLUMNS.index(column)] = value
        elif name in rows:
            rows[name][_INDICATOR_COLUMNS.index(column)] = value
        elif key == "满意度指标.名称":
            rows["学员满意度"][0] = value
        elif key == "效益小计.得分":
            subtotal = [["效益指标小计", "", "", "", "", "30", value]]
        elif name == "总分":
            total[column] = value
        else:
            single[key] = value
    more = [c for c in ("原因", "结余") if any(key == f"资金总额.{c}" for key, _ in edits)]
    shown = [_FUND_COLUMNS.index(c) for c in (*_FUND_COLUMNS[1:7], *more)]
    split = [[f"{key}：{value}"] for key, value in edits if key.startswith("按")]
    split += [["其中：一般公共预算拨款：120"]] if split else []
    return grid_of(
        [
            [single["标题"]],
            ["", "", "", "", "", "", "", "单位：万元"],
            ["项目名称", single["项目名称"]],
            ["", "", *(_FUND_COLUMNS[c] for c in shown)],
            *(["项目资金", row[0], *(row[c] for c in shown)] for row in funds.values()),
            *split,
            ["年度总体目标", "预期目标", "", "实际完成情况"],
            ["", "完成全年任务。", "", single["完成情况"]],
            [
                "一级指标",
                "二级指标",
                "三级指标",
                "年度指标值",
                "实际完成值",
                "分值",
                "得分",
                "偏差原因分析及改进措施",
            ],
            *list(rows.values())[:6],
            *subtotal,
            *list(rows.values())[6:],
            ["总分", "", "", "", "", total["分值"], total["得分"]],
            ["自评等级", single["等级"]],
        ],
        sheet,
    )


def summary(edits: Edits = (), sheet: str = "汇总", drop: Sequence[str] = ()) -> Summary:
    """改过的汇总表。"""
    rows = {key: list(row) for key, row in _ROWS.items() if key not in drop}
    note = "说明：得分由各科室自评。"
    for key, value in edits:
        name, _, column = key.partition(".")
        if name in rows:
            rows[name][_ROW_COLUMNS.index(column)] = value
        elif key == "说明":
            note = f"说明：{value}"
    grid = grid_of(
        [
            ["2023年度项目自评汇总表"],
            ["", "", "", "", "", "", "", "单位：万元"],
            ["序号", "项目名称", *_ROW_COLUMNS[2:]],
            *rows.values(),
            [note],
        ],
        sheet,
    )
    return summaries_of(grid)[0]


def workbook(edits: Edits = ()) -> Workbook:
    """两份自评表和一份汇总表，互相对得上；“另表.”“汇总.”开头的改动各归各表。"""
    other = [(k.removeprefix("另表."), v) for k, v in edits if k.startswith("另表.")]
    sums = [(k.removeprefix("汇总."), v) for k, v in edits if k.startswith("汇总.")]
    rest = [(k, v) for k, v in edits if not k.startswith(("另表.", "汇总."))]
    base = [("夜校培训.得分", "99.50"), ("设备购置.得分", "99.50")]
    drop = () if any(key == "加行" for key, _ in sums) else ("企业走访",)
    forms = [form(rest), form([("标题", "2023年度项目支出绩效自评表"), *other], "另表", "设备购置")]
    more = [value for key, value in rest if key == "加表"]
    forms += [form([("总分.得分", "100")], name, name) for name in more]
    return Workbook(
        "云岭县自评表.xlsx",
        tuple(forms),
        (summary([*base, *sums], drop=drop),),
    )
