"""佐证：说用了的方法有没有结果，说好的话有没有事实。"""

import re
from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, HINT, rule
from assistant.checks.texts import Hit, fault_at, hits, is_self_evaluation, whole_text
from assistant.domain.findings import Fault

_SURVEY = re.compile(r"问卷调查|调查问卷|发放问卷")
_SURVEY_RESULT = re.compile(
    r"(?:发放|回收|收回|有效|样本|问卷)[^。；]{0,20}?\d+份|满意(?:度|率)[^。；]{0,20}?\d"
)
_VISIT = re.compile(r"现场查看|实地考察|现场核查|实地查看|现场调研")
_VISIT_RESULT = re.compile(
    r"(?:查看|考察|核查|调研|抽查|走访)[^。；]{0,30}?\d+(?:个|家|户|处|次|项)"
)
_PRAISE = re.compile(r"圆满完成|成效显著|显著成效|取得了?显著|效果显著|显著提升|大幅提升|明显提高")


@rule("EVD101", "survey-without-result", DOUBT)
def survey_without_result(dossier: Dossier) -> Iterator[Fault]:
    """说做了问卷调查，没有问卷的份数和结果。

    依据：复核要求满意度有原始样本；只说方法没有结果不能作为佐证。
    错例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        本次评价采用问卷调查法。
    正例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        本次评价采用问卷调查法，发放问卷200份，收回190份。
    """
    if is_self_evaluation(dossier) and not _SURVEY_RESULT.search(whole_text(dossier)):
        for hit in _first_hit(dossier, _SURVEY):
            yield fault_at(
                hit, "说用了问卷调查，全文没有发放、收回份数和满意度：请补结果，或删去这一方法。"
            )


@rule("EVD102", "visit-without-result", HINT)
def visit_without_result(dossier: Dossier) -> Iterator[Fault]:
    """说到了现场，没有写看了哪些、几处。

    依据：所列方法应有工作底稿和结果。
    错例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        评价小组进行实地考察。
    正例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        评价小组实地考察了12家企业。
    """
    if is_self_evaluation(dossier) and not _VISIT_RESULT.search(whole_text(dossier)):
        for hit in _first_hit(dossier, _VISIT):
            yield fault_at(hit, "说去了现场，没有写看了几个项目、几家单位：请补数量和底稿。")


@rule("EVD103", "praise-without-fact", HINT)
def praise_without_fact(dossier: Dossier) -> Iterator[Fault]:
    """好话后面没有一个数。

    依据：成效应由指标完成值说明；“圆满完成”须有目标和实际。
    错例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        全年工作圆满完成，取得了显著成效。
    正例：
        云岭县科技和工业信息化局部门整体支出绩效自评报告
        全年认定科技型企业32家，完成目标的106.7%，圆满完成任务。
    """
    if not is_self_evaluation(dossier):
        return
    for hit in hits(dossier, _PRAISE, "圆满完成", "显著", "大幅提升", "明显提高"):
        if not re.search(r"\d(?!\d{0,3}年)", hit.text):
            yield fault_at(
                hit, f"“{hit.match.group()}”没有事实支撑，这一段没有一个数：请写目标值和完成值。"
            )


def _first_hit(dossier: Dossier, pattern: re.Pattern[str]) -> list[Hit]:
    return list(hits(dossier, pattern))[:1]
