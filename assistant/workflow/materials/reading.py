"""读材料：一份上传的文件读成事实、矛盾和没读懂的。不写任何东西，也不需要有报告。"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from assistant.checks.forms.run import CheckedWorkbook
from assistant.domain.document import Document
from assistant.domain.facts import Value, shown
from assistant.domain.intervals import Interval
from assistant.domain.outline import Outline
from assistant.domain.quantities import Quantity
from assistant.domain.scheme import Scheme
from assistant.domain.statements import Statement, Verdict
from assistant.ports import Catalogue, DocumentReader, GridReader
from assistant.reading.accounts.lattice import is_form
from assistant.reading.accounts.lattice import sections as sections_of
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.types import Found, Taken
from assistant.reading.materials.past_sections import Sections
from assistant.reading.materials.uploads import bureau_of, read_upload, title_of
from assistant.reading.reading import read
from assistant.workflow.materials.forms import (
    faults_in,
    forms_in,
    reasons_asked,
    taken_from,
    unread_in,
    years_of,
)

OUTLINE = "department-self-evaluation"
_BODY = re.compile(r"(?:局|委员会|委|办公室|办|院|中心|部|会|馆|站|所|队|街道|镇|乡)$")
_QUOTED = 60
_RELATED = ("yoy_percent", "yoy_amount", "ratio", "execution_rate")


class ReadingDesk(Protocol):
    """读材料所用的端口。"""

    @property
    def catalogue(self) -> Catalogue:
        """知识目录。"""

    @property
    def reader(self) -> DocumentReader:
        """文档读入。"""

    @property
    def grids(self) -> GridReader:
        """表格读入。"""


class Clash(NamedTuple):
    """同一项同一年读出了不同的值：各处的值和位置并列。"""

    key: str
    label: str
    year: int
    sides: tuple[Taken, ...]

    @property
    def message(self) -> str:
        """一句说明。"""
        both = "；".join(f"{side.locator} 是{_shown(side)}" for side in self.sides)
        return f"{self.year}年“{self.label}”有不同的数：{both}。请核对哪个对。"


class Wrong(NamedTuple):
    """正文里算错的一处：原话、所在、应为多少、为什么。"""

    quote: str
    at: str
    should: str
    why: str


class Material(NamedTuple):
    """读过的一份材料。

    found       表格和正文里取到的数，和没有读懂的
    texts       往年报告里的文字：部门职责、存在的问题
    forms       其中的自评表和汇总表；没有为 None
    bureau      往年报告标题里写的单位；不是报告、没写为空
    form_facts  由自评表汇总的项目个数、平均分等
    """

    document: Document
    found: Found
    clashes: tuple[Clash, ...]
    wrong: tuple[Wrong, ...]
    texts: tuple[Taken, ...] = ()
    forms: CheckedWorkbook | None = None
    form_facts: tuple[Taken, ...] = ()
    bureau: str = ""

    def foreign_to(self, bureau: str) -> bool:
        """标题写的是别的单位：多半附错了材料。"""
        return bool(self.bureau) and not (self.bureau in bureau or bureau in self.bureau)

    @property
    def form_faults(self) -> tuple[int, int]:
        """自评表里必改几处、存疑几处；没有自评表为 0。"""
        return faults_in(self.forms) if self.forms else (0, 0)

    @property
    def asked(self) -> tuple[str, ...]:
        """自评表里没有写的原因，各一句。"""
        return tuple(reasons_asked(self.forms)) if self.forms else ()

    @property
    def facts(self) -> tuple[Taken, ...]:
        """取到的全部值：表格、正文、自评表。"""
        return (*self.found.facts, *self.form_facts)


def read_material(
    desk: ReadingDesk, name: str, content: bytes, scheme: Scheme, year: int = 0
) -> Material:
    """读一份文件；读不了抛 Unreadable。材料自己没写年度时才用 year。"""
    document = desk.reader.read(name, content)
    names = names_for(desk, desk.catalogue.outline(OUTLINE))
    forms = forms_in(desk, name, content, scheme)
    found = read_upload(document, names, year)
    if forms is not None:
        found = found._replace(unread=(*found.unread, *unread_in(forms)))
    sections = Sections(document)
    return Material(
        document,
        found,
        tuple(clashes(found.facts)),
        tuple(_wrong(document, sections)),
        tuple(_texts(document, sections, names, found.year)),
        forms,
        tuple(_form_facts(forms, found.year, names)),
        _whose(title_of(document)),
    )


def _whose(title: str) -> str:
    """往年报告是哪个单位的；别的材料的标题里常有发文机关，不算。"""
    name = bureau_of(title) if "自评" in title else ""
    return name if _BODY.search(name) else ""


def _form_facts(forms: CheckedWorkbook | None, year: int, names: Names) -> Iterator[Taken]:
    """自评表里的事实；年度以表上写明的为准，都没写而又不知道的不取。"""
    if forms is None:
        return
    stated = years_of([forms])
    when = stated.pop() if len(stated) == 1 else year
    yield from taken_from([forms], when, names) if when else ()


def names_for(desk: ReadingDesk, outline: Outline) -> Names:
    """科目表和大纲合成的名称表。"""
    return Names(desk.catalogue.chart(), outline.fields)


def clashes(facts: Sequence[Taken]) -> Iterator[Clash]:
    """同一项同一年的值，取舍区间也合不到一起的。"""
    sides: dict[tuple[str, int], list[Taken]] = defaultdict(list)
    for group in agreeing(facts):
        sides[group[0].key, group[0].year].append(group[0])
    for (key, year), found in sides.items():
        if len(found) > 1:
            yield Clash(key, found[0].label, year, tuple(found))


def agreeing(facts: Sequence[Taken]) -> list[list[Taken]]:
    """同一项同一年、彼此一致的归在一起，按先后。"""
    groups: dict[tuple[str, int], list[list[Taken]]] = defaultdict(list)
    for taken in facts:
        same = groups[taken.key, taken.year]
        group = next((g for g in same if agree(g[0].value, taken.value)), None)
        if group is None:
            same.append([taken])
        else:
            group.append(taken)
    return [group for same in groups.values() for group in same]


def agree(one: Value, other: Value) -> bool:
    """两个值可以是同一个：位数多的一个，四舍五入后就是位数少的一个。"""
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return one == other
    if one.dimension is not other.dimension:
        return False
    fine, coarse = sorted((one, other), key=_grain)
    spread = Interval.printed(coarse)
    return spread.low <= fine.base <= spread.high


def _grain(quantity: Quantity) -> Decimal:
    """末位代表多大。"""
    spread = Interval.printed(quantity)
    return spread.high - spread.low


def _texts(document: Document, sections: Sections, names: Names, year: int) -> Iterator[Taken]:
    """往年报告里的文字：部门职责、存在的问题和改进措施。"""
    found: tuple[tuple[str, Value], ...] = (
        ("duties", sections.duties()),
        ("problems", sections.problems()),
    )
    for key, value in found:
        field = names.fields.get(key)
        if field is not None and value and year:
            quote = " ".join(shown(value).split())[:_QUOTED]
            yield Taken(key, field.label, year, value, f"{document.name}#{field.label}", quote)


def _wrong(document: Document, sections: Sections) -> Iterator[Wrong]:
    """正文里增减率、占比、执行率算错的，由校核的同一个读者指出；自评表里的由评分指出。"""
    inside = [
        table.span
        for table in document.tables
        if any(is_form(lattice) for lattice in sections_of(table))
    ]
    for statement in read(document).statements:
        if any(span.start <= statement.span.start < span.end for span in inside):
            continue
        wrong = statement.verdict is Verdict.INCONSISTENT and statement.certain
        if wrong and statement.relationship.value in _RELATED:
            yield _explained(statement, document, sections)


def _explained(statement: Statement, document: Document, sections: Sections) -> Wrong:
    operands = "、".join(str(o.quantity) for o in statement.operands)
    cause = f"；{statement.cause.value}" if statement.cause.value else ""
    page = document.page_of(statement.span.start)
    return Wrong(
        quote="".join(document.quote(statement.span).split()),
        at=f"第{page}页" if page else sections.at(statement.span.start),
        should=statement.expected,
        why=f"{statement.formula}（{operands}）应为{statement.expected}{cause}",
    )


def _shown(taken: Taken) -> str:
    return str(taken.value)
