"""报告里的表：收支总表、资产表、项目表、得分表。列以制表符或空格分隔。"""

from benchmarks.mutation.reports.pen import Pen

Rows = tuple[tuple[str, str], ...]


def _sheet(pen: Pen, title: str, head: str, rows: Rows, *, unit: str = "") -> tuple[str, ...]:
    gap = pen.rng.choice(("\t", "\t", " "))
    pen.write(f"{title}\n单位：{unit or pen.manner.unit}\n{head.replace('|', gap)}\n")
    return tuple(pen.row(f"{name}{gap}{cells.replace('|', gap)}\n") for name, cells in rows)


def flow_table(pen: Pen) -> None:
    _sheet(
        pen,
        "收入支出决算总表",
        "项目|决算数",
        (
            ("财政拨款收入", "{grant}"),
            ("其他收入", "{other}"),
            ("本年收入合计", "{income}"),
            ("年初结转和结余", "{opening}"),
            ("收入总计", "{total}"),
            ("基本支出", "{basic}"),
            ("项目支出", "{project}"),
            ("本年支出合计", "{spent}"),
            ("年末结转和结余", "{closing}"),
            ("支出总计", "{total}"),
        ),
    )
    pen.claim("sum", "income", "table", part="grant other")
    pen.claim("sum", "spent", "table", part="basic project")
    pen.claim("sum", "total", "table", part="spent closing")


def asset_table(pen: Pen) -> None:
    _sheet(
        pen,
        f"固定资产占用情况表（截至{pen.manner.year}年12月31日）",
        "项目|价值",
        (
            ("资产总额", "{assets}"),
            ("1.房屋", "{houses}"),
            ("2.车辆", "{vehicles}"),
            ("3.专用设备", "{equipment}"),
            ("4.其他固定资产", "{others}"),
        ),
    )
    pen.claim("sum", "assets", "table", part="houses vehicles equipment others")


def project_table(pen: Pen) -> tuple[str, ...]:
    """返回各项目行的键。"""
    names = pen.books.projects
    n = len(names)
    rows = [
        (name, f"{{budget{i}}}|{{paid{i}}}|{{rate{i}}}|{{score{i}}}|{{grade{i}}}")
        for i, name in enumerate(names)
    ]
    keys = _sheet(
        pen,
        f"{pen.manner.year}年度项目绩效自评汇总表",
        "项目名称|全年预算数|全年执行数|执行率|自评得分|评价等级",
        (*rows, ("合计", "{budgets}|{paids}|{rates}||")),
    )
    pen.claim("sum", "budgets", "table", part=" ".join(f"budget{i}" for i in range(n)))
    pen.claim("sum", "paids", "table", part=" ".join(f"paid{i}" for i in range(n)))
    for i in range(n):
        pair = {"part": f"paid{i}", "whole": f"budget{i}"}
        pen.claim("execution_rate", f"rate{i}", "table", **pair)
    pen.claim("execution_rate", "rates", "table", part="paids", whole="budgets")
    return keys[:n]


def project_prose(pen: Pen, rows: tuple[str, ...]) -> None:
    """项目个数、平均分、各等级个数。"""
    names = pen.books.scale[1]
    counts = "，".join(f"“{name}”{{of{j}}}" for j, name in enumerate(names))
    pen.write(
        "三、项目绩效情况\n{y}年纳入绩效自评的项目{projects}，预算资金{budgets}，实际支出{paids}，"
        f"预算执行率{{rates}}。自评平均得分{{mean}}，其中评价等级为{counts}。\n"
    )
    n = len(pen.books.projects)
    pen.claim("execution_rate", "rates", part="paids", whole="budgets")
    pen.claim("sum", "projects", part=" ".join(f"of{j}" for j in range(len(names))))
    pen.counted(rows, "projects")
    pen.claim("average", "mean", score=" ".join(f"score{i}" for i in range(n)))


def score_table(pen: Pen) -> None:
    _sheet(
        pen,
        "部门整体支出绩效自评得分表",
        "一级指标|得分",
        (
            ("预算执行", "{s_execution}"),
            ("产出指标", "{s_out}"),
            ("效益指标", "{s_benefit}"),
            ("满意度指标", "{s_happy}"),
            ("合计", "{s_total}"),
        ),
        unit="分",
    )
    pen.claim("score_sum", "s_total", "table", part="s_execution s_out s_benefit s_happy")
