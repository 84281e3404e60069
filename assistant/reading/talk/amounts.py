"""口语数量：办事人员说话、打字时的数。元、万、W、块、八千五、两台都算；约数另记，不当准数。

只认数和单位，不问它是哪一项。传入的文字须先经 fold 折成半角，结果的 span 落在其上。
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, Quantity, unit_named
from assistant.reading.text.numerals import HANZI, HANZI_UNITS, numeral


class Amount(NamedTuple):
    """一个数量。

    unit    规范单位（万元、人、%）；没写为空
    vague   不能当准数的缘由（约数、区间）；准数为空
    spoken  带汉字数词，如 八千五、2万3
    none    由“没有”读成的零
    ahead   这个“没有”说在名称前面，只管后面的名称
    """

    value: Decimal
    unit: str
    span: Span
    vague: str = ""
    spoken: bool = False
    none: bool = False
    ahead: bool = False

    @property
    def dimension(self) -> Dimension:
        """量纲；没写单位的为 NUMBER。"""
        return unit_named(self.unit).dimension

    @property
    def quantity(self) -> Quantity:
        """数量值。"""
        return Quantity(self.value, self.unit)


_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；？！"}
_FOLD |= {0x3000: 0x20, ord("−"): ord("-")}


def fold(text: str) -> str:
    """全角数字、字母、括号折成半角，逐字对应，长度不变。断句的标点不动。"""
    return text.translate(_FOLD)


_ARABIC = r"\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?"
_CHINESE = f"[{HANZI}{HANZI_UNITS}点]"
_WRITTEN = {
    "元": "元 元整 圆 圆整 块 块钱",
    "%": "%",
    "‰": "‰",
    "个百分点": "个百分点 百分点 个点",
    "分": "分",
    "平方米": "平方米 平米 平方 平 ㎡ m2",
    "人": "人 个人 名 位 口",
    "辆": "辆 台 部",
    "份": "份 张",
    "个": "个",
    **{
        name: name
        for name in "人次 家次 户次 批次 家 户 项 次 批 套 件 场 条 篇 期 处 座 栋 间 天".split()
    },
}
_UNIT_OF = {word: unit for unit, words in _WRITTEN.items() for word in words.split()}
_UNIT = "|".join(sorted(map(re.escape, _UNIT_OF), key=len, reverse=True))
_TENS_OF = r"(?<![人个份辆台次总制])数(?=[十百千万亿]+(?![十百千万亿一二两三四五六七八九\d]))"
_AMOUNT = re.compile(
    rf"(?P<per>百分之|千分之)?(?P<sign>负|(?<![\d.])-)?(?P<many>(?:上|好?几)(?=[十百千万亿])|{_TENS_OF})?"
    rf"(?P<run>(?:{_ARABIC}|{_CHINESE})"
    rf"(?:{_ARABIC}|{_CHINESE}|几|[ \t](?=[万亿])|个(?=亿)|[Ww](?![A-Za-z0-9]))*)"
    rf"(?P<more>[来多余](?=[十百千万亿元人个块辆台名份])(?P<scale>[十百千万亿]*))?"
    rf"[ \t]?(?P<unit>{_UNIT})?"
    r"(?P<tail>左右|上下|以上|以下|以内|出头|不到|来着|多(?!少|了|出)|余(?!额)|半(?![年天月个]))?"
)
_DATE_AFTER = re.compile(
    r"[ \t]?(?:年|月|日(?!均)|号|季度|级|楼|届|岁|周|时|点钟|是|〕|[-/.~—至到]\d{1,2}[-/.月日号])"
)
_NOT_NUMBER_AFTER = re.compile(rf"[A-Za-z]|{_DATE_AFTER.pattern}")
_BOXED = re.compile(rf"\((\d[\d,.]*)\)(?=[ \t]?(?:{_UNIT}))")
_SLASHED = re.compile(rf"(?<![\d/.\-])\d[\d.]*(?:/\d[\d.]*)+(?=[ \t]?(?:[万亿]|{_UNIT}))")
_DOTTED = re.compile(r"(?<=\d)。(?=\d{1,4}(?:[万亿]元?|%))")
_EACH_ONE = re.compile(r"一个\s?(?=[\d一二两三四五六七八九十])")
_OTHER_WORD_AFTER = re.compile(
    r"分(?:之|别|管|项|类|析|配|散|局|值|明|工|期|钟)|元(?:旦|素)|个别|位(?:置|于)|人(?:均|才|大|事|民)|"
    r"平(?:均|台|安|稳|衡|时)|部(?:门|分|署|委)|名(?:称|单|义)|台(?:账|阶)|张(?!问)|家(?:庭|属)"
)
_NOT_BEFORE = re.compile(r"(?:第|〔|[A-Za-z_]|\d[/:.])$")
_THIS_ONE = re.compile(r"[这那哪每另某头同][ \t]?一$")
_BEFORE_VAGUE = re.compile(
    r"(?:约|大概|大致|大体|(?<![最附])近|接近|差不多|快(?:到|有)?|不到|超过|超|至少|最多|不足|不低于|不少于|"
    r"高于|低于|少于|多于|估计|估摸|可能|也许|好像|似乎|印象中?|记得|暂估|预估|毛估)"
    r"[也就都是有在为得要能了]{0,2}$|(?<![大中])小$"
)
_ADJACENT = re.compile(
    "(?<![一二三四五六七八九〇零])[一二两三四五六七八九]{2}(?![一二三四五六七八九〇零])"
)
_AFTER_POINT = re.compile(f"点[{HANZI}]+")
_HEDGED_AFTER = re.compile(r"(?:的样子|吧|来着|？?也?不知道?准不准|可能)")
_BECOMES = re.compile(r"\s*(?:→|⇒|-+>|=>)\s*")
_MOVED_TO = re.compile(
    r"[^，,。；;\d]{0,8}(?:调|改|变|增|减|升|降|涨|压)[^，,。；;\d]{0,3}[成为到至]\s?"
)
_RANGE = re.compile(r"[ \t]?(?:-|~|—+|至|到|还是|或者?是?|要么)[ \t]?")
_CLAUSE_END = re.compile(r"[，,。；;？！\n]")


def with_sheets(found: Sequence[Amount]) -> list[Amount]:
    """“发了500份，回来468”：一句里前面说的是份，后面光秃秃的整数也是份。"""
    kept: list[Amount] = []
    for amount in found:
        sheets = bool(kept) and kept[-1].unit == "份"
        bare = not amount.unit and not amount.none and amount.value % 1 == 0
        kept.append(amount._replace(unit="份") if sheets and bare else amount)
    return kept


def unboxed(text: str) -> str:
    """填在括号里的数：编制(35)人 → 编制 35 人；小数点打成句号：398。52万元；20/18人。长度不变。"""
    text = _SLASHED.sub(lambda m: m[0].replace("/", "、"), text)
    return _DOTTED.sub(".", _BOXED.sub(r" \1 ", text))


def amounts(text: str) -> tuple[Amount, ...]:
    """全部口语数量，由前到后。年月日、序号、文号、电话不算。“一个A，一个B”的一个不算。"""
    text = _EACH_ONE.sub(lambda m: "，" * len(m[0]), text)
    found = [amount for match in _AMOUNT.finditer(text) if (amount := _read(text, match))]
    ends = dict.fromkeys(_range_ends(text, found), "区间")
    ends |= {one.span: "变动以前的数" for one, two in pairwise(found) if _becomes(text, one, two)}
    return tuple(a._replace(vague=ends.get(a.span, a.vague)) for a in found)


def _becomes(text: str, one: Amount, two: Amount) -> bool:
    """“A→B”“由A调整为B”：A 是变动以前的数。“从去年的A减到B”里的 A 说明了年份，不在此列。"""
    between = text[one.span.end : two.span.start]
    started = re.search(r"[由从]\s?$", text[: one.span.start])
    return bool(_BECOMES.fullmatch(between) or (started and _MOVED_TO.fullmatch(between)))


def _range_ends(text: str, found: list[Amount]) -> set[Span]:
    """区间的两端，或说不定的两头（15还是16）；“从A到B”说的是变动，不算区间。"""
    ends: set[Span] = set()
    for one, two in pairwise(found):
        moved = re.search(r"[从由][^，。]{0,6}$", text[max(0, one.span.start - 8) : one.span.start])
        if _RANGE.fullmatch(text[one.span.end : two.span.start]) and not moved:
            ends |= {one.span, two.span}
    return ends


def _read(text: str, match: re.Match[str]) -> Amount | None:
    run, word = match["run"].rstrip(), match["unit"] or ""
    if word and _OTHER_WORD_AFTER.match(text, match.start("unit")):
        word = ""
    if not _is_amount(text, match, run, word):
        return None
    vague = _vague(text, match, run)
    pair = _value((run + (match["scale"] or "")).replace("几", ""), word, match["per"] or "")
    if pair and not pair[1] and text[: match.start()].endswith(("¥", "￥")):
        pair = (pair[0], "元")
    if pair is None and not vague:
        return None
    end = match.end("unit") if word else match.start("run") + len(run)
    span = Span(match.start(), max(end, match.end("more")))
    value, unit = pair or (Decimal(0), _UNIT_OF.get(word, ""))
    spoken = bool(re.search(_CHINESE, run)) and unit in ("", "元")
    return Amount(-value if match["sign"] else value, unit, span, vague, spoken)


def _value(run: str, word: str, per: str) -> tuple[Decimal, str] | None:
    """数和单位。整万整亿照原样：1136.80W 是 1136.80 万元；带零头的折成元：三十六万五千元。"""
    unit = _UNIT_OF.get(word, "")
    if per and run == "百":
        return Decimal(100), "%"
    if per:
        unit = "%" if per == "百分之" else "‰"
    elif run[-1] in "万亿Ww" and unit in ("", "元"):
        return _scaled(run)
    value = numeral(run.replace(" ", ""))
    return None if value is None else (value, unit)


def _scaled(run: str) -> tuple[Decimal, str] | None:
    """以万、亿结尾的：1136.80W、3.27亿；四亿一千二百六十万是 41260 万元。"""
    if run[-1] != "亿" and re.search("[亿億]", run):
        whole = numeral(run.replace(" ", ""))
        return None if whole is None else (whole / 10_000, "万元")
    head = numeral(run[:-1].rstrip(" \t个"))
    return None if head is None else (head, "亿元" if run[-1] == "亿" else "万元")


def _is_amount(text: str, match: re.Match[str], run: str, word: str) -> bool:
    end = match.start("run") + len(run)
    if _NOT_BEFORE.search(text, max(0, match.start() - 2), match.start()):
        return False
    if word and _THIS_ONE.search(text, max(0, end - 4), end):
        return False
    scaled = run[-1] in "万亿Ww"
    if not (word or scaled) and _NOT_NUMBER_AFTER.match(text, end):
        return False
    if run.isdecimal():
        phone = not word and re.search(r"\d-$", text[max(0, match.start() - 2) : match.start()])
        return len(run) < 11 and not re.fullmatch(r"0\d+", run) and not phone
    return (
        bool(match["many"])
        or run[0].isdecimal()
        or bool(match["per"])
        or _spoken_amount(run, word, text[end : end + 1])
    )


def _spoken_amount(run: str, word: str, after: str) -> bool:
    """汉字数要么带单位，要么像八千五那样带位。“一般”“三公”“十分”“万一”“千万”不是数。"""
    if re.fullmatch("[十百千万亿点]+", run):
        return word not in ("", "分") and run != "点"
    if word:
        return True
    return bool(
        re.search("[一二两三四五六七八九].*[十百千万亿]|[十百].", run)
    ) and after not in tuple("县市省镇乡")


def _vague(text: str, match: re.Match[str], run: str) -> str:
    """约数的缘由：前有约近可能，后有左右以上，中有来多几，或两三万这样的连数。"""
    whole = _AFTER_POINT.sub("", run)
    if match["more"] or match["tail"] or match["many"] or "几" in run or _ADJACENT.search(whole):
        return "约数"
    if _HEDGED_AFTER.match(text, match.end()):
        return "不肯定的说法"
    clause = _CLAUSE_END.split(text[max(0, match.start() - 14) : match.start()])[-1]
    return "约数" if _BEFORE_VAGUE.search(clause) else ""
