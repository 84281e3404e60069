"""自评表的各地版式：把同一份内容写成国家、四川、重庆、成都复核、宁德的样子。"""

import random
from collections.abc import Callable
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.form_factory import Content, Row


class Sheet:
    """往工作表写一格，并记住它叫什么。写法随机：文字、数字、全角、百分比格式。"""

    def __init__(self, sheet: Worksheet, rng: random.Random, top: int = 1, left: int = 1) -> None:
        self.sheet, self.rng, self.row, self.left = sheet, rng, top, left
        self.cells: dict[str, str] = {}

    def put(
        self, column: int, value: object, key: str = "", rows: int = 1, columns: int = 1
    ) -> None:
        at = self.sheet.cell(self.row, self.left + column - 1)
        at.value = value if value != "" else None  # type: ignore[assignment]  # 单元格接受的值
        first = self.left + column - 1
        if rows * columns > 1:
            self.sheet.merge_cells(
                start_row=self.row,
                start_column=first,
                end_row=self.row + rows - 1,
                end_column=first + columns - 1,
            )
        if key:
            self.cells[key] = f"{get_column_letter(first)}{self.row}"

    def number(self, column: int, text: str, key: str = "") -> None:
        """一个数，四种写法之一。"""
        if text == "":
            self.put(column, "", key)
            return
        style = self.rng.randrange(4)
        bare = text.removesuffix("%")
        if style == 0:
            self.put(column, text, key)
        elif style == 1:
            self.put(
                column, text.translate({ord(a): chr(ord(a) + 0xFEE0) for a in "0123456789.%"}), key
            )
        elif text.endswith("%"):
            self.put(column, float(Decimal(bare) / 100), key)
            self._format("0.00%", column)
        else:
            self.put(column, float(bare) if "." in bare else int(bare), key)
            self._format("0.00" if style == 2 else "General", column)

    def _format(self, code: str, column: int) -> None:
        self.sheet.cell(self.row, self.left + column - 1).number_format = code

    def next(self, by: int = 1) -> None:
        self.row += by


def target_text(row: Row) -> str:
    return row.goal if row.sign == "定性" else f"{row.sign}{row.goal}{row.unit}"


def _indicator_rows(s: Sheet, made: Content, write: Callable[[Sheet, Row], None]) -> None:
    previous = ("", "")
    for number, row in enumerate(made.rows):
        s.put(2, row.one if row.one != previous[0] else "")
        s.put(3, row.two if (row.one, row.two) != previous else "")
        previous = (row.one, row.two)
        s.cells[f"行{number}"] = f"{s.row}"
        write(s, row)
        s.next()


def _money_rows(s: Sheet, made: Content, columns: dict[str, int]) -> None:
    total = {
        "initial": f"{made.initial}",
        "adjusted": f"{made.adjusted}",
        "executed": f"{made.executed}",
        "weight": "10",
        "rate": made.rate_printed,
        "points": made.execution_printed,
    }
    s.put(columns["label"], "年度资金总额")
    for role, text in total.items():
        if role in columns:
            s.number(columns[role], text, f"资金.{role}")
    s.next()
    for name, *amounts in made.parts:
        s.put(columns["label"], f"其中：{name}")
        for role, amount in zip(("initial", "adjusted", "executed"), amounts, strict=True):
            if role in columns:
                s.number(columns[role], f"{amount}")
        s.next()


def _head(s: Sheet, made: Content, title: str, width: int) -> None:
    style = s.rng.randrange(3)
    if style == 0:
        s.put(1, f"{made.year}年度{title}", "标题", columns=width)
    else:
        s.put(1, title if style == 1 else f"附件2：{title}", columns=width)
        s.next()
        s.put(1, f"（{made.year}年度）", "标题", columns=width)
    s.next()
    s.put(width, s.rng.choice(["单位：万元", "金额单位：万元", "单位:万元"]))
    s.next()
    s.put(1, "项目名称", columns=2)
    s.put(3, made.project, "项目名称", columns=max(width - 2, 1))
    s.next()


