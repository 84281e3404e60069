"""指标值与实际完成值的规则：有没有数、方向对不对、填没填、重不重复。"""

import re
from collections.abc import Iterator

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.domain.findings import Severity
from assistant.domain.forms import Indicator
from assistant.domain.targets import Sign
from assistant.scoring.forms import ScoredForm

_SAVING = re.compile(r"节约|节省|降低|压减|压缩|下降|节支|减少|降幅")
_COST_NAME = re.compile(r"成本|造价|(?:户|人|单位|台|场)均.{0,4}(?:费|补助标准|支出)")
_NUMERIC_CLASS = re.compile(r"数量|成本|满意度")
_CHECKABLE = re.compile(r"质量|时效")
_SLOGAN = re.compile(r"提高|提升|加强|明显|显著|进一步|大力|切实")
_SAID_DONE = re.compile(r"^(?:已|圆满|顺利|全部|基本|较好)+(?:地)?(?:完成|实现|落实)")
_SIGN_AND_WORD = re.compile(r"[≥≤><=]\s*\d+(?:\.\d+)?\s*百分比")


@form_rule("SCR221", "cost-sign-reversed", Severity.MUST)
def cost_sign_reversed(scored: ScoredForm) -> Iterator[CellFault]:
    """成本指标用“≤”。

    依据：成本指标考核不超过；写成“≥”则花得越多得分越高。节约率、降低率一类除外。
    错例：
        单位成本.指标值 = ≥2.4万元
    正例：
        单位成本.指标值 = ≤2.4万元
    """
    for one in scored.form.indicators:
        target = one.target
        if target is None or target.sign not in (Sign.AT_LEAST, Sign.MORE):
            continue
        if _is_cost(one) and not _SAVING.search(one.name):
            yield CellFault(
                one.target_cell,
                f"成本指标“{one.name}”的指标值“{target.text}”方向反了，成本应为不超过（≤）",
                "≤",
            )


def _is_cost(one: Indicator) -> bool:
    """成本类；表上不分类的看名称。"""
    if not one.level_one and not one.level_two:
        return _COST_NAME.search(one.name) is not None
    return "成本" in one.level_two or ("成本" in one.level_one and "效益" not in one.level_one)


@form_rule("SCR222", "target-blank", Severity.MUST)
def target_blank(scored: ScoredForm) -> Iterator[CellFault]:
    """每个指标都有指标值和实际完成值。

    依据：没有指标值无从评价，没有实际完成值无从打分。
    错例：
        培训场次.完成值 =
    正例：
        培训场次.完成值 = 20场
    """
    for one in scored.form.indicators:
        if one.target is None and one.target_cell and not _unread(scored, one.target_cell):
            yield CellFault(one.target_cell, f"“{one.name}”没有填指标值")
        told = one.actual_told
        if told is not None and told.blank and one.name:
            yield CellFault(told.cell, f"“{one.name}”没有填实际完成值")


def _unread(scored: ScoredForm, cell: str) -> bool:
    return any(each.cell == cell for each in scored.form.unread)


@form_rule("SCR223", "target-vague", Severity.DOUBT)
def target_vague(scored: ScoredForm) -> Iterator[CellFault]:
    """数量、成本、满意度指标要有数；实际完成值是数的，指标值也要是数；“已完成”不是目标。

    依据：指标值须可衡量；“明显提升”之类没有标准，复核时按不可核查扣分。
    错例：
        培训场次.指标值 = 进一步增加
    正例：
        培训场次.指标值 = ≥20场
    """
    for one in scored.form.indicators:
        target = one.target
        if target is None or target.sign is not Sign.QUALITATIVE or not target.text.strip("—-/"):
            continue
        told = one.actual_told
        counted = told is not None and re.search(r"\d", told.text) is not None
        empty = _SAID_DONE.search(target.text) or (
            _CHECKABLE.search(one.level_two) and _SLOGAN.search(target.text)
        )
        if counted or empty or _NUMERIC_CLASS.search(one.level_two or one.level_one):
            shown = f"实际完成值是“{told.text}”，" if told and counted else ""
            yield CellFault(
                one.target_cell,
                f"“{one.name}”的指标值“{target.text}”没有数，{shown}无从比较，应写明数量和单位",
            )


@form_rule("SCR224", "duplicate-indicator", Severity.DOUBT)
def duplicate_indicator(scored: ScoredForm) -> Iterator[CellFault]:
    """同一指标不重复设置。

    依据：复核时同一指标在产出和效益重复出现的，只计一次。
    错例：
        受训人数.名称 = 培训场次
    正例：
        受训人数.名称 = 受训人数
    """
    seen: dict[str, Indicator] = {}
    for one in scored.form.indicators:
        name = re.sub(r"\s", "", one.name)
        if len(name) >= 3 and name in seen:
            yield CellFault(
                one.name_cell, f"指标“{one.name}”与{seen[name].name_cell}重复，只应计一次"
            )
        seen.setdefault(name, one)


@form_rule("SCR225", "target-sign-and-word", Severity.HINT)
def target_sign_and_word(scored: ScoredForm) -> Iterator[CellFault]:
    """符号和单位不混写。

    依据：“≥100百分比”应写作“≥100%”。
    错例：
        合格率.指标值 = =100百分比
    正例：
        合格率.指标值 = =100%
    """
    for one in scored.form.indicators:
        if one.target is not None and _SIGN_AND_WORD.search(one.target.text):
            fixed = one.target.text.replace("百分比", "%")
            yield CellFault(one.target_cell, f"“{one.target.text}”应写作“{fixed}”", fixed)
