"""事实·应有而无：表格要求的执行率、满意度、项目清单、日期，自评报告里有没有。"""

import re
from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, HINT, rule
from assistant.checks.texts import hits, is_self_evaluation, title, whole_text, year_of
from assistant.domain.findings import Fault
from assistant.domain.quantities import Dimension

_RATE = re.compile(
    r"(?:执行|支出|支付|使用|拨付)(?:完成)?(?:率|进度|比例)|(?:资金|预算|投资)?完成(?:率|比例)"
    r"|资金进度|预算(?:总)?[数额]?的"
)
_SATISFIED = re.compile(r"满意(?:度|率)")
_FIGURE = re.compile(r"\d")
_SELF_SCORED = re.compile(
    r"(?<!抽取)(?<!抽查)(?<!抽)(\d{1,4})个(?:[\u4e00-\u9fff]{0,4})?项目(?:[\u4e00-\u9fff]{0,6})?"
    r"(?:自评|平均得分|均分)"
)
_DEPARTMENT = re.compile(r"部门整体|整体支出")
_ATTACHED = re.compile(
    r"附件|附表|附后|另附|见附"
    r"|详见[^。；，\n）)]{0,12}(?:清单|名单|明细|一览|自评表|汇总表|项目表|评分表|得分表)"
)
_GOAL = re.compile(r"(?:年度)?绩效目标[：:]|项目名称[：:]?")
_LAST_YEAR_END = re.compile(r"(?<![比较与同和从由自（])(?:上年末|去年末|上一年末)(?!的|相比|数)")
_CUT_OFF = re.compile(r"截[止至](?:时间|日期)?[：:]?\s*((?:19|20)\d\d)[-年./](\d{1,2})")


@rule("FCT101", "execution-rate-missing", DOUBT)
def execution_rate_missing(dossier: Dossier) -> Iterator[Fault]:
    """自评报告里没有预算执行率。

    依据：自评表设预算执行率一项（通常10分），执行率=全年执行数÷全年预算数；报告须写明。
    错例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        全年支出1200.00万元。
    正例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        全年预算1250.00万元，执行1200.00万元，预算执行率96.0%。

        云岭县科技和工业信息化局部门整体支出绩效自评报告
        全年预算1250.00万元，支出1200.00万元，资金支付进度96.0%。
    """
    if is_self_evaluation(dossier) and not _stated(dossier, _RATE):
        yield Fault(
            found="预算执行率",
            message="全文没有预算执行率：请补全年预算数（调整后）、全年执行数和执行率。",
        )


@rule("FCT102", "satisfaction-missing", DOUBT)
def satisfaction_missing(dossier: Dossier) -> Iterator[Fault]:
    """自评报告里没有满意度的数据。

    依据：自评表设满意度指标（通常10分）；没有调查数据，此项得分无从核对。
    错例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        社会公众和服务对象比较满意。
    正例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        发放问卷200份，收回190份，服务对象满意度95.3%。
    """
    if is_self_evaluation(dossier) and not _stated(dossier, _SATISFIED):
        yield Fault(
            found="满意度",
            message="全文没有满意度的数据：请补调查对象、发放和收回份数、满意度。",
        )


def _stated(dossier: Dossier, name: re.Pattern[str]) -> bool:
    """名称后面不远处有数字。"""
    text = whole_text(dossier)
    return any(_FIGURE.search(text, m.end(), m.end() + 30) for m in name.finditer(text))


@rule("FCT103", "projects-not-listed", DOUBT)
def projects_not_listed(dossier: Dossier) -> Iterator[Fault]:
    """说了多少个项目自评，文中列出的却没有那么多。

    依据：正文的项目个数应与项目清单、自评表份数一致。
    错例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        固定资产情况详见下表。
        1、企业奖补
        绩效目标：支持企业创新。
        经自评，62个项目自评得分平均98.22分。
    正例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        1、企业奖补
        绩效目标：支持企业创新。
        2、贷款贴息
        绩效目标：降低企业成本。
        经自评，2个项目自评得分平均98.25分。
    """
    own = is_self_evaluation(dossier) and _DEPARTMENT.search(title(dossier))
    if not own or _ATTACHED.search(whole_text(dossier)):
        return
    listed = _listed(dossier)
    seen: set[int] = set()
    for hit in hits(dossier, _SELF_SCORED, "自评", "均"):
        said = int(hit.match[1])
        if said > max(listed, 1) and said not in seen:
            seen.add(said)
            yield Fault(
                where=hit.span,
                found=hit.match.group(),
                message=f"这里写{said}个项目，文中只列出{listed}个，也没有项目清单："
                "请附全部项目的名称、执行率和得分，或核对个数。",
            )


