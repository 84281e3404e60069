"""数字·成文与台账：人改过的文字里说的数，与确认过的同一项事实是不是同一个数。

例文“台账：”以下一行一项事实，“成文：”以下是文字。
"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.checks.told.subjects import names_of, said
from assistant.domain.findings import Fault
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import agrees
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph


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
    错例：
        台账：
        预算执行率：98.00%
        成文：
        2023年预算执行率达九成二。
    正例：
        台账：
        全年执行数：1308.97万元
        在职人数：35人
        成文：
        2023年全年执行数为1308.97万元，在职人数35人。道路项目有序推进，全年执行数98.00万元。
    """
    names = names_of(dossier.ledger, dossier.year) if dossier.ledger else None
    if names is None:
        return
    for paragraph in dossier.reading.paragraphs:
        for each in said(paragraph, names):
            if each.item is None:
                continue
            fact = each.figure.quantity
            stated = plain(each.item, "text")
            same = fact.dimension is each.item.dimension
            if same and not agrees(SAME, (stated._replace(quantity=fact, qualifier=""),), stated):
                yield _fault(paragraph, each.item, each.label, str(fact))


def _fault(paragraph: Paragraph, item: Item, label: str, fact: str) -> Fault:
    return Fault(
        where=paragraph.flow.span(item.spot.start, item.spot.end),
        found=str(item.quantity),
        expected=fact,
        message=f"这里说{label}是{item.quantity}，事实台账里确认的是{fact}：请改正这里的文字，或在台账里改正事实。",
    )
