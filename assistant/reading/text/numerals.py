"""数字写法：阿拉伯数字、千分位、汉字数字和二者混写，读成 Decimal。只读写法，不问单位。

一千一百二十万六千三百 = 1120万6300 = 11206300；八千五 = 8500；二〇二三 = 2023。
"""

import re
from decimal import Decimal

_DIGITS = dict(zip("零〇○一二三四五六七八九", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_DIGITS |= dict(zip("两俩壹贰叁肆伍陆柒捌玖幺", (2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1), strict=True))
_SECTIONS = (("亿", 10**8), ("万", 10**4))
_PLAIN = str.maketrans("拾佰仟萬億Ww，", "十百千万亿万万,")
_ARABIC = r"\d[\d,]*(?:\.\d+)?"
_ONE = rf"(?:{_ARABIC}|[{''.join(_DIGITS)}])"
_SMALL = re.compile(
    rf"(?:(?P<千>{_ONE})千)?(?:[零〇]?(?P<百>{_ONE})百)?(?P<mark>[零〇]?(?P<十>{_ONE})?十)?"
    rf"(?P<gap>[零〇]?)(?P<个>{_ONE})?"
)

HANZI = "".join(_DIGITS)
HANZI_UNITS = "十百千万亿拾佰仟萬億"


def arabic(text: str) -> Decimal:
    """阿拉伯数字，可带千分位（逗号，或 GB/T 15835 的千分空）；保留印出的小数位数。"""
    return Decimal(text.replace(",", "").replace(" ", ""))


def hanzi(text: str) -> Decimal | None:
    """纯汉字数字：一百二十、二〇二三、八点六、三千五。读不通返回 None。"""
    return None if re.search(r"\d", text) else numeral(text)


def numeral(text: str) -> Decimal | None:
    """读一个数；不成数返回 None。末尾省去的单位补上：八千五 = 8500，2万3 = 23000。"""
    text = text.translate(_PLAIN)
    if "点" not in text:
        return _whole(text)
    whole, _, fraction = text.partition("点")
    digits = fraction.rstrip("万亿")
    head = _whole(whole)
    if head is None or not digits or any(mark not in _DIGITS for mark in digits):
        return None
    value = head + Decimal("0." + _spell(digits))
    for mark in fraction[len(digits) :]:
        value *= dict(_SECTIONS)[mark]
    return value


def _spell(digits: str) -> str:
    return "".join(str(_DIGITS[mark]) for mark in digits)


def _whole(text: str) -> Decimal | None:
    if len(text) > 1 and all(mark in _DIGITS for mark in text):
        return Decimal(_spell(text))
    for mark, unit in _SECTIONS:
        if mark in text:
            high, _, low = text.rpartition(mark)
            return _sum(_whole(high), unit, _low(low, unit))
    return _small(text)


def _sum(high: Decimal | None, unit: int, low: Decimal | None) -> Decimal | None:
    return None if high is None or low is None else high * unit + low


def _low(text: str, unit: int) -> Decimal | None:
    """大节之后的零头；只有一个数字时是省了单位：2万3 的 3 是三千。"""
    if not text:
        return Decimal(0)
    return (
        _one(text) * unit / 10
        if re.fullmatch(_ONE, text) and len(text) == 1
        else _whole(text.lstrip("零〇"))
    )


def _small(text: str) -> Decimal | None:
    found = _SMALL.fullmatch(text)
    if not found or not text:
        return None
    value, least = Decimal(0), 1
    for mark, unit in (("千", 1000), ("百", 100)):
        if found[mark]:
            value, least = value + _one(found[mark]) * unit, unit
    if found["mark"]:
        value, least = value + _one(found["十"] or "一") * 10, 10
    if found["个"]:
        elided = least >= 100 and not found["gap"] and len(found["个"]) == 1
        value += _one(found["个"]) * (least // 10 if elided else 1)
    return value


def _one(text: str) -> Decimal:
    """一位汉字数字，或一个阿拉伯数。"""
    return Decimal(_DIGITS[text] if text in _DIGITS else text.replace(",", ""))
