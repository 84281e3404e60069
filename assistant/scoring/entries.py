"""人打的分：哪些指标准许人打，打多少算合规。"""

from decimal import Decimal

from assistant.domain.scheme import Scheme
from assistant.scoring.forms import ScoredIndicator


def open_to_hand(one: ScoredIndicator, scheme: Scheme) -> bool:
    """准许人打分：系统不给分的；或按口径须复核的；没有锁定规定的口径准许酌减。"""
    if one.weight is None:
        return False
    if one.automatic.points is None or one.reviews:
        return True
    return not scheme.review.open_to_hand


def fault_of_entry(
    one: ScoredIndicator, points: Decimal, reason: str, scheme: Scheme
) -> str | None:
    """人打的分不合规时说明为什么；合规为 None。"""
    name, weight, automatic = one.row.name, one.weight, one.automatic.points
    if weight is None:
        return f"“{name}”没有分值，请先在表上补分值。"
    if not open_to_hand(one, scheme):
        return f"“{name}”按{scheme.title}自动计分并锁定，应得{automatic}分。"
    if not 0 <= points <= weight:
        return f"“{name}”得分应在0与{weight:f}之间，填的是{points:f}。"
    if one.band is not None and not one.band.holds(points):
        return f"“{name}”选“{one.row.actual.text}”，应得{one.band.words}，填的是{points:f}。"
    if automatic is not None and not scheme.review.open_to_hand and points > automatic:
        return f"“{name}”按规则得{automatic}分，人工只许酌减，填的是{points:f}。"
    if (points < weight or automatic is not None) and not reason.strip():
        return f"“{name}”请写明打这个分的理由。"
    return None
