"""栏目名不在常用说法之内时按构词看意思；只作候选，由内容和加减关系再定（guessing.py）。"""

import re
from functools import lru_cache

from assistant.reading.forms.text import label

_LONGEST = 16
_NOT_ASKED = re.compile(
    r"复核|复评|复审|抽查|审核|专家|第三方|财政(?:复|评|审)|部门(?:复|评|审)|上年|去年|调整后得分"
    r"|系数|解释|释义|方法|公式|依据|来源|规则|要点|评分标准|评价标准|计分标准|扣分标准|佐证|材料|编码|序号"
)
_INDICATOR = (
    ("reason", r"原因|偏差|偏离|差异|差距|失分|未达|整改|改进"),
    ("deduction", r"扣分"),
    (
        "weight",
        r"权重|权数|分值|满分|标准分|基准分|基础分|(?:应得|赋予?|配|占|规定|额定|设定|最高)分",
    ),
    ("points", r"得分|评分|打分|实得|计分|自评(?:结果|分|数)?$|^(?:自|评)分$|评定分|评价分"),
    ("sign", r"方向|符号|性质|比较"),
    ("unit", r"单位$"),
    ("target", r"^(?:预计|计划|预期|拟|应)|^(?:年度|年初)值$"),
    ("actual", r"^(?:全年|年末|年底)值$|完成|实际|实绩|实现|达到|达成|执行|落实|结果|实测|实有"),
    ("target", r"目标|计划|预期|指标值|标准|任务|应完成|应达|批复|设定|要求|数值|预定"),
    ("level_one", r"大类"),
    ("level_two", r"小类|子类"),
    ("name", r"指标|内容|事项|要素|名称"),
)
_MONEY = (
    ("reason", r"原因|说明"),
    ("rate", r"(?:率|进度|比例|比率|百分比)$"),
    (
        "weight",
        r"权重|权数|分值|满分|标准分|基准分|(?:应得|赋|配|占|规定)分",
    ),
    ("points", r"得分|评分|打分|实得|自评分?$"),
    ("balance", r"结余|余额|结转"),
    (
        "adjusted",
        r"(?:调整|[追增]?[加减]|变更|调剂)后|^调整数$|(?:年底|年末)计划|全年.*(?:预算|安排|指标|资金)|(?:年末|最终|调整).*预算|预算.*调整后",
    ),
    ("executed", r"执行|支出|已付|支付|使用|决算|拨付|付款|实付|报账"),
    ("initial", r"年初|期初|初始|原.*预算|批复"),
)


def _compiled(roles: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((role, re.compile(pattern)) for role, pattern in roles)


_INDICATORS, _MONEYS = _compiled(_INDICATOR), _compiled(_MONEY)


def _meaning(text: str, roles: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    flat = label(text)
    if not flat or len(flat) > _LONGEST or _NOT_ASKED.search(flat):
        return None
    return next((role for role, pattern in roles if pattern.search(flat)), None)


@lru_cache(maxsize=4096)
def indicator_meaning(text: str) -> str | None:
    """指标表一栏大概的意思。

    >>> [indicator_meaning(t) for t in ("应得分", "绩效标准", "执行结果", "复核得分")]
    ['weight', 'target', 'actual', None]
    """
    return _meaning(text, _INDICATORS)


@lru_cache(maxsize=4096)
def money_meaning(text: str) -> str | None:
    """资金表一栏大概的意思。

    >>> [money_meaning(t) for t in ("调整后部门预算", "部门决算支出", "支付比例")]
    ['adjusted', 'executed', 'rate']
    """
    return _meaning(text, _MONEYS)
