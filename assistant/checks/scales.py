"""得分·分档：文中写明的分档有没有缝、有没有叠，次序对不对。"""

from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.domain.findings import Fault
from assistant.reading.claims.scores.bands import gapped


@rule("SCR110", "scale-gap", MUST)
def scale_gap(dossier: Dossier) -> Iterator[Fault]:
    """分档有缝或重叠：上一档的下限与下一档的上限对不上。

    依据：每个得分恰落在一档；上一档的下限就是下一档的上限。
    错例：
        90分（含）以上为优，80分（含）至85分为良，60分（含）至80分为中，60分以下为差。

        得分≥90分为优；80分≤得分<95分为良；60分≤得分<80分为中；得分<60分为差。
    正例：
        90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。

        100-90分为优，89-80分为良，79-60分为中，59分及以下为差。
    """
    for upper, lower in (pair for scale in dossier.reading.scales for pair in pairwise(scale)):
        if lower.high is None or not gapped(upper, lower):
            continue
        what = "有缝" if lower.high < upper.low else "重叠"
        gap = "、".join(f"{edge}分" for edge in sorted((lower.high, upper.low)))
        yield Fault(
            where=lower.span,
            found=dossier.document.quote(lower.span),
            expected=f"{upper.low}分",
            message=f"“{upper.name}”从{upper.low}分起，“{lower.name}”却到{lower.high}分止："
            f"{gap}之间分档{what}，“{lower.name}”的上限应为{upper.low}分，或哪个界限的数字换位或漏位。",
        )
