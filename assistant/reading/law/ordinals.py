"""条号：第五十七条 与 57 的互换。"""

import re

DIGITS = "零一二三四五六七八九"
_VALUE = {**{mark: value for value, mark in enumerate(DIGITS)}, "〇": 0, "两": 2}
_UNIT = {"十": 10, "百": 100, "千": 1000}
COUNT = r"[零〇一二两三四五六七八九十百千]+|[0-9０-９]+"
NUMBER = re.compile(rf"第\s*({COUNT})\s*条(?:\s*之\s*([一二三四五六七八九十]+))?")


def read(count: str) -> int:
    """五十七 → 57，57 → 57。不是数字的抛 ValueError。"""
    if count.isdecimal():
        return int(count)
    total, digit = 0, None
    for mark in count:
        if mark in _UNIT:
            total += (1 if digit is None else digit) * _UNIT[mark]
            digit = None
        else:
            digit = _VALUE[mark] if mark in _VALUE else _refuse(count)
    return total + (digit or 0)


def _refuse(count: str) -> int:
    raise ValueError(f"{count} 不是条号")


def write(value: int) -> str:
    """57 → 五十七。适用 1–9999。"""
    if not 0 < value < 10000:
        raise ValueError(f"{value} 不能写成条号")
    text = ""
    for unit, mark in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += DIGITS[digit] + mark
        elif text and value and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def article(count: str, bis: str | None = None) -> str:
    """条号的统一写法：("57", None) → 第五十七条，("十二", "一") → 第十二条之一。"""
    return f"第{write(read(count))}条" + (f"之{bis}" if bis else "")
