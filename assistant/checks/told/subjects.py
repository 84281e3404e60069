"""一句话从头起说的是台账里的哪一项。

只看说得没有歧义的：一句话从头起，就是这一项的名称；句子里另有主语的、前面在说某个项目的，不看。
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.figures import Figure
from assistant.domain.ledger import Ledger
from assistant.reading.claims.sentence.items import Item, Paragraph

_LEAST = 4
_QUOTES = '[“”"]?'
_ANOTHER = re.compile("项目|专项|工程|下属|二级|目标|指标|计划|上年|去年")
_NEXT = re.compile("[，、]")


class Names(NamedTuple):
    """各项的名称：一个大正则，和名称所指的数。"""

    pattern: re.Pattern[str]
    figures: dict[str, Figure]


class Said(NamedTuple):
    """句首起接连说的一项：名称、所指的数、名称后面紧跟的数（可无）、说完到哪里。"""

    label: str
    figure: Figure
    item: Item | None
    end: int


def names_of(ledger: Ledger, year: int) -> Names | None:
    """有数、名称够长、不与别项同名的各项。"""
    found: dict[str, Figure] = {}
    twice = set()
    for key, label in ledger.labels.items():
        if len(label) >= _LEAST and key in ledger.figures:
            twice |= {label} & found.keys()
            found[label] = ledger.figures[key]
    labels = sorted(found.keys() - twice, key=len, reverse=True)
    if not labels:
        return None
    named = "|".join(_QUOTES.join(re.escape(char) for char in label) for label in labels)
    front = rf"(?:{year}年度?|本年度?|当年|我局|我单位|本单位|我部门|本部门|其中[：，]?)*"
    return Names(
        re.compile(rf"{front}{_QUOTES}(?P<label>{named})(?:分别|共计|共|合计|为|是|达到?|：)*"),
        found,
    )


def said(paragraph: Paragraph, names: Names) -> Iterator[Said]:
    """各句从头起接连说的各项；没跟着数的一项是这一句的最后一项。"""
    text = paragraph.text
    starts = {item.spot.start: item for item in paragraph.items}
    for begin in (0, *(m.end() for m in re.finditer("[。；！？]", text))):
        at = begin
        while not _ANOTHER.search(text, 0, at) and (match := names.pattern.match(text, at)):
            label = re.sub('[“”"]', "", match["label"])
            item = starts.get(match.end())
            end = item.spot.end if item else match.end()
            yield Said(label, names.figures[label], item, end)
            after = _NEXT.match(text, end) if item else None
            if after is None:
                break
            at = after.end()
