"""数字·够不着：支出多过全年预算，车多过编制，没有车却有运行费，占比合起来不是百分之百。"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, rule
from assistant.checks.texts import Hit, fault_at, hits
from assistant.domain.findings import Fault
from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.closure import is_split
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.text.labels import GENERIC

_SPENT = re.compile("(?:全年|本年|当年|实际|累计|已)*(?:支出|执行)(?:数|金额)?(?:为|了)?$")
_CARS = "(?:公务)?(?:用车|车辆)"
_QUOTA = re.compile(
    rf"{_CARS}编制数?(?:为|共|有)?(\d+)辆[^。；\d]{{0,24}}?(?:实有|现有|保有|在用)[^，。；\d]{{0,10}}(\d+)辆"
)
_NO_CARS = re.compile(
    rf"{_CARS}(?:保有量|实有数?)(?:为|共)?0辆[^。\d]{{0,20}}[。；，][^。；\d]{{0,24}}?"
    r"运行(?:维护)?费(?:支出)?(?:决算)?数?(?:为)?(\d+(?:\.\d+)?)万?元"
)
_EXPLAINED = re.compile("超编|应急|特种|租|借|划转|处置|报废|上交")
_HUNDRED, _SLACK = Decimal(100), Decimal("0.06")


@rule("FIG405", "spending-over-budget", DOUBT)
def spending_over_budget(dossier: Dossier) -> Iterator[Fault]:
    """支出比全年（调整后）预算还多。

    依据：执行数不超过全年（调整后）预算数；多半是没有写上追加的资金，或用了上年结转。
    错例：
        全年预算数1000.00万元，全年支出1100.00万元。
    正例：
        全年预算数1100.00万元，全年支出1000.00万元。

        年初预算1000.00万元，全年支出1100.00万元。
    """
    for paragraph in dossier.reading.paragraphs:
        for at, item in enumerate(paragraph.items[1:], 1):
            budget = paragraph.items[at - 1]
            if _is_spent(paragraph, at) and item.quantity.base > budget.quantity.base:
                where = item.mention.span
                yield Fault(
                    where=where,
                    found=dossier.document.quote(where),
                    message=f"支出{item.quantity}比全年预算数{budget.quantity}还多：请核对两个数，"
                    "有追加、动用结转的请写进全年预算数。",
                )


def _is_spent(paragraph: Paragraph, at: int) -> bool:
    """紧跟在全年预算数后面的全部支出；另说了率的，由率的规则管。"""
    items, subjects = paragraph.items, paragraph.subjects
    budget, item = items[at - 1], items[at]
    money = budget.dimension is Dimension.MONEY is item.dimension
    plain = budget.role is Role.LEVEL is item.role and budget.sentence == item.sentence
    whole = subjects[at - 1].basis == "adjusted" and subjects[at - 1].core in GENERIC
    rated = at + 1 < len(items) and items[at + 1].role in (Role.COMPLETION, Role.SHARE)
    return money and plain and whole and not rated and bool(_SPENT.fullmatch(item.lead))


@rule("FIG406", "cars-and-their-cost", DOUBT)
def cars_and_their_cost(dossier: Dossier) -> Iterator[Fault]:
    """公务用车比编制多，或一辆也没有却有运行维护费。

    依据：公务用车不超编制；有运行维护费，就该有车。
    错例：
        公务用车编制2辆，实有公务用车3辆。

        公务用车保有量0辆，公务用车运行维护费3.20万元。
    正例：
        公务用车编制3辆，实有公务用车2辆。

        公务用车编制2辆，实有公务用车3辆，超编1辆为待报废车辆。

        公务用车保有量0辆，公务用车运行维护费0万元。
    """
    for hit in hits(dossier, _QUOTA, "编制"):
        if int(hit.match[2]) > int(hit.match[1]) and not _explained(hit):
            yield fault_at(
                hit, f"实有{hit.match[2]}辆比编制{hit.match[1]}辆还多：请核对，超编的请说明原因。"
            )
    for hit in hits(dossier, _NO_CARS, "0辆"):
        if Decimal(hit.match[1]) and not _explained(hit):
            yield fault_at(
                hit, "一辆车也没有，却有运行维护费：请核对保有量，车已处置、租用的请说明。"
            )


def _explained(hit: Hit) -> bool:
    return bool(_EXPLAINED.search(hit.text, hit.match.start(), hit.match.end() + 40))


@rule("FIG407", "shares-of-a-whole", DOUBT)
def shares_of_a_whole(dossier: Dossier) -> Iterator[Fault]:
    """成套的几项占比合起来不是百分之百。

    依据：分布的各项占比之和应为100%，取舍的误差已经让过。
    错例：
        满意占60.00%，基本满意占30.00%，不满意占12.00%。
    正例：
        满意占60.00%，基本满意占30.00%，不满意占10.00%。

        满意占60.00%，基本满意占30.00%。
    """
    for paragraph in dossier.reading.paragraphs:
        for row in _rows(paragraph):
            total = sum((item.quantity.value for item in row), Decimal(0))
            split = is_split([item.label.core.removesuffix("的") for item in row])
            if split and abs(total - _HUNDRED) > _SLACK * len(row):
                where = row[-1].mention.span
                yield Fault(
                    where=where,
                    found=dossier.document.quote(where),
                    message=f"这{len(row)}项占比合起来是{total}%，不是100%：请核对哪一项写错。",
                )


def _rows(paragraph: Paragraph) -> Iterator[Sequence[Item]]:
    """同一句里接连只说占比、没写占什么的。"""
    row: list[Item] = []
    for item in paragraph.items:
        share = item.role is Role.SHARE and item.operand < 0 and not item.whole
        if share and (not row or row[-1].sentence == item.sentence):
            row.append(item)
            continue
        if len(row) > 1:
            yield row
        row = [item] if share else []
    if len(row) > 1:
        yield row
