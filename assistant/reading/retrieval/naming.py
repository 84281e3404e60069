"""指名：问题里写出的法规、文号和条号。简称和漏字的名称按库中名称认，认不出的如实说没有。"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.domain.evidence import Source
from assistant.reading.law import citations
from assistant.reading.law.ordinals import COUNT, article, read
from assistant.reading.retrieval.short_names import Alike, Mention

_KIND = r"(?:实施条例|实施细则|条例|法典|法|办法|规则|准则|规定)"
_ARTICLE = re.compile(
    rf"(?:(?<=[法例典则定])[）)》的里中]?\s*第?|第)\s*(?P<count>{COUNT})\s*条(?!款|件|例)"
    rf"(?:\s*之\s*(?P<bis>[一二三四五六七八九十]+))?"
    rf"(?:\s*第?\s*(?P<paragraph>{COUNT})\s*款)?"
    rf"(?:\s*第?\s*[（(]?(?P<item>{COUNT})[）)]?\s*项)?"
)
_TITLE = re.compile(r"《([^《》\n]{2,60})》")
_TURNED = re.compile(rf"({_KIND})[（(]([\u4e00-\u9fff]{{2,20}}?)的?[）)]")
_STARTS = re.compile(
    r"(?:什么时候|啥时候|哪一?天|哪年|何时|几号|多会儿).{0,6}(?:施行|生效|实行|实施|开始)|(?:施行|生效)(?:日期|时间)"
)
_ORDER = re.compile(r"(?<![\d令第])(\d{2,4})\s*号令")
_FILLER = re.compile(r"[那这]个|国令(?=\s*第?\s*\d)")
_STATES = r"(?:里|中|上)?(?:第|哪|规定|怎么|说|对|关于|原文|的|讲|$|，|。|？)"
_LONGEST = 20
_BEFORE = frozenset("据照按依对在和与及是看查问说讲到里有按让找凭下")


class Named(NamedTuple):
    """指名的结果。names 是库中名称；missing 是写了而库中没有的名称或文号；starts 是问何时施行。"""

    names: tuple[str, ...] = ()
    missing: str = ""
    article: str = ""
    paragraph: int | None = None
    item: str = ""
    starts: bool = False


class Directory:
    """名录：库中各文件的名称、别名和文号，另有库中没有的常见法律的名称。"""

    def __init__(self, sources: Iterable[Source], others: Sequence[str]) -> None:
        self._names: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        for source in sources:
            for name in (source.name, *source.aliases):
                self._names.setdefault(_bare(name), source.name)
            if source.document_number:
                self._numbers.setdefault(source.document_number, source.name)
        self._orders = _by_order(self._numbers)
        self._others = [name for name in others if name not in self._names]
        self._alike = Alike(self._names)

    def read(self, question: str) -> Named:
        """读出指名；条号归于它前面最近的名称。"""
        text = _tidied(question)
        found = tuple(dict.fromkeys(self._found(text)))
        cited = _ARTICLE.search(text)
        missing = "" if found else self._missing(text, cited)
        if cited is None:
            return Named(found, missing, starts=bool(_STARTS.search(text)))
        before = tuple(self._found(text[: cited.start()]))
        return Named(
            before[-1:] or found,
            missing,
            article(cited["count"], cited["bis"]),
            read(cited["paragraph"]) if cited["paragraph"] else None,
            cited["item"] or "",
        )

    def _found(self, text: str) -> Iterator[str]:
        """依次认出的库中名称。"""
        for number in _numbers(text):
            if number in self._numbers:
                yield self._numbers[number]
        for order in _ORDER.finditer(text):
            if len(names := self._orders.get(order[1], ())) == 1:
                yield from names
        for mentions in _mentions(text):
            if any(mention.text in self._others for mention in mentions):
                continue
            known = next(filter(None, map(self._known, mentions)), None)
            if known:
                yield known

    def _known(self, mention: Mention) -> str | None:
        if mention.text in self._names:
            return self._names[mention.text]
        name = self._alike.short_for(mention) or self._alike.near(mention.text)
        return self._names[name] if name else None

    def _missing(self, text: str, cited: re.Match[str] | None) -> str:
        """库中没有的：书名号里的、文号、常见的别的法，或带着条号的名称。"""
        for title in _TITLE.findall(text):
            return f"《{title}》"
        for number in _numbers(text):
            return number
        for name in self._others:
            if re.search(re.escape(name) + _STATES, text):
                return f"《{name}》"
        named = _mention_before(text, cited.start()) if cited else ""
        return f"《{named}》" if named else ""


def _tidied(question: str) -> str:
    """实施条例（预算法的）→ 预算法实施条例；国令786号 → 国务院令786号。"""
    text = _FILLER.sub(lambda m: "国务院令" if m[0] == "国令" else "", question)
    text = text.replace("中华人民共和国", "")
    return _TURNED.sub(lambda m: m[2] + m[1], text)


def _by_order(numbers: Mapping[str, str]) -> dict[str, set[str]]:
    """令的号数 → 名称：口头只说“711号令”，不说是谁的令。"""
    found: dict[str, set[str]] = defaultdict(set)
    for number, name in numbers.items():
        if order := re.search(r"令第(\d+)号", number):
            found[order[1]].add(name)
    return dict(found)


def _bare(name: str) -> str:
    return re.sub(r"[《》〈〉\s]|（试行）|中华人民共和国", "", name)


def _numbers(text: str) -> Iterator[str]:
    for reference in citations.find(text):
        if reference.document_number:
            yield reference.document_number


def _mentions(text: str) -> Iterator[list[Mention]]:
    """各处名称的各种截法，长的在前：书名号里的只有一种，没有书名号的从左边逐字截短。"""
    for title in re.finditer(r"《([^《》\n]{2,60})》|" + _KIND, text):
        if title[1]:
            yield [Mention(_bare(title[1]), True)]
            continue
        start = max(0, title.end() - _LONGEST, text.rfind("》", 0, title.start()) + 1)
        rows = [
            Mention(text[at : title.end()], at == 0 or _ends_before(text[at - 1]))
            for at in range(start, title.start())
        ]
        yield [row for row in rows if re.fullmatch(r"[\u4e00-\u9fff（）]+", row.text)]


def _ends_before(letter: str) -> bool:
    """名称不会从这个字的前面连过来。"""
    return letter in _BEFORE or not "\u4e00" <= letter <= "\u9fff"


def _mention_before(text: str, end: int) -> str:
    """紧挨着条号的名称。"""
    match = re.search(rf"([\u4e00-\u9fff]{{2,20}}?{_KIND})[》的里中]?$", text[:end])
    return match[1] if match else ""
