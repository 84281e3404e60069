"""数字·增减：增减额、增减率、增减用词。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.checks.statements import fault_of, inconsistent, shown
from assistant.domain.findings import Fault
from assistant.domain.statements import Cause, Relationship


@rule("FIG103", "rate-of-change-base", MUST)
def rate_of_change_base(dossier: Dossier) -> Iterator[Fault]:
    """增减幅度应以上年数为基数。

    依据：增减率 =（本年数 - 上年数）÷ 上年数。
    错例：
        1200.00万元，较上年增加200.00万元，增加16.7%。
    正例：
        1200.00万元，较上年增加200.00万元，增加20.0%。
    """
    for each in inconsistent(dossier, Relationship.YOY_PERCENT, causes=(Cause.WRONG_BASE,)):
        said, right = shown(each.stated), each.expected
        yield fault_of(
            dossier, each, f"增减率写{said}，应为{right}：除数要用上年数，这里用成了本年数。"
        )
