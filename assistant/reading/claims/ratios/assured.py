"""一个率断得定断不定：分子分母的口径、名称、远近。"""

import re

from assistant.domain.quantities import Dimension
from assistant.reading.claims.ratios.beside import due_and_done
from assistant.reading.claims.ratios.denominators import DUE
from assistant.reading.claims.ratios.rate_names import both_done, covered, related, told_apart
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.naming import same_thing
from assistant.reading.text.labels import PLANNED

_MONEY_RATE = re.compile(
    "执行|支出|支付|完成|使用|到位|拨付|进度|兑现|下达|落实|资金|控制|结转|结余"
)
_SPENT = re.compile(
    "，?(?:实际|已|累计|当年)*(?:执行|支出|支付|使用|拨付|到位)(?:了|资金|金额|数|额)*(?:为)?"
)


def told_before(paragraph: Paragraph, at: int, part: int, whole: int) -> bool:
    """分母在前几句里、只此一个，分子的名称又对得上：没有把握，算不通时提醒。"""
    apart = paragraph.items[whole].sentence < paragraph.items[part].sentence
    return apart and covered(paragraph.items[at].name, paragraph, part)


def is_sure(paragraph: Paragraph, at: int, part: int, whole: int) -> bool:
    """分子分母断得定：花钱的率除以预算，得分率，或名称认得出分子；上一句的分子要名称大半对上。

    分母在前几句、又不叫预算、名称也与分子两样的，断不定。
    """
    items, name = paragraph.items, paragraph.items[at].name
    planned = paragraph.subjects[whole].basis in PLANNED and _MONEY_RATE.search(name)
    scored = name.endswith("得分率") and _weighed(paragraph, whole)
    named = related(name, paragraph, part) and told_apart(name, paragraph, part, whole)
    named = named or _beside(paragraph, part, whole)
    named = named and not both_done(name, paragraph, part, whole)
    apart = items[part].sentence != items[at].sentence
    far = items[whole].sentence < items[part].sentence and not planned
    far = far and not same_thing(paragraph.subjects[part].core, paragraph.subjects[whole].core)
    due = due_and_done(paragraph, whole, part, at)
    aside = items[part].part != items[whole].part and not DUE.search(paragraph.lead(whole))
    far = far or (apart and aside and not planned)  # 一次甲；二次乙。某某率：甲不是乙的分母
    told = bool(planned or scored or named or due) and not far
    moved = items[whole].role is Role.REACHED and not planned  # 执行数由甲增加到乙：乙不是甲的分母
    return told and not moved and not (apart and not covered(name, paragraph, part))


def _beside(paragraph: Paragraph, part: int, whole: int) -> bool:
    """省级资金500万元，执行450万元，执行率90%：紧挨着的两个钱数，后一个说的是花掉的。"""
    items = paragraph.items
    near = whole == part - 1 and items[whole].part == items[part].part
    return near and _SPENT.fullmatch(paragraph.lead(part)) is not None


def _weighed(paragraph: Paragraph, whole: int) -> bool:
    """得分率的分母是分值：另一个指标的得分（决策得14分；执行得22分，得分率92%）不是。"""
    scored = paragraph.items[whole].dimension is Dimension.SCORE
    return scored and "得" not in paragraph.lead(whole)


def is_over(paragraph: Paragraph, at: int, part: int, whole: int) -> bool:
    """率不到百分之百，分子却比分母多：多半认错了分母（参保2万人，前面救助了700人）。

    写着预算的、得分率、一个应有一个实有挨着说的，分母错不了，是数写错了。
    """
    items = paragraph.items
    planned = paragraph.subjects[whole].basis in PLANNED
    more = items[part].quantity.base > items[whole].quantity.base
    scored = items[at].name.endswith("得分率") and _weighed(paragraph, whole)
    settled = scored or due_and_done(paragraph, whole, part, at)
    return not planned and not settled and more and items[at].quantity.base <= 1
