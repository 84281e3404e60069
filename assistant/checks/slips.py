"""数字·笔误：单位、换位漏位、照抄、末位，以及由上下文推定的不一致。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, MUST, rule
from assistant.checks.statements import COPIED, MOVED, by_cause, fault_of, last_digit, uncertain
from assistant.domain.findings import Fault
from assistant.domain.statements import Cause


@rule("FIG105", "unit-scale", MUST)
def unit_scale(dossier: Dossier) -> Iterator[Fault]:
    """元与万元写混，差一万倍。

    依据：同一算式里的金额须同一单位；换算后才成立的是单位写错。
    错例：
        本年支出合计1000.00万元，其中：基本支出6000000.00万元，占60.00%；项目支出400.00万元，占40.00%。
    正例：
        本年支出合计1000.00万元，其中：基本支出600.00万元，占60.00%；项目支出400.00万元，占40.00%。
    """
    for each in by_cause(dossier, Cause.UNIT):
        yield fault_of(dossier, each, "请核对单位。")


@rule("FIG106", "copied-figure", MUST)
def copied_figure(dossier: Dossier) -> Iterator[Fault]:
    """照抄了邻近一条或上年的数。

    依据：所写的数与本条的运算数不符，却与邻近同类的数完全相同。
    错例：
        支出总计1200.00万元，较上年增加200.00万元，增长20.05%。
        收入总计1500.00万元，较上年增加250.00万元，增长20.05%。
    正例：
        支出总计1200.00万元，较上年增加200.00万元，增长20.00%。
        收入总计1500.00万元，较上年增加250.00万元，增长20.00%。
    """
    for each in by_cause(dossier, *COPIED):
        yield fault_of(dossier, each, "请核对是否照抄了别处的数。")


@rule("FIG111", "moved-figure", MUST)
def moved_figure(dossier: Dossier) -> Iterator[Fault]:
    """两个数对调了：本年数与上年数、预算数与执行数颠倒，或并列两项互换。

    依据：对调回来，各处算式全部成立。
    错例：
        2022年支出1200.00万元，2023年支出1000.00万元，增长20.00%。
    正例：
        2022年支出1000.00万元，2023年支出1200.00万元，增长20.00%。
    """
    for each in by_cause(dossier, *MOVED):
        yield fault_of(dossier, each, "请核对两个数是否填反。")


@rule("FIG107", "digit-slip", MUST)
def digit_slip(dossier: Dossier) -> Iterator[Fault]:
    """数字换位、漏位或错一位。

    依据：只改动一个数里的一处（换位、漏位、错一位），算式就成立，多半是笔误。
    错例：
        支出总计1200.00万元，较上年增加200.00万元，增长02.0%。

        年初预算为500.00万元，支出决算为405.00万元，完成年初预算的90.00%。

        核定编制78人，其中：行政编制16人，事业编制63人。
    正例：
        年初预算为500.00万元，支出决算为450.00万元，完成年初预算的90.00%。
    """
    for each in by_cause(dossier, Cause.DIGITS):
        yield fault_of(dossier, each)


@rule("FIG108", "last-digit", DOUBT)
def rounded_last_digit(dossier: Dossier) -> Iterator[Fault]:
    """只差末一位：截尾而没有四舍五入，或为凑整改了末位。

    依据：四舍五入；为使占比合计100%而调整末位的，宜加注说明。
    错例：
        年初预算为3000.00万元，支出决算为2000.00万元，完成年初预算的66.66%。
    正例：
        年初预算为3000.00万元，支出决算为2000.00万元，完成年初预算的66.67%。
    """
    for each in last_digit(dossier):
        yield fault_of(dossier, each)


@rule("FIG109", "doubtful-figure", DOUBT)
def doubtful_figure(dossier: Dossier) -> Iterator[Fault]:
    """与上下文推定的数对不上。

    依据：运算数写在别处，或所列未必是全部，由名称推定；请核对是哪一处有误。
    错例：
        本年支出合计1000.00万元。
        一般公共预算财政拨款支出900.00万元，占支出合计的85.30%。
    正例：
        本年支出合计1000.00万元。
        一般公共预算财政拨款支出900.00万元，占支出合计的90.00%。
    """
    for each in uncertain(dossier):
        yield fault_of(dossier, each, "请核对。")