def national(s: Sheet, made: Content) -> None:
    """国家版式。"""
    _head(s, made, "项目支出绩效自评表", 9)
    s.put(1, "主管部门", columns=2)
    s.put(3, "云岭县科技和工业信息化局")
    s.put(6, "实施单位")
    s.put(7, "云岭县科技和工业信息化局")
    s.next()
    s.put(1, "项目资金\n（万元）", rows=2 + len(made.parts), columns=2)
    for column, text in enumerate(
        ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], 4
    ):
        s.put(column, text)
    s.next()
    columns = {"label": 3, "initial": 4, "adjusted": 5, "executed": 6}
    _money_rows(s, made, {**columns, "weight": 7, "rate": 8, "points": 9})
    s.put(1, "年度总体目标", rows=2)
    s.put(2, "预期目标", columns=4)
    s.put(6, "实际完成情况", columns=4)
    s.next()
    s.put(2, f"实施{made.project}，完成年度任务。", columns=4)
    s.put(6, "各项工作按计划推进。", "完成情况", columns=4)
    s.next()
    heads = [
        "绩效指标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
    ]
    for column, text in enumerate([*heads, "偏差原因分析及改进措施"], 1):
        s.put(column, text)
    s.next()

    def write(s: Sheet, row: Row) -> None:
        s.put(4, row.name, f"{row.name}.名称")
        s.put(5, target_text(row), f"{row.name}.指标值")
        _actual(s, 6, row)
        _scores(s, row, 7, 8, 9)

    _indicator_rows(s, made, write)
    _foot(s, made, 7, 8, 9)


def sichuan(s: Sheet, made: Content) -> None:
    """四川县级版式：符号、指标值、单位分列；资金行有原因栏。"""
    _head(s, made, "部门预算项目支出绩效自评表", 11)
    for column, text in enumerate(
        ["年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因"], 4
    ):
        s.put(column, text)
    s.next()
    columns = {"label": 3, "initial": 4, "adjusted": 5, "executed": 6}
    _money_rows(s, made, {**columns, "rate": 7, "weight": 8, "points": 9})
    heads = [
        "",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "完成值",
        "权重",
        "得分",
    ]
    for column, text in enumerate([*heads, "未完成原因分析"], 1):
        s.put(column, text)
    s.next()

    def write(s: Sheet, row: Row) -> None:
        s.put(4, row.name, f"{row.name}.名称")
        s.put(5, row.sign)
        s.put(6, row.goal, f"{row.name}.指标值")
        s.put(7, row.unit)
        s.put(8, row.done, f"{row.name}.完成值")
        _scores(s, row, 9, 10, 11)

    _indicator_rows(s, made, write)
    _foot(s, made, 9, 10, 11)


def chongqing(s: Sheet, made: Content) -> None:
    """重庆版式：调整指标值、得分系数、是否核心指标。"""
    _head(s, made, "项目绩效自评表", 14)
    for column, text in enumerate(
        ["年初预算数", "全年（调整）预算数", "全年执行数", "执行率", "执行率权重", "执行率得分"], 4
    ):
        s.put(column, text)
    s.next()
    columns = {"label": 3, "initial": 4, "adjusted": 5, "executed": 6}
    _money_rows(s, made, {**columns, "rate": 7, "weight": 8, "points": 9})
    heads = [
        "",
        "一级指标",
        "二级指标",
        "三级指标",
        "计量单位",
        "指标性质",
        "年初指标值",
        "调整指标值",
    ]
    heads += ["全年完成值", "得分系数", "权重", "得分", "是否核心指标", "未完成原因"]
    for column, text in enumerate(heads, 1):
        s.put(column, text)
    s.next()

    def write(s: Sheet, row: Row) -> None:
        s.put(4, row.name, f"{row.name}.名称")
        s.put(5, row.unit)
        s.put(6, row.sign)
        s.put(7, row.goal, f"{row.name}.指标值")
        s.put(9, row.done, f"{row.name}.完成值")
        s.put(10, "")
        _scores(s, row, 11, 12, 14)
        s.put(13, "是")

    _indicator_rows(s, made, write)
    _foot(s, made, 11, 12, 14)


