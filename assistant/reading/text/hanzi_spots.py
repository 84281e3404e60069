"""在连贯文字里找汉字写的数量：一百二十人、两千万元、百分之八点六、九成八、壹佰贰拾叁万元整。

单个汉字的数后面接个、项、种之类多半是成语和套话（一个、三项制度），不算。
"""

import re
from collections.abc import Iterator

from assistant.reading.text.numerals import HANZI, HANZI_UNITS, hanzi
from assistant.reading.text.spotting import Spot, qualifier_of
from assistant.reading.text.units import scaled

_NUMERAL = rf"[{HANZI}{HANZI_UNITS}]{{1,16}}(?:点[{HANZI}]{{1,8}})?"
_PART = re.compile(rf"(百|千)分之({_NUMERAL})")
# 一个数字加“成”才是十分之几；后面接别的字的多半是词：形成两成员、三成果
_TENTHS = re.compile(
    rf"(?<![第{HANZI}{HANZI_UNITS}])(?P<tenths>[{HANZI}])成(?P<more>[{HANZI}半])?"
    "(?=[，。；：、）！？]|$|以[上下]|左右|[的多]|用于)"
)
_NOUN = (
    "项目|单位|村|乡|镇|企业|科室|股室|部门|指标|园区|平台|站|社区|街道|县|市|小区|岗位|季度|月(?!饼)"
    "|工作日|子项|标段|学校|窗口|网点"
)
_COUNTED = re.compile(
    rf"(?=[负{HANZI}{HANZI_UNITS}])(?<![第\d〇零一二三四五六七八九十百千万])(负?)({_NUMERAL})([余多来几])?"
    r"(万|亿)?(余|多)?(元|块钱|块(?!地|板)|个百分点|百分点|人次|平方米|平米|公里|公顷|小时|批次|场次|人(?![员均民才力大事口社工])"
    r"|名(?![称单额义次录])|辆|台(?!账)|套(?!取)|户(?![均籍主])|家(?!庭)|亩|吨|座|栋|件(?!均)|份(?!额)|位|倍"
    rf"|个(?={_NOUN})|分(?![别之成布管钟]))(?:整)?"
)
_MAYBE = re.compile(
    rf"[{HANZI}{HANZI_UNITS}][余多来几万亿元块个百人平公小批场名辆台套户家亩吨座栋件份位倍分]"
)
_TENS = re.compile(rf"[{HANZI_UNITS}]")
_IDIOM = frozenset(("一位", "一家", "一件", "一套", "一份", "一分", "一座", "一个", "十分", "一户"))


def hanzi_spots(text: str) -> Iterator[Spot]:
    """汉字写的每个数量。"""
    for match in _PART.finditer(text) if "分之" in text else ():
        value = hanzi(match[2])
        if value is not None:
            unit = "%" if match[1] == "百" else "‰"
            yield Spot(*match.span(), value, unit, qualifier_of(text, *match.span()))
    yield from _tenths(text) if "成" in text else ()
    for match in _COUNTED.finditer(text) if _MAYBE.search(text) else ():
        spot = _counted(text, match)
        if spot is not None:
            yield spot


def _tenths(text: str) -> Iterator[Spot]:
    """几成：七成是 7，九成八是 9.8，六成半是 6.5。"""
    for match in _TENTHS.finditer(text):
        more = (match["more"] or "").replace("半", "五")
        value = hanzi(f"{match['tenths']}点{more}" if more else match["tenths"])
        if value is not None:
            yield Spot(*match.span(), value, "成", qualifier_of(text, *match.span()))


def _counted(text: str, match: re.Match[str]) -> Spot | None:
    minus, numeral, more, scale, more2, unit = match.groups()
    if match.group() in _IDIOM or not any(char in HANZI or char in "十拾" for char in numeral):
        return None
    if not scale and numeral[-1] in "万亿" and len(numeral) > 1:
        numeral, scale = numeral[:-1], numeral[-1]
    value = hanzi(numeral)
    if value is None:
        return None
    if scale == "万" and value != value.to_integral_value():
        value = value.normalize()
    _, name = scaled(scale or "", unit)
    start = match.start() if minus else match.start(2)
    qualifier = qualifier_of(text, start, match.end()) or more or more2 or ""
    return Spot(
        start,
        match.end(),
        -value if minus else value,
        {"块": "元", "万块": "万元"}.get(name, name),
        qualifier,
    )
