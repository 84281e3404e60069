"""数字·范围：批次不多于人次，部分不大于整体，执行率不超过百分之百，没有车就没有运行费。"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, MUST, rule
from assistant.domain.findings import Fault
from assistant.domain.quantities import Dimension, Quantity
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.tables.within import oversized

_EXECUTION = re.compile(r"(?:预算)?(?:执行率|支出率|支付率)(?:为|达|达到|：)?$")
_CONTROL = re.compile(r"(?:在职人员|人员|编制)?控制率(?:为|达|达到|：)?$")
_EXPLAINED = re.compile(r"原因|由于|主要是|因为|系|追加|超编|核定|划转")
_GUEST_BATCH = frozenset(("批次", "批"))
_HUNDRED = Decimal(100)
_WITHIN = re.compile(
    "[^，。；：、中]{1,8}中，?(?:[^，。；：、每各均分]{2,6}的)?(?:仅有?|只有|[已仍还尚共]有|有)?"
)
_SOLE = re.compile("[，。；]其中：?[^，。；：、\ue000-\ue00f]{0,14}$")
_DOING = re.compile("[，。；）]|[已未超没存]|达到|完成|为(?!期)|通过")
_PARTS = (
    (re.compile("建筑面积|房屋面积|房屋"), re.compile("办公用房")),
    (re.compile("政府采购(?:支出)?(?:总额|金额|支出|合计)"), re.compile("中小企业")),
    (re.compile("授予中小企业"), re.compile("小微企业")),
)
_PARTED = re.compile("|".join(part.pattern for _, part in _PARTS))


@rule("FIG401", "batches-over-persons", MUST)
def batches_over_persons(dossier: Dossier) -> Iterator[Fault]:
    """接待的批次比人次还多。

    依据：一批至少一人。
    错例：
        全年公务接待82批次、46人次。
    正例：
        全年公务接待46批次、382人次。
    """
    for paragraph in dossier.reading.paragraphs:
        for one, other in _pairs(paragraph) if "批" in paragraph.text else ():
            if (
                other.quantity.unit in ("人次", "人")
                and one.quantity.value > other.quantity.value > 0
            ):
                yield _fault(
                    paragraph,
                    one,
                    f"{one.quantity}比{other.quantity}还多，一批至少一人：请核对是否写反。",
                )


def _pairs(paragraph: Paragraph) -> Iterator[tuple[Item, Item]]:
    """同一句里前后相连的批次和个数。"""
    for one, other in pairwise(paragraph.items):
        if one.quantity.unit not in _GUEST_BATCH:
            continue
        near = other.spot.start - one.spot.end <= 6
        if near and one.sentence == other.sentence and other.dimension is Dimension.COUNT:
            yield one, other


def _fault(paragraph: Paragraph, item: Item, message: str) -> Fault:
    span = paragraph.flow.span(item.spot.start, item.spot.end)
    return Fault(where=span, found=str(item.quantity), message=message)


@rule("FIG402", "part-over-whole", MUST)
def part_over_whole(dossier: Dossier) -> Iterator[Fault]:
    """其中的数比整体还大。

    依据：部分不大于整体。
    错例：
        房屋面积1200.00平方米，其中：办公用房1860.00平方米。

        26个绩效目标中有30个超额完成。

        专职保安41名，其中取得保安员证的43名。

        项目	数量	原值（万元）
        房屋（平方米）	5860	4120.00
        其中：办公用房（平方米）	3240	4280.50
        车辆（辆）	17	486.30
    正例：
        房屋面积1860.00平方米，其中：办公用房1200.00平方米。

        26个绩效目标中有3个超额完成。

        学生900名，教师41名，其中女生430名。

        项目	数量	原值（万元）
        房屋（平方米）	5860	4120.00
        其中：办公用房（平方米）	3240	2280.50
        车辆（辆）	17	486.30
    """
    for paragraph in dossier.reading.paragraphs:
        for at, item in enumerate(paragraph.items):
            whole = _whole_of(paragraph, at) or _counted_in(paragraph, at)
            if whole is not None and item.quantity.base > whole.quantity.base:
                yield _fault(
                    paragraph,
                    item,
                    _larger(item.quantity, whole.quantity),
                )
    for part, over in (found for grid in dossier.reading.tables for found in oversized(grid)):
        message = _larger(part.quantity, over.quantity)
        yield Fault(where=part.span, found=str(part.quantity), message=message)


def _larger(part: Quantity, whole: Quantity) -> str:
    return f"其中的{part}比整体的{whole}还大：请核对是哪一个写错。"


def _whole_of(paragraph: Paragraph, at: int) -> Item | None:
    """这个数是哪一个整体的部分：名称成对、就在前面。"""
    item = paragraph.items[at]
    if item.role is not Role.LEVEL or not item.lead:
        return None
    name = item.lead
    for whole, part in _PARTS:
        if not part.search(name):
            continue
        for index in range(at - 1, max(0, at - 6) - 1, -1):
            other = paragraph.items[index]
            same = other.dimension is item.dimension and other.role is Role.LEVEL
            if same and whole.search(paragraph.lead(index)):
                return other
    return None


def _counted_in(paragraph: Paragraph, at: int) -> Item | None:
    """26个目标中有3个已……：紧跟在“中”后面的同单位个数是前一个数里的；另有名词的（2个乡镇中的9个村）不是。"""
    items = paragraph.items
    if not at or items[at].dimension is not Dimension.COUNT or items[at].role is not Role.LEVEL:
        return None
    whole, part = items[at - 1], items[at]
    same = whole.quantity.unit == part.quantity.unit and whole.sentence == part.sentence
    lone = same and part.opens == "" and _SOLE.match(paragraph.between(at - 1, at))
    if lone and whole.role is Role.LEVEL and not _earlier(paragraph, at - 1):
        return whole
    within = same and _WITHIN.fullmatch(paragraph.between(at - 1, at))
    return whole if within and _DOING.match(paragraph.after(at)) else None


def _earlier(paragraph: Paragraph, at: int) -> bool:
    """同一句里它前面还有同单位的数：“其中”分的也可能是那一个。"""
    items = paragraph.items
    return any(
        items[i].quantity.unit == items[at].quantity.unit
        and items[i].sentence == items[at].sentence
        for i in paragraph.back(at - 1)
    )


@rule("FIG403", "execution-over-hundred", DOUBT)
def execution_over_hundred(dossier: Dossier) -> Iterator[Fault]:
    """预算执行率超过百分之百。

    依据：执行数不超过全年（调整后）预算数；多半是分母用了年初预算。
    错例：
        全年预算执行率为108.50%。
    正例：
        全年预算执行率为98.50%。
    """
    for paragraph in dossier.reading.paragraphs:
        for at, item in enumerate(paragraph.items):
            rate = item.dimension is Dimension.RATIO and item.quantity.value > _HUNDRED
            if rate and _EXECUTION.search(paragraph.lead(at)):
                yield _fault(
                    paragraph,
                    item,
                    f"执行率{item.quantity}超过100%：分母应为全年（调整后）预算数，请核对。",
                )


@rule("FIG404", "staff-over-establishment", DOUBT)
def staff_over_establishment(dossier: Dossier) -> Iterator[Fault]:
    """在职人员控制率超过百分之百而没有说明。

    依据：在职人数不超过编制数；超编须说明原因。
    错例：
        编制46人，在职50人，在职人员控制率108.70%。
    正例：
        编制46人，在职50人，在职人员控制率108.70%，主要是军转干部安置。
    """
    for paragraph in dossier.reading.paragraphs:
        for at, item in enumerate(paragraph.items):
            rate = item.dimension is Dimension.RATIO and item.quantity.value > _HUNDRED
            if not rate or not _CONTROL.search(paragraph.lead(at)):
                continue
            if not _EXPLAINED.search(paragraph.flow.text, item.spot.end):
                yield _fault(
                    paragraph, item, f"控制率{item.quantity}超过100%，请核对，或说明超编的原因。"
                )
