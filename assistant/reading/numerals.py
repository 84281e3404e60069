"""数字写法：阿拉伯数字、全角、千分位和汉字数字，读成 Decimal。"""

from decimal import Decimal

HANZI = "〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
HANZI_UNITS = "十百千万亿拾佰仟萬億"

_DIGITS = {char: index for index, char in enumerate("零一二三四五六七八九")}
_DIGITS |= {char: index for index, char in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}


def arabic(text: str) -> Decimal:
    """阿拉伯数字，可带千分位；保留印出的小数位数。"""
    return Decimal(text.replace(",", ""))


def hanzi(text: str) -> Decimal | None:
    """汉字数字：一百二十、二〇二三、八点六、三千五、壹佰贰拾叁万。读不通返回 None。"""
    whole, _, fraction = text.partition("点")
    value = _whole(whole)
    if value is None or (fraction and not all(char in _DIGITS for char in fraction)):
        return None
    if not fraction:
        return Decimal(value)
    return Decimal(f"{value}.{''.join(str(_DIGITS[char]) for char in fraction)}")


def _whole(text: str) -> int | None:
    if not text:
        return None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, section, digit, last = 0, 0, -1, 1
    for char in text:
        if char in _DIGITS:
            if digit > 0:
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            last = _SMALL[char]
            section += (1 if digit < 0 else digit) * last
            digit = -1
        elif char in _LARGE:
            last = _LARGE[char]
            total = (total + section + max(digit, 0)) * last
            section, digit = 0, -1
        else:
            return None
    if digit > 0 and last >= 100 and not _after_zero(text):
        digit *= last // 10
    return total + section + max(digit, 0)


def _after_zero(text: str) -> bool:
    """一千零五 的 五 是个位；三千五 的 五 是五百。"""
    return len(text) > 1 and text[-2] in "零〇"
