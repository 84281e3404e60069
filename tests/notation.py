"""测试里的简写：一行写出一个事实、一个大纲、一个地区。"""

from decimal import Decimal

from assistant.domain.facts import Fact, FieldKind, FieldSpec, Provenance, ProvenanceKind
from assistant.domain.locality import GradeBand, GradeScale, Locality
from assistant.domain.outline import Outline, Question, Section
from assistant.domain.quantities import Quantity
from assistant.domain.relations import Relation

SAID = Provenance(kind=ProvenanceKind.CHAT, source="对话", quote="", by="经办人")


def quantity(text: str) -> Quantity:
    """“12.50万元” → 数量。"""
    digits = text.rstrip("万亿千元个人分份辆平方米%家")
    return Quantity(value=Decimal(digits), unit=text[len(digits) :])


def fact(key: str, value: str, year: int = 2023, fact_id: str = "") -> Fact:
    """一条确认了的数量事实。"""
    return Fact(
        id=fact_id or f"{key}@{year}",
        key=key,
        year=year,
        value=quantity(value),
        status="confirmed",
        provenance=SAID,
    )


def money(key: str, label: str, *, yearly: bool = False, required: bool = False) -> FieldSpec:
    """一个金额字段。"""
    return FieldSpec(
        key=key, label=label, kind=FieldKind.MONEY, unit="万元", yearly=yearly, required=required
    )


def outline(
    *fields: FieldSpec, relations: tuple[Relation, ...] = (), ask: tuple[str, ...] = ()
) -> Outline:
    """只有一节、一问的大纲。"""
    questions = (Question(id="q", ask="请报数", why="要用", fields=ask),) if ask else ()
    return Outline(
        id="o",
        title="报告",
        basis="测试",
        fields=fields,
        relations=relations,
        sections=(Section(id="s", title="一、情况", level=1, questions=questions),),
    )


def locality(*bands: tuple[str, str], grade_from: str = "department.score") -> Locality:
    """一个地区口径；不给分档时为 90/80/60 优良中差。"""
    scale = bands or (("优", "90"), ("良", "80"), ("中", "60"), ("差", "0"))
    return Locality(
        id="test",
        title="测试",
        basis="测试",
        verified=False,
        scheme="national-2020",
        grade_from=grade_from,
        grades=GradeScale(
            basis="测试分档",
            verified=False,
            bands=tuple(GradeBand(name=n, at_least=Decimal(x)) for n, x in bands or scale),
        ),
    )
