"""手写整篇文件的记法：数写成算式，错写在算式旁，印出时干净与带错两份都可得，答案自带。

⟦收入=3128.46⟧            印 3128.46 并记住
⟦收入-支出⟧ ⟦a/b*100:1⟧   按式印出，默认两位小数；:2, 加千分位；:0 整数
⟦a+b!1234.50#kind⟧        干净印 a+b，带错印 1234.50，错法 kind
⟦~增加!减少#direction⟧     词的错
首行 format: 名；以 | 开头的行是表格的一行。
"""

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from benchmarks.mutation.figures import group, half_up

MARK = re.compile(r"⟦([^⟧]*)⟧")
LITERAL = re.compile(r"\d+(\.\d+)?")
BINARY: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class Slip(NamedTuple):
    """一处埋下的错：右边是应写，左边是错写；context 是错写之前的文字。"""

    kind: str
    right: str
    wrong: str
    context: str


class Source(NamedTuple):
    """format 决定印成哪种文件；clean、planted 为两份正文；slips 依次为各错。"""

    format: str
    clean: str
    planted: str
    slips: tuple[Slip, ...]


class _Sheet:
    """已记住的名目。"""

    def __init__(self) -> None:
        self.names: dict[str, Fraction] = {}

    def value(self, text: str) -> Fraction:
        return self._node(ast.parse(text.strip(), mode="eval").body)

    def _node(self, node: ast.expr) -> Fraction:
        if isinstance(node, ast.Constant):
            return Fraction(str(node.value))
        if isinstance(node, ast.Name):
            return self.names[node.id]
        if isinstance(node, ast.BinOp):
            return BINARY[type(node.op)](self._node(node.left), self._node(node.right))
        if isinstance(node, ast.Call):  # r(式, 位)：先四舍五入
            number, digits = (self._node(arg) for arg in node.args)
            return Fraction(half_up(number, int(digits)))
        raise ValueError(f"不认识的算式：{ast.dump(node)}")

    def printed(self, body: str) -> str:
        expression, _, style = body.partition(":")
        name, equals, right = expression.rpartition("=")
        text = right if equals else expression
        number = self.value(text)
        if equals:
            self.names[name.strip()] = number
        literal = LITERAL.fullmatch(text.strip())
        if literal and not style:
            return text.strip()
        digits = half_up(number, int(style.rstrip(",") or 2))
        return group(digits) if style.endswith(",") else digits


def parse(text: str) -> Source:
    head, _, body = text.partition("\n")
    sheet, slips = _Sheet(), []
    clean: list[str] = []
    planted: list[str] = []
    for index, piece in enumerate(MARK.split(body)):
        if index % 2 == 0:
            right = wrong = piece
        else:
            right, wrong, kind = _both(sheet, piece)
            if kind:
                context = "".join(planted)[-24:]
                slips.append(Slip(kind, right, wrong, context))
        clean.append(right)
        planted.append(wrong)
    return Source(
        head.removeprefix("format:").strip(), "".join(clean), "".join(planted), tuple(slips)
    )


def _both(sheet: _Sheet, piece: str) -> tuple[str, str, str]:
    """应写、实写、错法（没有错则为空）。"""
    body, marked, kind = piece.partition("#")
    right, _, wrong = body.partition("!")
    shown = right.removeprefix("~") if right.startswith("~") else sheet.printed(right)
    return (shown, wrong, kind) if marked else (shown, shown, "")
