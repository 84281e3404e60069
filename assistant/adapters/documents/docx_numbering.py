"""docx 的自动编号：一、（一）1. 之类由 Word 生成、不在正文文字里的编号，按其规则算出来。"""

import re
from collections import defaultdict

from lxml import etree

from assistant.adapters.documents.docx_styles import Styles
from assistant.adapters.documents.docx_walk import W

_DIGITS = "〇一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}


class Numbering:
    """全文的编号计数。label 须按段落次序调用。"""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        for item in root.iter(f"{W}abstractNum"):
            self._abstract[item.get(f"{W}abstractNumId") or ""] = item
        for item in root.iter(f"{W}num"):
            target = item.find(f"{W}abstractNumId")
            if target is not None:
                self._numbers[item.get(f"{W}numId") or ""] = target.get(f"{W}val") or ""

    def label(self, paragraph: etree._Element) -> str:
        """这个段落显示的编号；没有自动编号则为空。"""
        mark = self._styles.properties(paragraph, "numPr")
        if mark is None:
            return ""
        abstract_id = self._numbers.get(_value(mark, "numId"), "")
        abstract = self._abstract.get(abstract_id)
        if abstract is None:
            return ""
        level = int(found) if (found := _value(mark, "ilvl")).isdecimal() else 0
        return self._step(abstract_id, abstract, level)

    def _step(self, abstract_id: str, abstract: etree._Element, level: int) -> str:
        levels = {item.get(f"{W}ilvl"): item for item in abstract.iter(f"{W}lvl")}
        if (own := levels.get(str(level))) is None:
            return ""
        counts = self._counts[abstract_id]
        counts[level] = counts.get(level, _start(own) - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]

        def shown(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            item = levels.get(str(index), own)
            return numeral(counts.get(index, _start(item)), _value(item, "numFmt"))

        return re.sub(r"%([1-9])", shown, _value(own, "lvlText"))


def numeral(number: int, form: str) -> str:
    """编号的写法。认不得的写法按阿拉伯数字；项目符号没有编号。"""
    if form in _CHINESE:
        return _chinese(number)
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and number <= 20:
        return chr(0x2460 + number - 1)
    if form in ("lowerLetter", "upperLetter"):
        return chr((97 if form == "lowerLetter" else 65) + (number - 1) % 26)
    return "" if form in ("bullet", "none") else str(number)


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _start(level: etree._Element) -> int:
    found = _value(level, "start")
    return int(found) if found.isdecimal() else 1


def _value(element: etree._Element, tag: str) -> str:
    found = element.find(f"{W}{tag}")
    return (found.get(f"{W}val") or "") if found is not None else ""
