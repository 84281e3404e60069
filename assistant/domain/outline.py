"""大纲：报告有哪些章节、各要哪些事实、怎样成文。全部来自 knowledge/outlines 的数据。"""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assistant.domain.facts import FieldSpec, Frozen
from assistant.domain.relations import Relation, yearly

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_][A-Za-z0-9_.]*)\s*\}\}")
_LABELS = {".prior": "上年{}", ".change": "{}增减额", ".change_rate": "{}增减率", "": "{}"}
SUFFIXES = (".change_rate", ".prior", ".change")


def split_key(address: str) -> tuple[str, str]:
    """把 final.income.change_rate 拆成 (final.income, .change_rate)。"""
    for suffix in SUFFIXES:
        if address.endswith(suffix):
            return address.removesuffix(suffix), suffix
    return address, ""


def label_for(address: str, labels: Mapping[str, str]) -> str:
    """地址的中文名：上年决算收入总计、决算收入总计增减率。"""
    key, suffix = split_key(address)
    return _LABELS[suffix].format(labels.get(key, key))


class Sentence(Frozen):
    """一句模板。

    flat     句中的增减额为零时改印这句
    or_else  占位符缺值时改印这句；没有则整句不印
    """

    text: str
    flat: str = ""
    or_else: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """所用占位符。"""
        return tuple(PLACEHOLDER.findall(self.text))


class Verbatim(Frozen):
    """照录：把一个文字事实原样放进来。"""

    kind: Literal["verbatim"] = "verbatim"
    field: str


class Template(Frozen):
    """模板：句子加占位符，连成一段。"""

    kind: Literal["template"] = "template"
    sentences: tuple[Sentence, ...]


class Listing(Frozen):
    """列举：表格型事实每行一段，编号由代码给出，不会漏号重号。

    beside  并列的另一项表格型事实，与 field 逐行对齐（目标和它的完成情况）
    lead    列举之前的一句引语，没有行就不印
    """

    kind: Literal["listing"] = "listing"
    field: str
    beside: str = ""
    lead: str = ""
    style: Literal["一是", "1.", "（一）", "（1）"]
    text: str


class TableBody(Frozen):
    """表格。

    rows           固定行，格内可有占位符
    field          或：表格型事实每行一行；columns 选取其中的列，缺省为全部
    blank_columns  末尾留空的列数（签字）
    head           比列数多一个时，首列是序号
    """

    kind: Literal["table"] = "table"
    caption: str = ""
    note: str = ""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    field: str = ""
    columns: tuple[str, ...] = ()
    blank_columns: int = 0


class Narrative(Frozen):
    """叙述：有模型时按 brief 由模型写，没有或被退回时用 prose。facts 是可用的占位符。"""

    kind: Literal["narrative"] = "narrative"
    brief: str
    facts: tuple[str, ...] = ()
    prose: tuple[Sentence, ...]


class SignOff(Frozen):
    """落款：单位和日期，各占一行，靠右。有一行印不出就整个不印。"""

    kind: Literal["sign_off"] = "sign_off"
    lines: tuple[str, ...]


Body = Annotated[
    Verbatim | Template | Listing | TableBody | Narrative | SignOff, Field(discriminator="kind")
]


class Question(Frozen):
    """一小组一起问的字段：怎样问、为什么问。order 小的先问。

    when    只在这一项有数且不为零时才问（有房屋才问面积）
    absent  话里有这样的说法（正则），就是没有这回事：不再问，不算缺，也不写（没有做问卷）
    """

    id: str
    ask: str
    why: str
    fields: tuple[str, ...] = Field(min_length=1)
    order: int = 100
    when: str = ""
    absent: str = ""


class Section(Frozen):
    """一节。level 1 是“一、”，2 是“（一）”，3 是“1.”。"""

    id: str
    title: str
    level: int = Field(ge=1, le=4)
    body: tuple[Body, ...] = ()
    questions: tuple[Question, ...] = ()


class Outline(Frozen):
    """大纲。"""

    id: str
    title: str
    basis: str
    fields: tuple[FieldSpec, ...]
    relations: tuple[Relation, ...] = ()
    sections: tuple[Section, ...]

    @model_validator(mode="after")
    def _closed(self) -> Self:
        known = {field.key for field in self.fields}
        if len(known) != len(self.fields):
            raise ValueError("大纲有重复的字段键")
        for section in self.sections:
            for question in section.questions:
                for key in (*question.fields, *([question.when] if question.when else [])):
                    if split_key(key)[0] not in known:
                        raise ValueError(f"问题 {question.id} 用了没有的字段 {key}")
        return self

    def field(self, address: str) -> FieldSpec | None:
        """按键或派生地址取字段。"""
        return self._by_key.get(address) or self._by_key.get(split_key(address)[0])

    @cached_property
    def _by_key(self) -> dict[str, FieldSpec]:
        return {field.key: field for field in self.fields}

    @cached_property
    def labels(self) -> dict[str, str]:
        """键 → 中文名。"""
        return {field.key: field.label for field in self.fields}

    @cached_property
    def all_relations(self) -> tuple[Relation, ...]:
        """写明的关系，加逐年字段自带的关系。"""
        own = [relation for f in self.fields if f.yearly for relation in yearly(f.key)]
        return (*self.relations, *own)

    def section(self, section_id: str) -> Section | None:
        """按编号取章节。"""
        return next((s for s in self.sections if s.id == section_id), None)
