"""措辞：没有事实的评价、套话、漏出来的提示词、外文、标题和编号、写得太长太短或来回重复。"""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.checks.drafts.allowed import Allowed
from assistant.domain.findings import Fault, Span
from assistant.domain.outline import PLACEHOLDER, split_key

LONGEST, SHORTEST, SHINGLE = 1_500, 10, 12
_FOREIGN = re.compile(r"[A-Za-z\u00c0-\u024f\u0400-\u04ff\u3040-\u30ff\uac00-\ud7af]{2,}")
_LAYOUT = re.compile(
    r"^\s*(?:#+|[-*•·>]|```|\d{1,2}[.、．)）]|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\d]{1,2}[)）])|"
    r"\*\*|__|```|<[^<>]{1,20}>",
    re.M,
)
_GRADE = re.compile(
    r"(?:等级|等次|档次)[^，。；\n]{0,4}(?:优|良|中|差|合格|一般|较差)|自评(?:为|得)[优良]|"
    r"(?:评分|得分)[^，。；\n{]{0,3}(?:优|良|高|好|靠前)"
)
_TREND = re.compile(
    r"(?:(?:较|比|同|与)上?[年期]|同比|环比)[^，。；\n{]{0,8}?(?:增|减|升|降|多|少|提高|改善|好转|扩大|持平|相当|不变)|"
    r"(?:有所|持续|逐年|进一步|不断)(?:增加|增长|上升|提高|提升|下降|减少|降低|改善)"
)


def wording_faults(text: str, allowed: Allowed) -> Iterator[Fault]:
    """逐类找出。"""
    plain = PLACEHOLDER.sub(lambda m: " " * len(m[0]), text)
    yield from _listed(plain, allowed)
    yield from _patterns(plain, text, allowed)
    yield from _leaked(plain, allowed)
    yield from _size(text, plain, allowed)


def _listed(plain: str, allowed: Allowed) -> Iterator[Fault]:
    for words, why in (
        (allowed.words.praise, "是没有事实的评价，请改成事实或删去。"),
        (allowed.words.padding, "是套话，请删去。"),
        (allowed.words.leaks, "不是报告的话，请删去。"),
    ):
        for word in words:
            at = plain.find(word)
            if at >= 0 and not any(word in fact for fact in allowed.facts):
                yield _fault(at, word, why)


def _patterns(plain: str, text: str, allowed: Allowed) -> Iterator[Fault]:
    for match in _FOREIGN.finditer(plain):
        if match[0] not in allowed.source:
            yield _fault(match.start(), match[0], "是外文，请改用中文。")
    for match in _LAYOUT.finditer(plain):
        yield _fault(match.start(), match[0].strip(), "是标题、编号或排版记号，请只写正文。")
    for match in _GRADE.finditer(plain):
        if match[0] not in allowed.source:
            yield _fault(match.start(), match[0], "：等级由系统按得分印，请删去。")
    for match in _TREND.finditer(plain):
        clause = re.split(r"[，。；\n]", text[match.start() :])[0]
        if ".change" not in clause and match[0] not in allowed.source:
            yield _fault(match.start(), match[0], "说了增减而没有数，请换成增减的占位符或删去。")


def _leaked(plain: str, allowed: Allowed) -> Iterator[Fault]:
    """和提示词连着十二个字一样，而事实里没有。"""
    squeezed = re.sub(r"\s", "", plain)
    rules = re.sub(r"\s", "", allowed.prompt)
    source = re.sub(r"\s", "", allowed.source)
    for start in range(len(squeezed) - SHINGLE + 1):
        piece = squeezed[start : start + SHINGLE]
        if piece in rules and piece not in source:
            yield Fault(found=piece, message=f"“{piece}”是给你的要求，不是报告的话，请删去。")
            return


def _only_a_number(text: str, allowed: Allowed) -> bool:
    """整节只有数字占位符，没有话。"""
    keys = {split_key(match[1])[0] for match in PLACEHOLDER.finditer(text)}
    texts = {field.key for field in allowed.fields if not field.kind.numeric}
    return not keys & texts and len(re.findall(r"[\u4e00-\u9fff]", PLACEHOLDER.sub("", text))) < 4


def _size(text: str, plain: str, allowed: Allowed) -> Iterator[Fault]:
    if len(text) > LONGEST:
        yield Fault(message=f"写了{len(text)}字，太长，请压到{LONGEST}字以内。")
    if len(text.strip()) < SHORTEST or _only_a_number(text, allowed):
        yield Fault(message="几乎没有写，请写成完整的句子。")
    han = len(re.findall(r"[\u4e00-\u9fff]", plain))
    if plain.strip() and han < len(re.sub(r"\s", "", plain)) * 0.6:
        yield Fault(message="大半不是中文，请用中文写。")
    sentences = Counter(s.strip() for s in re.split(r"[。\n]", text) if len(s.strip()) > 6)
    for sentence, count in sentences.items():
        if count > 1:
            yield Fault(found=sentence, message=f"“{sentence}”写了{count}遍，请只写一遍。")


def _fault(at: int, said: str, message: str) -> Fault:
    return Fault(where=Span(at, at + len(said)), found=said, message=f"“{said}”{message}")
