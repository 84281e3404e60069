"""数量：十进制数加单位。本系统唯一的四舍五入在这里。"""

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import ClassVar, NamedTuple

from pydantic import ConfigDict

from assistant.domain.words import Words


class Dimension(Words):
    """量纲。不同量纲的数不能相加、比较。"""

    MONEY = "金额"
    RATIO = "比率"
    POINT = "百分点"
    SCORE = "分值"
    AREA = "面积"
    COUNT = "计数"
    NUMBER = "数"


class Unit(NamedTuple):
    """单位。一个本单位 = factor 个基本单位（元、1、平方米、分 …）。"""

    name: str
    dimension: Dimension
    factor: Decimal


_COUNT_UNITS = (
    "个 人 名 位 辆 台 套 件 家 户 项 次 批 批次 人次 场 场次 期 份 条 篇 笔 所 处 座 栋 间 天 日 "
    "个月 小时 团组 个团组 人天 公里 米 吨 千瓦时 度 亩 公顷 科 股 种 类 本 册 只 头 株 支 组 宗 "
    "起 层 门 课时 学时 分钟 公斤 千克 立方米 平方公里 艘 幢 块 盏 张 幅 岁 点位 工作日 个工作日 "
    "辆次 户次 班次 趟 颗 根 片 道 座次 千瓦 兆瓦 节 轮 届 面 章 平方厘米 厘米 毫米 升 斤 例 员 口 "
    "羽 尾 千伏安 标准箱 客位 吨公里 人公里"
).split()
_MEASURED = frozenset(
    "小时 公里 米 吨 千瓦时 度 亩 公顷 分钟 公斤 千克 立方米 平方公里 千瓦 兆瓦 平方厘米 厘米 "
    "毫米 升 斤 千伏安 吨公里 人公里".split()
)

UNITS: dict[str, Unit] = {
    unit.name: unit
    for unit in (
        Unit("元", Dimension.MONEY, Decimal(1)),
        Unit("千元", Dimension.MONEY, Decimal(1_000)),
        Unit("万元", Dimension.MONEY, Decimal(10_000)),
        Unit("百万元", Dimension.MONEY, Decimal(1_000_000)),
        Unit("亿元", Dimension.MONEY, Decimal(100_000_000)),
        Unit("%", Dimension.RATIO, Decimal("0.01")),
        Unit("‰", Dimension.RATIO, Decimal("0.001")),
        Unit("成", Dimension.RATIO, Decimal("0.1")),
        Unit("倍", Dimension.RATIO, Decimal(1)),
        Unit("个百分点", Dimension.POINT, Decimal("0.01")),
        Unit("分", Dimension.SCORE, Decimal(1)),
        Unit("平方米", Dimension.AREA, Decimal(1)),
        Unit("", Dimension.NUMBER, Decimal(1)),
        *(Unit(name, Dimension.COUNT, Decimal(1)) for name in _COUNT_UNITS),
    )
}


_SCALES = {"百": 100, "千": 1_000, "万": 10_000, "百万": 1_000_000, "亿": 100_000_000}


@lru_cache(maxsize=1024)
def unit_named(name: str) -> Unit:
    """按名取单位。万人、亿立方米按倍数折算；不认识的名称自成一种计数单位。"""
    if name in UNITS:
        return UNITS[name]
    for scale, factor in _SCALES.items():
        if name.startswith(scale) and (plain := UNITS.get(name.removeprefix(scale))):
            return Unit(name, plain.dimension, plain.factor * factor)
    return Unit(name, Dimension.COUNT, Decimal(1))


_WIDE = Context(prec=200)  # 再离奇的数也取得出小数位，不因位数太多而中断


def half_up(value: Decimal, places: int) -> Decimal:
    """四舍五入到 places 位小数（负数按绝对值）。

    >>> half_up(Decimal("2.675"), 2)
    Decimal('2.68')
    """
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def truncated(value: Decimal, places: int) -> Decimal:
    """截去 places 位小数以后的尾数。"""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_DOWN, _WIDE)


def in_cents(value: Decimal) -> Decimal:
    """分没有取舍，写足两位小数：33 就是 33.00；位数更多的照旧。"""
    return value if places_of(value) > 1 else half_up(value, 2)


def places_of(value: Decimal) -> int:
    """印出的小数位数：796.86 → 2，62 → 0。"""
    return len(digits(value).partition(".")[2])


def digits(value: Decimal) -> str:
    """印出的数字，不用科学记数。"""
    text = str(value)
    return f"{value:f}" if "E" in text else text


def is_counted(value: Decimal, unit: str) -> bool:
    """点数点出来的整数，没有取舍：314人是，120万人、18公里不是（量出来的、以万计的都取过整）。"""
    found = unit_named(unit)
    exact = found.factor == 1 and found.name not in _MEASURED
    return found.dimension is Dimension.COUNT and exact and not places_of(value)


@dataclass(frozen=True)
class Quantity:
    """数量。value 保留印出的位数（796.80 不等于写成 796.8），unit 照原文。

    通读一份报告要造上万个，所以是数据类；作 pydantic 字段时照样校验、存取。
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    value: Decimal
    unit: str = ""

    @property
    def dimension(self) -> Dimension:
        """量纲。"""
        return unit_named(self.unit).dimension

    @property
    def base(self) -> Decimal:
        """折成基本单位的值：万元折成元，% 折成 1 的几分之几。"""
        return self.value * unit_named(self.unit).factor

    def to(self, unit: str, places: int) -> "Quantity":
        """换成另一单位并四舍五入。量纲不同抛 ValueError。"""
        target = unit_named(unit)
        if target.dimension is not self.dimension:
            raise ValueError(f"{self.unit or '无单位数'}不能换成{unit}")
        return Quantity(half_up(self.base / target.factor, places), unit)

    def __str__(self) -> str:
        return f"{digits(self.value)}{self.unit}"
