"""数字·增减：增减额、增减率、增减用词。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.mending import shown
from assistant.checks.rule import DOUBT, HINT, MUST, rule
from assistant.checks.statements import (
    around,
    by_cause,
    by_formula,
    by_relation,
    fault_of,
)
from assistant.domain.findings import Fault
from assistant.domain.statements import Cause, Relationship, Verdict
from assistant.reading.claims.judging.formulas import TIMES


@rule("FIG101", "change-amount", MUST)
def change_amount(dossier: Dossier) -> Iterator[Fault]:
    """增减额应等于本年数减上年数。

    依据：增减额 = 本年数 - 上年数。
    错例：
        2022年支出1000.00万元，2023年支出1200.00万元，比2022年增加245.67万元。
    正例：
        2022年支出1000.00万元，2023年支出1200.00万元，比2022年增加200.00万元。
    """
    for each in by_relation(dossier, Relationship.YOY_AMOUNT, Relationship.DIFFERENCE):
        yield fault_of(dossier, each)


@rule("FIG102", "change-rate", MUST)
def change_rate(dossier: Dossier) -> Iterator[Fault]:
    """增减率与增减额、本年数对不上。

    依据：增减率 = 增减额 ÷ 上年数，上年数 = 本年数 - 增减额。
    错例：
        支出总计1200.00万元，较上年增加200.00万元，增长31.7%。
    正例：
        支出总计1200.00万元，较上年增加200.00万元，增长20.0%。
    """
    for each in by_relation(dossier, Relationship.YOY_PERCENT):
        yield fault_of(dossier, each)


@rule("FIG103", "rate-of-change-base", MUST)
def rate_of_change_base(dossier: Dossier) -> Iterator[Fault]:
    """增减幅度应以上年数为基数。

    依据：增减率 =（本年数 - 上年数）÷ 上年数。
    错例：
        1200.00万元，较上年增加200.00万元，增加16.7%。
    正例：
        1200.00万元，较上年增加200.00万元，增加20.0%。
    """
    for each in by_cause(dossier, Cause.WRONG_BASE):
        yield fault_of(dossier, each, "除数要用上年数，这里用成了本年数。")


@rule("FIG104", "direction-word", MUST)
def direction_word(dossier: Dossier) -> Iterator[Fault]:
    """增减用词与数字相反。

    依据：本年数大于上年数为增加、增长，小于为减少、下降；增减额与增减率用词一致。
    错例：
        支出总计1200.00万元，较上年减少200.00万元，增长20.0%。

        2022年支出1000.00万元，2023年支出1200.00万元，比2022年减少20.0%。

        全年预算1000.00万元，支出决算900.00万元，决算数大于预算数的主要原因是项目增加。
    正例：
        支出总计1200.00万元，较上年增加200.00万元，增长20.0%。

        全年预算1000.00万元，支出决算900.00万元，决算数小于预算数的主要原因是项目结转。
    """
    for each in by_cause(dossier, Cause.SIGN):
        yield fault_of(dossier, each, "请核对是增还是减，前后用词要一致。")


@rule("FIG110", "rate-on-zero", HINT)
def rate_on_zero(dossier: Dossier) -> Iterator[Fault]:
    """上年为零，没有增减率可言。

    依据：除数为零，比率无意义；应写“上年为0”或“上年无此项支出”。
    错例：
        支出总计1200.00万元，较上年增加1200.00万元，增长100%。
    正例：
        支出总计1200.00万元，较上年增加200.00万元，增长20.0%。
    """
    for each in dossier.reading.statements:
        if each.relationship is not Relationship.YOY_PERCENT:
            continue
        zero = each.verdict is Verdict.UNVERIFIABLE and each.cause is Cause.ZERO_BASE
        if zero and each.stated.quantity.value:
            where = around(dossier.document, each.stated)
            yield Fault(
                where=where,
                found=shown(each.stated),
                message=f"上年数为零，写不出增减率{shown(each.stated)}，建议改为“上年无此项”。",
                cause=each.cause.value,
            )


@rule("FIG112", "points-or-percent", MUST)
def points_or_percent(dossier: Dossier) -> Iterator[Fault]:
    """百分点与百分比写混。

    依据：两个百分数之差用百分点；金额、个数的增减幅度用百分比。
    错例：
        支出总计1200.00万元，较上年增加200.00万元，增长20.00个百分点。

        群众满意度为93.30%，上年为86.10%，提高7.20%。
    正例：
        支出总计1200.00万元，较上年增加200.00万元，增长20.00%。

        群众满意度为93.30%，上年为86.10%，提高7.20个百分点。
    """
    for each in by_cause(dossier, Cause.POINTS):
        yield fault_of(dossier, each, "比率之差写百分点，数量的增减幅度写百分比。")


@rule("FIG113", "times-word", MUST)
def times_word(dossier: Dossier) -> Iterator[Fault]:
    """翻番、几倍的说法与数字不合。

    依据：翻一番是原来的2倍，翻两番是4倍。
    错例：
        培训人数由2022年的500人增加到2023年的1020人，翻了两番。
    正例：
        培训人数由2022年的500人增加到2023年的1020人，翻了一番。
    """
    for each in by_formula(dossier, TIMES):
        yield fault_of(dossier, each)


@rule("FIG114", "same-year-compared", DOUBT)
def same_year_compared(dossier: Dossier) -> Iterator[Fault]:
    """本年与本年相比：比较的年份没有改。

    依据：增减是与上年（或另一口径）相比，同一口径的本年不能与本年相比。
    错例：
        2024年预算收入1200.00万元，比2024年预算增加200.00万元。

        2024年培训费12.00万元，2024年培训费10.00万元，增加2.00万元。
    正例：
        2024年预算收入1200.00万元，比2023年预算增加200.00万元。

        2024年决算支出1200.00万元，比2024年预算增加200.00万元。
    """
    for each in dossier.reading.statements:
        if each.cause is Cause.YEAR:
            where = around(dossier.document, each.stated)
            yield Fault(
                where=where,
                found=shown(each.stated),
                expected=each.expected,
                message=f"本年的数又与{shown(each.stated)}相比，比较的年份疑应为{each.expected}。",
                cause=each.cause.value,
            )
