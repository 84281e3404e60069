"""点了名的整体：占某某的，先在本段找，再在全文找。"""

import re
from collections.abc import Collection, Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.judging import Doubt
from assistant.reading.claims.ratios.unnamed import unnamed
from assistant.reading.claims.ratios.whole import Whole
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import REACH, Paragraph
from assistant.reading.claims.sentence.known import Known
from assistant.reading.claims.sentence.naming import GRAND, abridged, same_thing
from assistant.reading.text.labels import core, essence, parse

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_MANY = re.compile("(?<=..)(?:总?[人户家件]数|总数)$")
_PLAIN = 4
_NOUN = re.compile("[^，。；：、（）\ue000-\ue00f的]{2,4}?(?=进行|需|未|已|，|。|；|（|$)")


def named(
    paragraph: Paragraph,
    part: int,
    said: str,
    mates: Collection[int],
    known: Known,
    wholes: Sequence[int],
) -> Whole | None:
    """占某某的：先在本段找（同列的各项不算），再在全文找；wholes 是所属列举的总数。"""
    items, subjects = paragraph.items, paragraph.subjects
    name = (parse(said).core or core(said)).removesuffix(items[part].quantity.unit)
    if items[part].dimension is Dimension.COUNT:
        name = _MANY.sub("", name)
    scores = [
        (max(same_thing(name, subjects[i].core), _counted_as(paragraph, i, name)), i)
        for i in nearby(paragraph, part)
        if i not in mates or _calls(name, subjects[i].core)
    ]
    least = 3 if essence(name) in GRAND else 2
    best = max((score for score, _ in scores if score >= least), default=0)
    chosen = [i for score, i in scores if score == best][:3]
    chosen = [i for i in chosen if i in mates] or chosen
    if best >= 3 or (best == 2 and len(chosen) == 1):
        inside = len(chosen) == 1 and (chosen[0] in wholes or _plainly(chosen[0], part, name))
        return Whole(tuple(plain(items[i], "whole") for i in chosen), best >= 3 or inside)
    close = (i for i in nearby(paragraph, part) if i not in mates and i < part)
    if (alike := next((i for i in close if abridged(name, subjects[i].core)), -1)) >= 0:
        return Whole((plain(items[alike], "whole"),))
    if (told := _known(paragraph, part, said, name, known, wholes)) is not None:
        return told
    inputs = tuple(plain(items[i], "whole") for i in chosen) if best >= 2 else ()
    return Whole(inputs, doubt=Doubt.AGREE) if inputs else None


def _known(
    paragraph: Paragraph, part: int, said: str, name: str, known: Known, wholes: Sequence[int]
) -> Whole | None:
    """全文里名称唯一的那个数，或占总数的那个总数；没有为 None。"""
    items = paragraph.items
    exact = known.find(name, items[part].dimension)
    found = exact or known.grand(said)
    if found is None:
        return None
    own = any(items[i].quantity.base == found.base for i in wholes)
    sure = exact is not None and (own or (essence(name) in GRAND and said.startswith("本年")))
    near = [] if sure else [plain(items[i], "whole") for i in unnamed(paragraph, part, said)]
    doubt = Doubt.CAUSE if near else Doubt.NONE
    return Whole((found._replace(role="whole"), *near), sure, doubt=doubt)


def nearby(paragraph: Paragraph, part: int) -> list[int]:
    """本段里同类的数，前面的在先、近的在先。"""
    items = paragraph.items
    reach = range(max(0, part - REACH), min(len(items), part + REACH))
    return [
        i
        for i in sorted(reach, key=lambda i: (i > part, abs(part - i)))
        if i != part and items[i].role in _STOCKS and items[i].dimension is items[part].dimension
    ]


def _calls(name: str, mate: str) -> bool:
    """中小企业80万元；小微企业60万元，占中小企业采购金额的：点了名的同列一项就是整体。"""
    named = len(name) > _PLAIN and essence(name) not in GRAND
    return named and mate.endswith(name.removesuffix("金额"))


def _plainly(whole: int, part: int, name: str) -> bool:
    """占基本支出的：本段前面只有一个“……基本支出”。"""
    return whole < part and len(name) >= _PLAIN


def _counted_as(paragraph: Paragraph, at: int, name: str) -> int:
    """471个问题：个数的名称在数的后面；占问题总数的，说的就是它。"""
    if paragraph.items[at].dimension is not Dimension.COUNT:
        return 0
    noun = _NOUN.match(paragraph.after(at))
    return 2 if noun and essence(name).endswith(noun[0]) else 0
