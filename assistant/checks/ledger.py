"""事实·台账：本系统起草的报告，报来的事实之间对不对得上、缺不缺。

例文第一行“台账：”，以下一行一项事实：名称，冒号，值。
"""

import re
from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, MUST, rule
from assistant.domain.figures import Contradiction
from assistant.domain.findings import Fault, Span

_GAP = re.compile(r"〔待补：([^〕]*)〕")


@rule("FIG901", "facts-contradict", MUST)
def facts_contradict(dossier: Dossier) -> Iterator[Fault]:
    """报来的事实之间有矛盾，仅凭它们自己就能断定。

    依据：大纲所列勾稽关系；两边各按其取舍误差留有余地，仍对不上。
    错例：
        台账：
        基本支出：160.00万元
        人员经费：100.00万元
        公用经费：50.00万元
    正例：
        台账：
        基本支出：150.00万元
        人员经费：100.00万元
        公用经费：50.00万元
    """
    yield from (_fault(c) for c in _contradictions(dossier) if c.certain)


@rule("FCT901", "facts-do-not-add-up", DOUBT)
def facts_do_not_add_up(dossier: Dossier) -> Iterator[Fault]:
    """合计与已报的分项对不上，差额可能是没有报的项。

    依据：大纲所列勾稽关系；其中有多数单位没有的项，没报时按零算。
    错例：
        台账：
        决算收入总计：110.00万元
        本年收入合计：100.00万元
        年初结转和结余：5.00万元
    正例：
        台账：
        决算收入总计：110.00万元
        本年收入合计：100.00万元
        年初结转和结余：5.00万元
        使用非财政拨款结余：5.00万元
    """
    yield from (_fault(c) for c in _contradictions(dossier) if not c.certain)


@rule("FCT902", "facts-missing", DOUBT)
def facts_missing(dossier: Dossier) -> Iterator[Fault]:
    """大纲要求的事实还没有提供，也算不出来。

    依据：自评报告和自评表的必填项；缺着可以出稿，附表会列明。
    错例：
        台账：
        在职人数：24人
    正例：
        没有台账的报告不适用。
    """
    if dossier.ledger is None:
        return
    for label in dict.fromkeys(dossier.ledger.label(a) for a in dossier.ledger.missing):
        yield Fault(found=label, message=f"还没有提供“{label}”：请补报，或在报告里说明为什么没有。")


@rule("FCT903", "gap-in-the-text", MUST)
def gap_in_the_text(dossier: Dossier) -> Iterator[Fault]:
    """成文里留着待补的空。

    依据：成文不应带占位的记号。必填而还没有提供的事实另由 FCT902 列出，不在这里重复。
    错例：
        全年预算数〔待补：全年预算数〕。
    正例：
        全年预算数1250.00万元。
    """
    ledger = dossier.ledger
    known = {ledger.label(a) for a in ledger.missing} if ledger else set()
    for match in _GAP.finditer(dossier.document.text):
        if match[1] in known:
            continue
        yield Fault(
            where=Span(match.start(), match.end()),
            found=match[0],
            message=f"这里还空着“{match[1]}”：请补报这一项，或改写这句话。",
        )


def _contradictions(dossier: Dossier) -> tuple[Contradiction, ...]:
    return dossier.ledger.contradictions if dossier.ledger else ()


def _fault(found: Contradiction) -> Fault:
    cause = f"（{found.cause}）" if found.cause else ""
    return Fault(
        found=f"{found.label}{found.stated}",
        expected=found.expected,
        cause=found.cause,
        message=(
            f"“{found.label}”报的是{found.stated}{cause}，按{found.formula}推算应为"
            f"{found.expected}。依据：{found.basis}。请在事实台账里改正有误的一项。"
        ),
    )
