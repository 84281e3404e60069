"""是不是同一件事：名称相比，总数的叫法不同也算，收支一起说的拆开比。"""

import re
from collections.abc import Iterable

from assistant.reading.text.labels import essence, likeness

GRAND = frozenset(("支", "收", "收支"))
_AND = re.compile("[、和与及]")
_UNIT = re.compile(
    r"^(?:(?:19|20)\d\d年度?)?(?P<name>[\u4e00-\u9fff]{2,26}?(?:局|委员会|办公室|厅|中心|医院|学校|馆|政府|办事处"
    r"|联合会|联社|法院|检察院|大队|支队|协会|院|站|所|校))"
)
_SPELL = re.compile("[上下]半年|[一二三四]季度")
_BUDGET = re.compile("(?:一般)?公共(?:财政)?预算")
_BOTH = ("收支", "支收")


def same_thing(one: str, other: str) -> int:
    """4 全同，3 只差“合计、金额”一类的字，2 一个是另一个的结尾，1 含有，0 不像。"""
    one, other = _told_now(one), _told_now(other)
    alike = likeness(one, other)
    if alike == 1 and _SPELL.fullmatch(one) and other.startswith(one):
        return 2
    if alike < 3 and one and other:
        return 3 if essence(one) == essence(other) else max(alike, _ends_alike(one, other))
    return alike


def _ends_alike(one: str, other: str) -> int:
    """经费支出，全区经费总支出：去掉“总、合计”一类的字，一个是另一个的结尾。"""
    if "总" not in one and "总" not in other:
        return 0
    short, long = sorted((essence(one), essence(other)), key=len)
    return 2 if len(short) > 3 and long.endswith(short) else 0


def _told_now(name: str) -> str:
    """“的”可有可无；公共财政预算是一般公共预算从前的名称。"""
    if "公共" in name:
        name = _BUDGET.sub("一般公共预算", name)
    return name.replace("的", "") if "的" in name else name


def abridged(one: str, other: str) -> bool:
    """一个是另一个的缩写：全县投入，全县该领域财政投入。"""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    ends = short[:2] == long[:2] and short[-2:] == long[-2:]
    return len(short) > 3 and ends and all(char in rest for char in short)


def plural(name: str) -> tuple[str, ...]:
    """一起说的几个名称：收、支总计 -> 收入、支出；基本支出和项目支出 -> 各是一个。"""
    if essence(name) in _BOTH:
        return ("收入", "支出")
    parts = tuple(part for part in _AND.split(name) if len(part) > 1)
    return parts if len(parts) > 1 else ()


def own_unit(titles: Iterable[str]) -> str:
    """开头几段里本单位的名称；认不出为空。"""
    found = (match["name"] for text in titles if (match := _UNIT.match(text)))
    return next(found, "")
