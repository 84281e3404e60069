"""列了书名的个数：修订《甲办法》《乙细则》《丙规程》3项制度，应是所列的个数。"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.quantities import Quantity
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.scores.scoring import COUNTED
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.numerals import numeral

_TITLE = re.compile(r"《[^《》]{1,60}》")
_ROW = re.compile(
    r"(?P<list>《[^《》]{1,60}》(?:(?:以及|[、，和与及])?《[^《》]{1,60}》)+)(?P<open>等)?"
    r"(?P<n>\d{1,3}|[二两三四五六七八九十]{1,3})(?P<unit>项|个|份|部|件|篇|本)"
)


def title_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里各处；写着“等”而说得比列得多的，没有列全，不算。"""
    if "》" not in paragraph.text:
        return
    for match in _ROW.finditer(paragraph.text):
        stated = int(numeral(match["n"].replace("两", "二")) or 0)
        found = list(_TITLE.finditer(paragraph.text, match.start("list"), match.end("list")))
        if match["open"] and stated > len(found):
            continue
        yield _claim(paragraph, match, found, stated)


def _claim(
    paragraph: Paragraph, match: re.Match[str], found: list[re.Match[str]], stated: int
) -> Claim:
    flow = paragraph.flow
    one = Quantity(Decimal(1), match["unit"])
    inputs = tuple(Input("item", one, flow.span(*m.span()), text=m.group()) for m in found)
    start = match.start("n")
    own = next((i.mention.span for i in paragraph.items if i.spot.start == start), None)
    span = own or flow.span(start, match.end("unit"))
    quantity = Quantity(Decimal(stated), match["unit"])
    return Claim(
        Relationship.COUNT,
        COUNTED,
        inputs,
        Input("count", quantity, span),
        flow.span(*match.span()),
    )
