"""数字·比率：占比、完成率。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.mending import shown
from assistant.checks.rule import DOUBT, MUST, rule
from assistant.checks.statements import around, by_cause, by_relation, fault_of, wrong
from assistant.domain.findings import Fault
from assistant.domain.statements import Cause, Relationship
from assistant.reading.claims.judging.formulas import PER_HEAD, PRORATED


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


@rule("FIG204", "wrong-denominator", MUST)
def wrong_denominator(dossier: Dossier) -> Iterator[Fault]:
    """执行率的分母用成了年初预算数。

    依据：执行率 = 全年执行数 ÷ 全年（调整后）预算数；年初预算数只列示，不作分母。
    错例：
        年初预算80.00万元，全年预算数100.00万元，全年执行数90.00万元，预算执行率112.50%。
    正例：
        年初预算80.00万元，全年预算数100.00万元，全年执行数90.00万元，预算执行率90.00%。
    """
    for each in by_cause(dossier, Cause.OPENING):
        yield fault_of(dossier, each, "分母要用全年（调整后）预算数，这里用成了年初预算数。")


@rule("FIG205", "per-unit", MUST)
def per_unit(dossier: Dossier) -> Iterator[Fault]:
    """人均、户均与总数、个数对不上。

    依据：人均 = 总数 ÷ 人数，元与万元先换成同一单位。
    错例：
        发放补助380.50万元，惠及10320人，人均512.40元。
    正例：
        发放补助380.50万元，惠及10320人，人均368.70元。
    """
    for each in by_relation(dossier, Relationship.AVERAGE):
        if each.formula == PER_HEAD.words:
            yield fault_of(dossier, each)


@rule("FIG206", "prorated-points", DOUBT)
def prorated_points(dossier: Dossier) -> Iterator[Fault]:
    """预算执行率的得分与分值、执行率对不上。

    依据：通行办法按执行率计分：得分 = 分值 × 执行率，不超过分值；另有分档规定的请写明。
    错例：
        预算执行率指标分值10分，执行率为92.50%，得8.75分。
    正例：
        预算执行率指标分值10分，执行率为92.50%，得9.25分。
    """
    for each in wrong(dossier):
        if each.formula == PRORATED.words:
            yield fault_of(dossier, each, "请核对计分办法。")


@rule("FIG207", "base-label", DOUBT)
def base_label(dossier: Dossier) -> Iterator[Fault]:
    """完成率的分母名称不对：照另一个预算数才算得通。

    依据：写“完成年初预算的”就除以年初预算，写“完成全年预算的”就除以全年预算。
    错例：
        年初预算为0万元，全年预算为320.00万元，支出决算为304.00万元，完成年初预算的95.00%。
    正例：
        年初预算为0万元，全年预算为320.00万元，支出决算为304.00万元，完成全年预算的95.00%。
    """
    for each in wrong(dossier):
        if each.cause is Cause.BASE_LABEL:
            where = around(dossier.document, each.stated)
            yield Fault(
                where=where,
                found=shown(each.stated),
                message=f"完成率{shown(each.stated)}照这里写的预算数算不通，照另一个预算数才算得通，"
                "请核对分母的名称。",
                cause=each.cause.value,
            )
