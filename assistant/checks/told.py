"""数字·成文与台账：人改过的文字里说的数，与确认过的同一项事实是不是同一个数。

只看说得没有歧义的：一句话从头起，就是这一项的名称和数；句子里另有主语的、前面在说某个项目的，不看。

例文“台账：”以下一行一项事实，“成文：”以下是文字。
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.domain.figures import Figure
from assistant.domain.findings import Fault
from assistant.domain.ledger import Ledger
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import agrees
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph

_LEAST = 4
_QUOTES = '[“”"]?'
_ANOTHER = re.compile("项目|专项|工程|下属|二级|目标|指标|计划|上年|去年")
_NEXT = re.compile("[，、]")


class _Names(NamedTuple):
    """各项的名称：一个大正则，和名称所指的数。"""

    pattern: re.Pattern[str]
    figures: dict[str, Figure]


@rule("FIG902", "text-against-facts", MUST)
def text_against_facts(dossier: Dossier) -> Iterator[Fault]:
    """文字里说的数与确认过的事实不符。

    依据：同一份报告里同一项只有一个数；事实改了，或文字改错了，都要改到一致。
    错例：
        台账：
        全年执行数：1308.97万元
        在职人数：35人
        成文：
        2023年全年执行数为1380.97万元，在职人数35人。
    正例：
        台账：
        全年执行数：1308.97万元
        在职人数：35人
        成文：
        2023年全年执行数为1308.97万元，在职人数35人。道路项目有序推进，全年执行数98.00万元。
    """
    names = _names(dossier.ledger, dossier.year) if dossier.ledger else None
    if names is None:
        return
    for paragraph in dossier.reading.paragraphs:
        for item, label in _said(paragraph, names):
            fact = names.figures[label].quantity
            stated = plain(item, "text")
            same = fact.dimension is item.dimension
            if same and not agrees(SAME, (stated._replace(quantity=fact, qualifier=""),), stated):
                yield _fault(paragraph, item, label, str(fact))


def _fault(paragraph: Paragraph, item: Item, label: str, fact: str) -> Fault:
    return Fault(
        where=paragraph.flow.span(item.spot.start, item.spot.end),
        found=str(item.quantity),
        expected=fact,
        message=f"这里说{label}是{item.quantity}，事实台账里确认的是{fact}：请改正这里的文字，或在台账里改正事实。",
    )


def _names(ledger: Ledger, year: int) -> _Names | None:
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
    return _Names(
        re.compile(rf"{front}{_QUOTES}(?P<label>{named})(?:分别|共计|共|合计|为|是|达到?|：)*"),
        found,
    )


def _said(paragraph: Paragraph, names: _Names) -> Iterator[tuple[Item, str]]:
    """一句从头起，接连说的各项。"""
    text = paragraph.text
    starts = {item.spot.start: item for item in paragraph.items}
    for begin in (0, *(m.end() for m in re.finditer("[。；！？]", text))):
        at = begin
        while not _ANOTHER.search(text, 0, at) and (match := names.pattern.match(text, at)):
            item = starts.get(match.end())
            if item is None:
                break
            yield item, re.sub('[“”"]', "", match["label"])
            after = _NEXT.match(text, item.spot.end)
            at = after.end() if after else len(text)
