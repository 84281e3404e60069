"""科目表：预决算公开表和财务报表的表名、行名、科目。来自 knowledge/accounts 的数据。"""

from typing import Literal, Self

from pydantic import model_validator

from assistant.domain.facts import Frozen

FINAL = "final"


class Naming(Frozen):
    """口径（财政拨款、一般公共预算 …）或阶段（年初预算、决算 …）：编号、名称、表上的印法。"""

    id: str
    label: str
    names: tuple[str, ...] = ()


class LocalNames(Frozen):
    """太短的印法：只在 within 所列的表里才认。"""

    within: tuple[str, ...]
    names: tuple[str, ...]


class Amount(Frozen):
    """同一行的数量列（面积、辆数）所指的项。"""

    key: str
    label: str
    unit: str


class Line(Frozen):
    """表里的一行（或一列）。

    unit      计数、比率类的单位；金额随表
    side      收支两边的哪一边
    scope     名称里已经含有的口径
    total     是收支的总计，没写收入还是支出时按所在的一边定
    quantity  数量列的含义
    """

    key: str
    label: str
    names: tuple[str, ...] = ()
    local: LocalNames | None = None
    unit: str = ""
    side: Literal["", "income", "expenditure"] = ""
    scope: str = ""
    total: bool = False
    quantity: Amount | None = None


class TableKind(Frozen):
    """一种表。titles 是去掉空格的表名里的字；rows 是各行的内容；total 是合计行、合计列所指的项。"""

    id: str
    label: str
    titles: tuple[str, ...]
    scope: str = ""
    stage: str = FINAL
    rows: Literal["lines", "functions", "economic"]
    total: str = ""


class Subject(Frozen):
    """收支分类科目的类级：编码、名称、旧名。"""

    code: str
    name: str
    names: tuple[str, ...] = ()


class SameWhenAlone(Frozen):
    """others 都没有数时，source 就是 target。"""

    source: str
    target: str
    others: tuple[str, ...]


class SameWhenEqual(Frozen):
    """part 等于 whole（或没有 whole）时，source 就是 target。"""

    source: str
    target: str
    part: str
    whole: str


class Survey(Frozen):
    """问卷的选项：计入满意的、各地有计有不计的、不计入的。"""

    basis: str
    verified: bool
    counted: tuple[str, ...]
    between: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def options(self) -> frozenset[str]:
        """全部选项。"""
        return frozenset((*self.counted, *self.between, *self.other))


class Sum(Frozen):
    """表内勾稽：total 等于 parts 之和。"""

    total: str
    parts: tuple[str, ...]


class Chart(Frozen):
    """一套科目表。"""

    id: str
    title: str
    basis: str
    verified: bool
    scopes: tuple[Naming, ...]
    stages: tuple[Naming, ...]
    tables: tuple[TableKind, ...]
    stage_keys: dict[str, dict[str, str]]
    same_when_alone: tuple[SameWhenAlone, ...] = ()
    same_when_equal: tuple[SameWhenEqual, ...] = ()
    sums: tuple[Sum, ...] = ()
    survey: Survey
    lines: tuple[Line, ...]
    functions: tuple[Subject, ...]
    economic: tuple[Subject, ...]

    @model_validator(mode="after")
    def _closed(self) -> Self:
        keys = [line.key for line in self.lines]
        if len(keys) != len(set(keys)):
            raise ValueError("科目表有重复的 key")
        unknown = {kind.total for kind in self.tables} - {*keys, ""}
        if unknown:
            raise ValueError(f"表的 total 指向没有的行：{'、'.join(sorted(unknown))}")
        return self
