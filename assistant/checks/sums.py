"""数字·合计：总数等于各项之和。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.checks.statements import by_cause, by_relation, fault_of
from assistant.domain.findings import Fault
from assistant.domain.statements import Cause, Relationship


@rule("FIG301", "sum", MUST)
def sum_of_parts(dossier: Dossier) -> Iterator[Fault]:
    """总数与各项之和对不上。

    依据：合计 = 各项之和；各项取舍的误差已经让过。
    错例：
        政府采购金额300.00万元，其中：货物120.00万元、工程80.00万元、服务67.89万元。
    正例：
        政府采购金额300.00万元，其中：货物120.00万元、工程80.00万元、服务100.00万元。
    """
    for each in by_relation(dossier, Relationship.SUM, Relationship.COUNT):
        yield fault_of(dossier, each)


@rule("FIG302", "omitted-part", MUST)
def omitted_part(dossier: Dossier) -> Iterator[Fault]:
    """合计里漏加了一项。

    依据：合计 = 各项之和。
    错例：
        政府采购金额220.00万元，其中：货物120.00万元、工程53.00万元、服务100.00万元。
    正例：
        政府采购金额273.00万元，其中：货物120.00万元、工程53.00万元、服务100.00万元。
    """
    for each in by_cause(dossier, Cause.OMITTED):
        yield fault_of(dossier, each, "请核对漏了哪一项。")
