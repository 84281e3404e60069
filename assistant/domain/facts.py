"""事实：一个字段在某一年的值，连同它从哪里来。"""

import re
from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.domain.quantities import Quantity, unit_named


class Frozen(BaseModel):
    """跨边界的值：不可变，不认识的键一律拒绝。"""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FieldKind(StrEnum):
    """字段的种类，决定怎样读、怎样问、怎样印。"""

    MONEY = "money"
    COUNT = "count"
    RATE = "rate"
    SCORE = "score"
    AREA = "area"
    TEXT = "text"
    CHOICE = "choice"
    ROWS = "rows"

    @property
    def numeric(self) -> bool:
        """值是数量。"""
        return self not in (FieldKind.TEXT, FieldKind.CHOICE, FieldKind.ROWS)


class Column(Frozen):
    """表格型字段的一列。unit 非空表示该列是数量。"""

    key: str
    label: str
    unit: str = ""


class FieldSpec(Frozen):
    """字段（口径项）。owner 是能提供它的股室；aliases 是办事人员的各种叫法。

    yearly 为真时自动有 KEY.prior、KEY.change、KEY.change_rate 三个派生项。
    pattern 是文字字段在一段话里的样子（正则，第一组为值）；没有则整段为值。
    places 是印出的小数位；缺省时金额和分值两位、计数零位、比率按地区口径。
    may_be_none 为真时，说“没有”“未发生”就是零。
    unless 是可以代替它的另一项：有了那一项，这一项就不再要求、不再问。
    """

    key: str
    label: str
    kind: FieldKind
    unit: str = ""
    aliases: tuple[str, ...] = ()
    owner: str = "财务室"
    required: bool = False
    yearly: bool = False
    columns: tuple[Column, ...] = ()
    choices: tuple[str, ...] = ()
    minimum: int | None = 0
    places: int | None = None
    pattern: str = ""
    help: str = ""
    may_be_none: bool = False
    unless: str = ""

    @model_validator(mode="after")
    def _shape(self) -> Self:
        if self.kind.numeric and self.kind is not FieldKind.COUNT and not self.unit:
            raise ValueError(f"字段 {self.key} 是数量，须写 unit")
        if (self.kind is FieldKind.ROWS) != bool(self.columns):
            raise ValueError(f"字段 {self.key}：columns 与 kind: rows 须同时出现")
        if self.pattern and re.compile(self.pattern).groups < 1:
            raise ValueError(f"字段 {self.key} 的 pattern 须有一组括号")
        return self


class ProvenanceKind(StrEnum):
    """来源的种类。"""

    CHAT = "chat"
    UPLOAD = "upload"
    FORM = "form"
    ROLLOVER = "rollover"

    @property
    def label(self) -> str:
        """给办事人员看的名称。"""
        return {"chat": "对话", "upload": "上传材料", "form": "自评表", "rollover": "沿用上年"}[
            self.value
        ]


class Provenance(Frozen):
    """出处：谁在什么时候、从哪个文件的哪个位置、凭哪句原话给出。"""

    kind: ProvenanceKind
    source: str
    locator: str = ""
    quote: str = ""
    by: str = ""
    at: str = ""

    @property
    def origin(self) -> str:
        """一行出处：种类、文件、位置、原话的开头，不重复。"""
        said = " ".join(self.quote.split())
        quote = f"“{said if len(said) <= 60 else said[:57] + '……'}”" if said else ""
        parts = dict.fromkeys((self.kind.label, self.source, self.locator, quote))
        return " ".join(part for part in parts if part)


Rows = tuple[tuple[str, ...], ...]
Value = Quantity | str | Rows


def shown(value: Value) -> str:
    """值的一行文字，用于卡片、命令行和消息。"""
    if isinstance(value, Quantity):
        return str(value)
    if isinstance(value, str):
        return value
    return "；".join("，".join(cell for cell in row if cell) for row in value)


FactStatus = Literal["proposed", "confirmed", "withdrawn"]


class Fact(Frozen):
    """事实。year 是值所属的年度，不是键的一部分；corrects 指被它更正的事实。"""

    id: str
    key: str
    year: int = Field(ge=2000, le=2100)
    value: Value
    status: FactStatus = "proposed"
    provenance: Provenance
    corrects: str = ""


def fault_of_value(field: FieldSpec, value: Value) -> str | None:
    """值不合字段要求时，返回一句说明；合则返回 None。"""
    if field.kind is FieldKind.ROWS:
        return _fault_of_rows(field, value)
    if not field.kind.numeric:
        return _fault_of_text(field, value)
    if not isinstance(value, Quantity):
        return f"“{field.label}”应为数量，如 12.50{field.unit}。"
    wanted = unit_named(field.unit)
    if value.dimension is not wanted.dimension:
        return f"“{field.label}”的单位应为{wanted.name or '无单位的数'}，写的是{value}。"
    if field.minimum is not None and value.value < field.minimum:
        return f"“{field.label}”不能小于{field.minimum}，写的是{value}。"
    if field.kind is FieldKind.COUNT and value.value != value.value.to_integral_value():
        return f"“{field.label}”应为整数，写的是{value}。"
    return None


def _fault_of_text(field: FieldSpec, value: Value) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return f"“{field.label}”应为文字。"
    if field.choices and value not in field.choices:
        return f"“{field.label}”只能是{'、'.join(field.choices)}之一，写的是“{value}”。"
    return None


def _fault_of_rows(field: FieldSpec, value: Value) -> str | None:
    if isinstance(value, Quantity | str) or not value:
        return f"“{field.label}”应为表格，每行：{'、'.join(c.label for c in field.columns)}。"
    if any(len(row) != len(field.columns) for row in value):
        return f"“{field.label}”每行应有 {len(field.columns)} 格。"
    return None
