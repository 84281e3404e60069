"""数字·合计：总数等于各项之和。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.checks.statements import PARTS, by_cause, by_formula, by_relation, fault_of
from assistant.domain.findings import Fault
from assistant.domain.statements import Cause, Relationship
from assistant.reading.claims.judging.formulas import COMPARED

_UPDATE = "请核对哪一项添了、改了而合计没有跟着改。"


@rule("FIG301", "sum", MUST)
def sum_of_parts(dossier: Dossier) -> Iterator[Fault]:
    """总数与各项之和对不上。

    依据：合计 = 各项之和；各项取舍的误差已经让过。
    错例：
        年初结转和结余100.00万元，本年收入300.00万元，本年支出250.00万元，年末结转和结余167.89万元。
    正例：
        年初结转和结余100.00万元，本年收入300.00万元，本年支出250.00万元，年末结转和结余150.00万元。
    """
    for each in by_relation(dossier, Relationship.SUM, Relationship.COUNT):
        yield fault_of(dossier, each)


@rule("FIG302", "omitted-part", MUST)
def omitted_part(dossier: Dossier) -> Iterator[Fault]:
    """合计漏加了一项，各项没有列全，或各项改过而合计没有更新。

    依据：合计 = 各项之和；合计比列全的各项之和大的是漏列，小的多半是添了、改了一项没有更新合计。
    错例：
        政府采购金额220.00万元，其中：货物120.00万元、工程53.00万元、服务100.00万元。

        政府采购金额300.00万元，其中：货物120.00万元、工程80.00万元、服务167.89万元。
    正例：
        政府采购金额273.00万元，其中：货物120.00万元、工程53.00万元、服务100.00万元。
    """
    for each in by_cause(dossier, *PARTS):
        stale = each.cause is Cause.STALE
        yield fault_of(dossier, each, _UPDATE if stale else "请核对漏了哪一项。")


@rule("FIG303", "same-figure", MUST)
def same_figure(dossier: Dossier) -> Iterator[Fault]:
    """同一个数两处写得不一样：元与万元互见，或说与上年持平而两数不等。

    依据：同一个数换了单位仍应相等；持平就是两数相等。
    错例：
        公务接待费1.26万元（38754.00元）。

        公务接待费1.26万元，与上年的3.87万元相比持平。
    正例：
        公务接待费1.26万元（12600.00元）。

        公务接待费1.26万元，与上年的1.26万元相比持平。
    """
    for each in by_relation(dossier, Relationship.SAME_AS):
        yield fault_of(dossier, each)


@rule("FIG304", "limit-and-order", MUST)
def limit_and_order(dossier: Dossier) -> Iterator[Fault]:
    """超过上限，或起讫颠倒。

    依据：得分不超过分值；“在甲至乙之间”甲不大于乙。
    错例：
        产出指标分值30分，自评得分32.00分。

        各项目预算执行率在96.30%～85.20%之间。
    正例：
        产出指标分值30分，自评得分28.00分。

        各项目预算执行率在85.20%～96.30%之间。
    """
    for each in by_formula(dossier, COMPARED):
        if each.relationship is Relationship.OTHER:
            yield fault_of(dossier, each)
