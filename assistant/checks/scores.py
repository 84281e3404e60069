"""得分·加总：总分是不是各项之和，平均分是不是各项的平均。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.checks.statements import by_relation, fault_of
from assistant.domain.findings import Fault
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import PER_HEAD


@rule("SCR108", "score-total", MUST)
def score_total(dossier: Dossier) -> Iterator[Fault]:
    """总分、小计与各项得分之和对不上，分值与总分值对不上。

    依据：总分 = 各指标得分之和；分值之和须恰为总分值，没有取舍可言。
    错例：
        指标	分值	得分
        产出	50	48.60
        效益	30	28.40
        满意度	10	9.80
        合计	100	86.80
    正例：
        预算执行得9.50分，产出指标得47.20分，效益指标得28.30分，满意度指标得9.60分，总分94.60分。
    """
    for each in by_relation(dossier, Relationship.SCORE_SUM):
        yield fault_of(dossier, each)


@rule("SCR109", "mean-score", MUST)
def mean_score(dossier: Dossier) -> Iterator[Fault]:
    """平均数与列出的各数对不上。

    依据：平均 = 各数之和 ÷ 个数。
    错例：
        企业	自评得分
        甲项目	96.00
        乙项目	92.00
        丙项目	97.00
        平均	94.00
    正例：
        企业	自评得分
        甲项目	96.00
        乙项目	92.00
        丙项目	97.00
        平均	95.00
    """
    for each in by_relation(dossier, Relationship.AVERAGE):
        if each.formula != PER_HEAD.words:
            yield fault_of(dossier, each, "请核对个数、各项得分和平均分有无换位或漏位。")
