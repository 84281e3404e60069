"""某某率的名称：与分子说的是不是同一件事，分子和分母分不分得清。"""

import re
from functools import lru_cache

from assistant.reading.claims.sentence.items import Paragraph

_COMMON = frozenset("资金项目指标工作人员数量年度预算目标率度的")
_AUDIENCE = re.compile("服务对象|受益对象|社会公众|群众|公众|职工|企业|学生|家长|患者|对象")
_ALIKE = (
    ("回收", ("收回", "收卷", "收到")),
    ("控制", ("在职", "实有", "在编")),
    ("编制使用", ("在职", "在编")),
    ("完成", ("达到", "实现")),
    ("覆盖", ("实检", "应检", "惠及")),
    ("使用", ("支出", "支付")),
    ("支付", ("支出", "拨付")),
    ("调整", ("调增", "调减", "追加", "核增", "核减")),
    ("合格", ("通过", "达标")),
    ("执行", ("已用",)),
    ("成新", ("净值",)),
    ("负债", ("负债",)),
    ("审减", ("审减", "核减")),
    ("城镇化", ("城镇人口", "城镇常住人口")),
    ("收缴", ("实收", "收缴", "征收")),
)


def related(name: str, paragraph: Paragraph, index: int) -> bool:
    """率的名称与分子的名称说的是同一件事：回收率与收回，满意度与满意。"""
    said = _said(paragraph, index)
    stem, doing = _told_by(name)
    if len(doing) == 2 and doing in said:
        return True
    return sum(char in said for char in stem) >= 2 or _alike(name, said)


@lru_cache(maxsize=1 << 10)
def _told_by(name: str) -> tuple[str, str]:
    """率的名称里有分辨力的字，和末了的两个字。"""
    doing = name.removesuffix("率").removesuffix("度")[-2:]
    return _stem(_AUDIENCE.sub("", name)), doing


def told_apart(name: str, paragraph: Paragraph, part: int, whole: int) -> bool:
    """率的名称里有分母没有而分子有的字：床位使用率，分子须说到使用，光是床位分不清。"""
    one, other = _said(paragraph, part), _said(paragraph, whole)
    own = [char for char in _stem(name) if char not in other]
    return _alike(name, one) or not own or any(char in one for char in own)


def both_done(name: str, paragraph: Paragraph, part: int, whole: int) -> bool:
    """到位率：另一项到位的资金不是分母，应到位的才是。"""
    doing = name.removesuffix("率").removesuffix("度")[-2:]
    one, other = paragraph.lead(part), paragraph.lead(whole)
    due = re.search("应|拟|需|计划|总|全", other.partition(doing)[0])
    return len(doing) == 2 and one.endswith(doing) and other.endswith(doing) and not due


def covered(name: str, paragraph: Paragraph, part: int) -> bool:
    """率的名称大半是分子的名称：上一句的数，只有名称对得上才断定是它。"""
    said, stem = _said(paragraph, part), _stem(name)
    return _alike(name, said) or sum(char in said for char in stem) * 2 > len(stem)


def _said(paragraph: Paragraph, index: int) -> str:
    return f"{paragraph.subjects[index].core}{paragraph.lead(index)}"


def _stem(name: str) -> str:
    return "".join(char for char in name if char not in _COMMON)


def _alike(name: str, said: str) -> bool:
    """换了说法的同一件事。"""
    return any(map(said.__contains__, _other_words(name)))


@lru_cache(maxsize=1 << 10)
def _other_words(name: str) -> tuple[str, ...]:
    """率的名称还可以怎么说。"""
    return tuple(word for key, words in _ALIKE if key in name for word in words)
