"""读材料的结果：取到的数、没有读懂的、表内对不上的。"""

from typing import NamedTuple

from assistant.domain.facts import Value
from assistant.reading.accounts.meaning import Group


class Taken(NamedTuple):
    """从材料里取到的一个值。

    label     标准名称；printed 是材料上的印法
    locator   文件内的位置：收入支出决算总表!C7、表1第2行第2列、第3页、一、部门基本情况
    quote     原文
    direction 增减额、增减率在原文里的方向词；值已带正负
    sure      名称由所在位置推定（一边的“总计”）时为假，别处说过同样的数就不再取
    """

    key: str
    label: str
    year: int
    value: Value
    locator: str
    quote: str
    printed: str = ""
    direction: str = ""
    sure: bool = True


class Entry(NamedTuple):
    """表里取到的一个数。base 是未含口径、阶段的键，group 是可以彼此加总的一组，供表内核对。"""

    taken: Taken
    base: str
    group: Group


class Unread(NamedTuple):
    """没有读懂或没有取的一处：位置、原文、为什么。"""

    locator: str
    text: str
    why: str


class Break(NamedTuple):
    """材料自身对不上的一处：哪一格、写的多少、应是多少、怎么算的。"""

    locator: str
    label: str
    stated: str
    expected: str
    message: str
    cause: str = ""


class Found(NamedTuple):
    """一份材料读出的全部。year 是材料的年度；0 为不知道。"""

    facts: tuple[Taken, ...] = ()
    unread: tuple[Unread, ...] = ()
    breaks: tuple[Break, ...] = ()
    year: int = 0
