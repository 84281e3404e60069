"""指标值与实际完成值的读法。读不懂的返回 None，由上层列出其单元格。"""

import re
from decimal import Decimal

from assistant.domain.targets import Actual, Sign, Target
from assistant.reading.forms.text import convert, day_in, number_in, plain, squeezed
from assistant.reading.text.numerals import HANZI, hanzi

_SIGNS = (
    (re.compile(r">=|≧|⩾|≥|大于等于|大于或等于|不低于|不少于|不小于|不短于|至少"), Sign.AT_LEAST),
    (
        re.compile(r"<=|≦|⩽|≤|小于等于|小于或等于|不超过|不高于|不大于|不多于|不晚于|至多"),
        Sign.AT_MOST,
    ),
    (re.compile(r">|大于|高于|多于|超过"), Sign.MORE),
    (re.compile(r"<|小于|低于|少于"), Sign.LESS),
    (re.compile(r"==?|等于"), Sign.EQUAL),
)
_WORDS = {"正向": Sign.AT_LEAST, "反向": Sign.AT_MOST, "定性": Sign.QUALITATIVE}
_AFTER = (
    (re.compile(r"及?以上|以上"), Sign.AT_LEAST),
    (re.compile(r"及?以[内下]|之内|(?<=[日天月年时钟周])内$"), Sign.AT_MOST),
)
_RANGE = re.compile(
    r"^(?P<a>-?\d+(?:\.\d+)?)(?P<ua>[^\d~\-至到—]{0,4})(?:~|～|-|—|–|至|到)+(?P<b>\d+(?:\.\d+)?)(?P<ub>[^\d]*)$"
)
_UNIT_WORDS = {"百分比": "%", "百分之": "%", "％": "%", "个百分比": "%"}
_VERBS = re.compile(
    r"^(?:达到|达|完成|实现|实际|已经?|全年|累计|全部|控制在|约|共|计|预计|计划|目标值?为?|为|了|有)+"
)
_HANZI_COUNT = re.compile(
    rf"^(?P<number>[{HANZI}十百]{{1,4}})(?P<unit>[次场个家项批份户人期件类种条篇处座台套].{{0,2}})$"
)
_QUANTITY = re.compile(
    r"(?<![\d.])(?P<number>-?\d[\d,]*(?:\.\d+)?)(?P<unit>%|[^\d\s%,，。；;、（）()]{0,6})"
)
_DATES = re.compile(r"(?:20\d\d)?年?\d{1,2}月(?:\d{1,2}日)?|20\d\d年度?|第?[一二三四1-4]季度")
_BOTH = re.compile(
    r"^[≥>]=?(?P<a>\d+(?:\.\d+)?)(?P<ua>[^\d]*?)[,，、且并]*[≤<]=?(?P<b>\d+(?:\.\d+)?)(?P<ub>[^\d]*)$"
)
_DATE_HINT = re.compile(
    r"年.*月|月.*[日底末前]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|20\d\d年(?:[度底末内]|$)|季度[末底前]|年[底末]前"
)


def sign_of(text: str) -> Sign | None:
    """符号栏写的符号；认不出为 None。"""
    flat = squeezed(text)
    for words, sign in _WORDS.items():
        if words in flat:
            return sign
    return next((sign for pattern, sign in _SIGNS if pattern.search(flat)), None)


