"""说了从多少到多少的率：占比由上年的甲提高到乙，乙既是变动的终点，又是本年的占比。

变动另有断言；这里把终点当作占比、完成率，再算一遍它自己的分子分母。
"""

from collections.abc import Iterable, Iterator

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.ratios.rates import completion_claims
from assistant.reading.claims.ratios.shares import share_claims
from assistant.reading.claims.sentence.cues import Cue, Role, ratio_cue
from assistant.reading.claims.sentence.heads import Above
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.known import Known
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.tables.text_tables import Tables


def reached_claims(
    paragraph: Paragraph,
    known: Known,
    tables: Tables,
    lists: Iterable[Listing],
    above: Above | None = None,
) -> Iterator[Claim]:
    """一段里各个变动终点的占比、完成率。"""
    found = dict(_reached(paragraph))
    if not found:
        return
    lists = tuple(lists)
    view = _seen(paragraph, found)
    own = {paragraph.items[at].mention.span for at in found}
    for claims in (share_claims(view, known, lists, above), completion_claims(view, tables, lists)):
        yield from (claim for claim in claims if claim.stated.span in own)


def _reached(paragraph: Paragraph) -> Iterator[tuple[int, Cue]]:
    """各终点的序号，和写在起点之前的名称说的是哪种率。"""
    items = paragraph.items
    for at, item in enumerate(items):
        origin = at - 1
        if item.role is not Role.REACHED or item.dimension is not Dimension.RATIO or not at:
            continue
        if items[origin].role is not Role.ORIGIN or items[origin].part != item.part:
            continue
        said = ratio_cue(items[origin].label.core)
        if said is not None:
            yield at, said


def _seen(paragraph: Paragraph, found: dict[int, Cue]) -> Paragraph:
    """终点当作率、起点不作数的一段。"""
    items = list(paragraph.items)
    for at, said in found.items():
        items[at] = items[at]._replace(role=said.role, whole=said.whole, name=said.name)
    return paragraph._replace(items=tuple(items))