def chengdu(s: Sheet, made: Content) -> None:
    """成都复核版式：自评得分之后另有复核各栏；表头两行。"""
    _head(s, made, "项目支出绩效自评表", 13)
    for column, text in enumerate(
        ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"], 4
    ):
        s.put(column, text)
    s.next()
    columns = {"label": 3, "initial": 4, "adjusted": 5, "executed": 6}
    _money_rows(s, made, {**columns, "weight": 7, "rate": 8, "points": 9})
    for column, text in ((2, "一级指标"), (3, "二级指标"), (4, "三级指标"), (5, "指标值")):
        s.put(column, text, rows=2)
    s.put(6, "自评情况", columns=4)
    s.put(10, "复核情况", columns=3)
    s.put(13, "备注", rows=2)
    s.next()
    second = ["完成值", "分值", "自评得分", "偏差原因", "复核完成值", "复核得分", "偏离度"]
    for column, text in enumerate(second, 6):
        s.put(column, text)
    s.next()

    def write(s: Sheet, row: Row) -> None:
        s.put(4, row.name, f"{row.name}.名称")
        s.put(5, target_text(row), f"{row.name}.指标值")
        _actual(s, 6, row)
        _scores(s, row, 7, 8, 9)
        s.put(11, "0")

    _indicator_rows(s, made, write)
    _foot(s, made, 7, 8, 9)


def ningde(s: Sheet, made: Content) -> None:
    """宁德版式：预算由年初、结转、追加组成，另有资金到位一栏。"""
    _head(s, made, "财政支出项目绩效自评表", 11)
    heads = [
        "年初预算数①",
        "上年结转②",
        "年中追加③",
        "全年预算数④=①+②+③",
        "资金到位数⑤",
        "实际支出数⑥",
    ]
    for column, text in enumerate([*heads, "执行率⑦=⑥/④", "分值", "得分"], 3):
        s.put(column, text)
    s.next()
    added = made.adjusted - made.initial
    s.put(2, "年度资金总额")
    s.number(3, f"{made.initial}", "资金.initial")
    s.number(5, f"{added}")
    s.number(6, f"{made.adjusted}", "资金.adjusted")
    s.number(7, f"{made.adjusted}")
    s.number(8, f"{made.executed}", "资金.executed")
    s.number(9, made.rate_printed, "资金.rate")
    s.number(10, "10", "资金.weight")
    s.number(11, made.execution_printed, "资金.points")
    s.next()
    heads = [
        "",
        "一级指标",
        "二级指标",
        "三级指标",
        "目标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因及措施",
    ]
    for column, text in enumerate(heads, 1):
        s.put(column, text)
    s.next()

    def write(s: Sheet, row: Row) -> None:
        s.put(4, row.name, f"{row.name}.名称")
        s.put(5, target_text(row), f"{row.name}.指标值")
        _actual(s, 6, row)
        _scores(s, row, 7, 8, 9)

    _indicator_rows(s, made, write)
    _foot(s, made, 7, 8, 9)


LAYOUTS = (national, sichuan, chongqing, chengdu, ningde)


def _actual(s: Sheet, column: int, row: Row) -> None:
    key = f"{row.name}.完成值"
    if row.unit == "%" and s.rng.random() < 0.6:
        s.number(column, f"{row.done}%", key)
    elif row.unit and s.rng.random() < 0.5:
        s.put(column, f"{row.done}{row.unit}", key)
    else:
        s.put(column, row.done, key)


def _scores(s: Sheet, row: Row, weight: int, points: int, reason: int) -> None:
    s.number(weight, f"{row.weight}", f"{row.name}.分值")
    s.number(points, row.printed, f"{row.name}.得分")
    s.put(reason, row.reason, f"{row.name}.原因")


def _foot(s: Sheet, made: Content, weight: int, points: int, width: int) -> None:
    s.put(1, s.rng.choice(["总分", "合计", "总 分"]), columns=weight - 1)
    s.number(weight, f"{sum(row.weight for row in made.rows) + 10}", "总分.分值")
    s.number(points, made.total_printed, "总分.得分")
    s.next()
    s.put(1, "自评等级", columns=2)
    s.put(3, made.grade, "等级")
    s.next()
    s.put(1, "注：1.得分一档最高不能超过该指标分值上限。2.请如实填写。", columns=width)
    s.next(2)


def build(
    made: Content, layout: Callable[[Sheet, Content], None], rng: random.Random
) -> tuple[Workbook, dict[str, str]]:
    """一个工作簿，一张表。"""
    book = Workbook()
    assert book.active is not None
    sheet = Sheet(book.active, rng)
    layout(sheet, made)
    return book, sheet.cells