def target_of(
    text: str, *, sign_text: str = "", unit_text: str = "", level: str = "", year: int | None = None
) -> Target | None:
    """读一个指标值。sign_text、unit_text 是单列的符号栏、单位栏；level 是所属类别。

    没有写符号的数：成本类按“不超过”，其他按“等于”。纯文字是定性。写着数却读不懂的为 None。
    """
    flat = squeezed(text)
    told = sign_of(sign_text) if sign_text.strip() else None
    if told is Sign.QUALITATIVE or (flat and not re.search(r"\d", _with_digits(flat))):
        return Target(Sign.QUALITATIVE, text=plain(text))
    if not flat:
        return None
    flat = _with_digits(flat)
    if _DATE_HINT.search(flat) and (day := day_in(text, year)) is not None:
        return Target(Sign.DATE, day=day, text=plain(text))
    sign, rest = _split_sign(flat)
    if (ends := _BOTH.match(flat) or (_RANGE.match(rest) if sign is None else None)) is not None:
        unit = _unit(ends["ub"] or ends["ua"], unit_text)
        return Target(
            Sign.RANGE, Decimal(ends["a"]), Decimal(ends["b"]), unit=unit, text=plain(text)
        )
    read = number_in(_VERBS.sub("", rest)) or _only_number(rest, squeezed(unit_text))
    if read is None:
        return None
    value, tail = read
    for pattern, after in _AFTER:
        if pattern.search(tail):
            sign, tail = sign or after, pattern.sub("", tail)
    chosen = told or sign
    meant = chosen or (Sign.AT_MOST if "成本" in level else Sign.EQUAL)
    return Target(
        meant, value, unit=_unit(tail, unit_text), signed=chosen is not None, text=plain(text)
    )


def actual_of(
    text: str, number: Decimal | None, target: Target | None, year: int | None = None
) -> Actual:
    """读一个实际完成值。number 是格里存的数，文字格为空。

    读不成与指标值可比的数时，结果的 number 为空。
    """
    shown = plain(text)
    if target is None or target.sign is Sign.QUALITATIVE:
        return Actual(text=shown)
    if target.sign is Sign.DATE:
        return Actual(day=day_in(text, year), text=shown)
    flat = _with_digits(squeezed(text))
    read = number_in(_VERBS.sub("", flat)) or _only_number(flat, target.unit)
    if read is None:
        return Actual(text=shown)
    value, unit = read
    value = number if number is not None and not unit else value
    unit = _unit(unit, "")
    if target.unit == "%" and not unit:
        return Actual(_nearer_percent(value, target), unit="%", text=shown)
    converted = convert(value, unit, target.unit)
    return Actual(converted, unit=unit or target.unit, text=shown)


def _split_sign(flat: str) -> tuple[Sign | None, str]:
    for pattern, sign in _SIGNS:
        if match := pattern.search(flat):
            before = flat[: match.start()]
            if not re.search(r"\d", before):
                return sign, flat[match.end() :]
    return None, flat


def _with_digits(flat: str) -> str:
    """“两次”“不少于三场”一类的汉字个数改成数字；别的汉字不动。"""
    sign = next((m for p, _ in _SIGNS if (m := p.match(flat))), None)
    head = sign[0] if sign else (verbs[0] if (verbs := _VERBS.match(flat)) else "")
    match = _HANZI_COUNT.match(flat[len(head) :])
    number = hanzi(match["number"]) if match else None
    return f"{head}{number}{match['unit']}" if match and number is not None else flat


def _only_number(flat: str, unit: str) -> tuple[Decimal, str] | None:
    """一句话里的数：与 unit 同单位的只有一个，或者总共只有一个，才取；日期不算。"""
    found = list(_QUANTITY.finditer(_DATES.sub(" ", flat)))
    same = [m for m in found if unit and m["unit"].startswith(unit)]
    if len(same) == 1:
        return Decimal(same[0]["number"].replace(",", "")), unit
    if len(found) != 1 or (unit == "%") != (found[0]["unit"] == "%"):
        return None
    return Decimal(found[0]["number"].replace(",", "")), found[0]["unit"]


def _unit(tail: str, unit_text: str) -> str:
    """单位：格里写的优先，其次单位栏。"""
    unit = re.sub(r"[。；;，,]$|\([^)]*\)", "", tail) or squeezed(unit_text).strip("—-/")
    unit = "%" if unit.startswith("%") else unit
    return _UNIT_WORDS.get(unit, unit)


def _nearer_percent(value: Decimal, target: Target) -> Decimal:
    """指标值是百分数而实际值没有写 %：0.95 与 95 都可能，取与目标相近的一种。"""
    goal = target.value or Decimal(0)
    if goal <= 0 or value <= 0:
        return value
    far, near = max(value / goal, goal / value), max(value * 100 / goal, goal / (value * 100))
    return value * 100 if near < far else value