def _listed(dossier: Dossier) -> int:
    """文中逐个写了目标的项目个数，或列项目的表的行数，取多的。"""
    rows = [
        sum(1 for e in grid.entries if e.values and not e.is_total)
        for grid in dossier.reading.tables
        if "项目名称" in "".join(grid.head.split())
    ]
    return max([sum(1 for _ in hits(dossier, _GOAL, "绩效目标", "项目名称")), *rows])


@rule("FCT104", "year-end-label", DOUBT)
def year_end_label(dossier: Dossier) -> Iterator[Fault]:
    """写“上年末”，表上的截止日期却是本年末。

    依据：年度报告中“上年末”指报告年度的前一年末，与表的截止日期须一致。
    错例：
        云岭县科技和工业信息化局2023年度部门整体支出绩效自评报告
        上年末固定资产45.00万元。
        截止时间：2023-12-31
    正例：
        云岭县科技和工业信息化局2023年度部门整体支出绩效自评报告
        2023年末固定资产45.00万元。
        截止时间：2023-12-31
    """
    year = year_of(dossier)
    cut_off = _CUT_OFF.search(whole_text(dossier))
    if not year or cut_off is None or int(cut_off[1]) != year or int(cut_off[2]) != 12:
        return
    for hit in hits(dossier, _LAST_YEAR_END, "年末"):
        yield Fault(
            where=hit.span,
            found=hit.match.group(),
            expected=f"{year}年末",
            message=f"这里写“{hit.match.group()}”，表的截止日期是{year}年12月，应写“{year}年末”。",
        )


@rule("FCT105", "indicator-without-figure", HINT)
def indicator_without_figure(dossier: Dossier) -> Iterator[Fault]:
    """绩效指标里没有一个数。

    依据：指标应有名称、符号、数值和单位，能与实际完成值比较。
    错例：
        绩效指标：已完成奖补资金的绩效目标。
    正例：
        绩效指标：奖补企业数量≥12家，已完成12家。
    """
    for hit in hits(dossier, re.compile(r"^绩效指标[：:](.{0,200})")):
        if not _FIGURE.search(hit.match[1]):
            yield Fault(
                where=hit.span,
                found=hit.match.group()[:30],
                message="这条指标没有指标值和完成值，无法评分：请写明名称、目标值、实际值和单位。",
            )


@rule("FCT106", "final-far-from-opening", HINT)
def final_far_from_opening(dossier: Dossier) -> Iterator[Fault]:
    """决算与年初预算相差很大，却没有说明原因和调整后的预算。

    依据：执行率的分母是全年（调整后）预算数；差异大的应写明年中追加的资金和文号。
    错例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        年初预算收入800.00万元。决算收入总计2000.00万元。
    正例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        年初预算收入800.00万元，年中追加1200.00万元，全年预算2000.00万元。决算收入总计2000.00万元。
    """
    text = whole_text(dossier)
    if not is_self_evaluation(dossier) or re.search("全年预算|调整预算|调整后|追加|预算调整", text):
        return
    opening = _first(dossier, re.compile("年初预算"))
    final = _first(dossier, re.compile("决算"))
    if opening and final and abs(final - opening) * 5 > opening:
        yield Fault(
            found="全年预算数",
            message=f"决算约为年初预算的{final / opening:.1f}倍，文中没有全年（调整后）预算数，"
            "也没有说明原因：请补年中追加的资金、文号和全年预算数。",
        )


def _first(dossier: Dossier, name: re.Pattern[str]) -> float:
    """第一个名称里有这个词的金额，以元计。"""
    for paragraph in dossier.reading.paragraphs:
        for item in paragraph.items:
            before = paragraph.text[max(0, item.spot.start - 16) : item.spot.start]
            if item.dimension is Dimension.MONEY and name.search(before):
                return float(item.quantity.base)
    return 0.0
