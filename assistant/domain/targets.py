"""指标值：计算符号、目标数、单位。"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Sign(StrEnum):
    """计算符号（指标性质）。前五种是定量；区间与日期是口径没有明文的定量；定性由人打分。"""

    MORE = ">"
    AT_LEAST = "≥"
    EQUAL = "="
    LESS = "<"
    AT_MOST = "≤"
    RANGE = "区间"
    DATE = "日期"
    QUALITATIVE = "定性"


class Target(NamedTuple):
    """年度指标值。

    value   目标数；区间时是下限
    upper   区间的上限
    day     日期目标的期限（含当日）
    unit    单位，照原文
    signed  符号是写明的；为假表示按“等于”（成本按“不超过”）理解
    """

    sign: Sign
    value: Decimal | None = None
    upper: Decimal | None = None
    day: date | None = None
    unit: str = ""
    signed: bool = True
    text: str = ""

    @property
    def shown(self) -> str:
        """写进一格的样子：符号、数、单位连写；其余照原文。"""
        if self.value is None or self.upper is not None or not self.signed:
            return self.text
        return f"{self.sign.value}{self.value:f}{self.unit}"


class Actual(NamedTuple):
    """实际完成值。number 与指标值同单位；填的是定性档次或文字时 number 为空。"""

    number: Decimal | None = None
    day: date | None = None
    unit: str = ""
    text: str = ""
