"""完成值与指标类别的规则：完成值是不是数、比率可不可能、放没放对类别。"""

import re
from collections.abc import Iterator

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.domain.findings import Severity
from assistant.domain.forms import Indicator
from assistant.domain.targets import Sign
from assistant.scoring.forms import ScoredForm

_NO_NUMBER = (Sign.QUALITATIVE, Sign.DATE)
_SAID_DONE = re.compile(r"完成|达标|达到|达成|实现|合格|到位|全部|按时|及时|按期")
_SHARE = re.compile(
    r"(?:满意度|满意率|合格率|达标率|覆盖率|及时率|完好率|知晓率|准确率|通过率|归档率|公开率|普及率|符合率|入户率|有效率|优良率)$"
)
_MONEY_NAME = re.compile(r"金额|资金|经费|拨付额|支付额|支出额|投入额|补助款|奖补款")
_MONEY_UNITS = frozenset("元 万元 亿元 千元".split())
_BARE_NAME = re.compile(r"^(?:任务|工作|目标|计划)?完成率$")


def _numeric(one: Indicator) -> bool:
    return one.target is not None and one.target.sign not in _NO_NUMBER


@form_rule("SCR226", "actual-not-number", Severity.MUST)
def actual_not_number(scored: ScoredForm) -> Iterator[CellFault]:
    """指标值是数的，实际完成值也要是数。

    依据：定量指标由指标值与实际完成值相比得分；写“较好”“良好”无从计算。
    错例：
        培训场次.完成值 = 较好
    正例：
        培训场次.完成值 = 20场
    """
    for one, text in _worded(scored):
        if not _SAID_DONE.search(text):
            yield CellFault(
                one.actual_told.cell if one.actual_told else "",
                f"“{one.name}”的指标值“{_goal(one)}”是数，实际完成值写的是“{text}”，应填数",
            )


@form_rule("SCR227", "actual-only-said-done", Severity.DOUBT)
def actual_only_said_done(scored: ScoredForm) -> Iterator[CellFault]:
    """指标值是数的，只写“已完成”不够，要写完成了多少。

    依据：复核时没有数的完成值视为不可核查。
    错例：
        培训场次.完成值 = 已全部完成
    正例：
        培训场次.完成值 = 20场
    """
    for one, text in _worded(scored):
        if _SAID_DONE.search(text):
            yield CellFault(
                one.actual_told.cell if one.actual_told else "",
                f"“{one.name}”的指标值是“{_goal(one)}”，实际完成值只写“{text}”，应写明数量",
            )


def _worded(scored: ScoredForm) -> Iterator[tuple[Indicator, str]]:
    """指标值是数、实际完成值里没有数字的。"""
    for one in scored.form.indicators:
        told = one.actual_told
        if told is None or told.blank or told.problem or not _numeric(one):
            continue
        if one.actual.number is None and not re.search(r"\d", told.text):
            yield one, told.text


def _goal(one: Indicator) -> str:
    return one.target.text if one.target else ""


@form_rule("SCR228", "share-above-100", Severity.MUST)
def share_above_100(scored: ScoredForm) -> Iterator[CellFault]:
    """满意度、合格率一类的比率不超过100%。

    依据：部分占全部的比率最高是100%；超过的，或填错了数，或应改为增长率。
    错例：
        学员满意度.指标值 = ≥120%
    正例：
        学员满意度.指标值 = ≥90%
    """
    for one in scored.form.indicators:
        target = one.target
        if target is None or not _SHARE.search(re.sub(r"\W", "", one.name)):
            continue
        if target.unit == "%" and target.value is not None and target.value > 100:
            yield CellFault(one.target_cell, f"“{one.name}”的指标值{target.text}超过100%", "≤100%")
        done, told = one.actual, one.actual_told
        if target.unit == "%" and done.number is not None and done.number > 100 and told:
            yield CellFault(told.cell, f"“{one.name}”的实际完成值{told.text}超过100%", "≤100%")


@form_rule("SCR229", "indicator-in-wrong-class", Severity.DOUBT)
def indicator_in_wrong_class(scored: ScoredForm) -> Iterator[CellFault]:
    """三级指标与所在的二级指标相符。

    依据：复核时支付金额当数量指标、成本项放进生态效益、不说是什么的“完成率”，不予计分。
    错例：
        培训场次.名称 = 拨付补助资金
        培训场次.指标值 = ≥20万元
        培训场次.完成值 = 20万元
    正例：
        培训场次.名称 = 培训场次
    """
    for one in scored.form.indicators:
        unit = one.target.unit if one.target else ""
        money = _MONEY_NAME.search(one.name) is not None
        if "数量" in one.level_two and money and unit in (*_MONEY_UNITS, ""):
            yield CellFault(one.name_cell, f"“{one.name}”是花了多少钱，不是数量；应改为做了多少事")
        elif "数量" in one.level_two and unit in _MONEY_UNITS:
            yield CellFault(one.name_cell, f"“{one.name}”以{unit}计，不是数量；应放到成本或效益")
        elif "生态" in one.level_two and re.search(r"成本|费用|资金|经费|预算", one.name):
            yield CellFault(one.name_cell, f"“{one.name}”是成本，不是生态效益；应放到成本指标")
        elif _BARE_NAME.match(re.sub(r"\s", "", one.name)):
            yield CellFault(one.name_cell, f"“{one.name}”没有说是什么的完成率，应写明")
