"""数字·比率：占比、完成率。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.checks.statements import by_relation, fault_of
from assistant.domain.findings import Fault
from assistant.domain.statements import Relationship


@rule("FIG201", "share", MUST)
def share(dossier: Dossier) -> Iterator[Fault]:
    """占比与部分、整体对不上。

    依据：占比 = 部分 ÷ 整体。
    错例：
        本年支出合计1000.00万元，其中：基本支出600.00万元，占71.50%；项目支出400.00万元，占40.00%。
    正例：
        本年支出合计1000.00万元，其中：基本支出600.00万元，占60.00%；项目支出400.00万元，占40.00%。
    """
    for each in by_relation(dossier, Relationship.RATIO):
        yield fault_of(dossier, each)


@rule("FIG203", "completion-rate", MUST)
def completion_rate(dossier: Dossier) -> Iterator[Fault]:
    """完成率、执行率与完成数、预算数对不上。

    依据：完成率 = 完成数 ÷ 预算数；执行率 = 全年执行数 ÷ 全年预算数。
    错例：
        年初预算为512.40万元，支出决算为487.36万元，完成年初预算的88.27%。
    正例：
        年初预算为512.40万元，支出决算为487.36万元，完成年初预算的95.11%。
    """
    for each in by_relation(dossier, Relationship.EXECUTION_RATE):
        yield fault_of(dossier, each)
