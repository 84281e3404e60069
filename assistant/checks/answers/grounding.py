"""有据：一句话、它所凭的一段、逐字的引文。段要在，引文要在段里，话里的数、文号、条号也要在段里。"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.evidence import Passage, bare_title
from assistant.reading.law.citations import find
from assistant.reading.law.ordinals import DIGITS

LONGEST, SHORTEST_QUOTE = 160, 6
_LIKE = 0.5
_PUNCTUATION = re.compile(r"[\s，。；：、,.;:“”\"'‘’（）()《》〈〉【】\[\]！？!?—…·]")
_ARABIC = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([万亿]?)")
_PART = re.compile(r"百分之([〇零一二两三四五六七八九十百千]+)")
_COUNTED = re.compile(
    r"(?<![\d.])[〇零一二两三四五六七八九十百千万]+"
    r"(?=个?(?:工作日|日|天|个月|月|年|倍|元|万元|亿元|分(?!之)|次|项|人|级|档|条|款|成))"
)
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_POWER = {"": 1, "万": 10**4, "亿": 10**8}
_FIGURE = {c: i for i, c in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_WRITTEN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")


class Said(NamedTuple):
    """模型写的一句：话、所凭的一段的编号、那一段里的原话。"""

    text: str
    passage: str
    quote: str


def fault_in(said: Said, passages: Mapping[str, Passage], question: str) -> str:
    """这一句为什么不能留；有据为空。"""
    return next(_faults(said, passages, question), "")


def _faults(said: Said, passages: Mapping[str, Passage], question: str) -> Iterator[str]:
    passage = passages.get(said.passage)
    if passage is None:
        yield "所凭的一段不在给出的依据里"
        return
    if not said.text.strip() or len(said.text) > LONGEST:
        yield "句子是空的，或过长"
    quote = bare(said.quote)
    if len(quote) < SHORTEST_QUOTE or quote not in bare(passage.text):
        yield "引文不是那一段里的原话"
    yield from _references(said.text, passage)
    known = numbers(_whole(passage))
    yield from (f"那一段里没有{number}这个数" for number in numbers(said.text) - known)
    if _LATIN.search(said.text):
        yield "夹着外文"
    if _share(said.text, _whole(passage) + question) < _LIKE:
        yield "说的多半不是那一段里的事"


def _references(text: str, passage: Passage) -> Iterator[str]:
    """句里的《…》、文号、第…条，都得是那一段的，或写在那一段里。"""
    source = passage.source
    names = {source.name, *map(bare_title, source.aliases)}
    whole = "".join(_whole(passage).split())
    for reference in find(text):
        title, number = bare_title(reference.title), reference.document_number
        if title and title not in names and title not in whole:
            yield f"那一段里没有《{title}》"
        if number and number != source.document_number and number not in whole:
            yield f"那一段里没有{number}"
        if reference.article and not _holds(reference.article, passage, whole):
            yield f"那一段里没有{reference.article}"


def _holds(article: str, passage: Passage, whole: str) -> bool:
    return article == passage.provision or article in whole


def numbers(text: str) -> set[Decimal]:
    """文中的数：阿拉伯数字，和带单位的汉字数。二十日与20日是同一个数。"""
    return set(_numbers(re.sub(r"第[〇零一二两三四五六七八九十百千\d]+[条款项章节编]", "", text)))


def _numbers(text: str) -> Iterator[Decimal]:
    for digits, power in _ARABIC.findall(text):
        yield Decimal(digits.replace(",", "")) * _POWER[power]
    yield from (_value(part) for part in _PART.findall(text))
    yield from (_value(match[0]) for match in _COUNTED.finditer(_PART.sub("", text)))


def _value(text: str) -> Decimal:
    total = part = figure = 0
    for char in text:
        if char in _FIGURE:
            figure = _FIGURE[char]
        elif char == "万":
            total, part, figure = total + (part + figure or 1) * 10000, 0, 0
        else:
            part, figure = part + (figure or 1) * _POWERS[char], 0
    return Decimal(total + part + figure)


def _whole(passage: Passage) -> str:
    """那一段连同它的名称、条号、文号、章节和问法。"""
    source = passage.source
    about = (source.title, source.document_number, passage.provision, passage.heading)
    return "".join((*about, passage.text, *passage.topics, *passage.phrases))


def bare(text: str) -> str:
    """去掉标点和空白，只比字。"""
    return _PUNCTUATION.sub("", text)


def _share(text: str, among: str) -> float:
    """句里相连的两个汉字，有几成出现在那一段或问题里。"""
    letters = "".join(_WRITTEN.findall(text))
    pairs = {letters[i : i + 2] for i in range(len(letters) - 1)}
    return sum(pair in among for pair in pairs) / len(pairs) if pairs else 0.0
