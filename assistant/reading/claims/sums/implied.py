"""没说“其中”的合计：共60个项目，优的20个、良的40个；发现9处，已整改7处，正在整改2处。"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.ratios.paralleled import row_of
from assistant.reading.claims.sentence.closure import is_closed, is_sibling, is_split
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sums.rows import RATIOS, STOCKS, Row
from assistant.reading.claims.sums.summing import total_claim

_IN_ALL = re.compile("(?<!公)共|全年|总")
_ALL_SPELLS = re.compile("一至四季度|四个季度|各季度|上、?下半年")
_SEASONS = (
    re.compile("(?:前三|一至三|前3)个?季度|1[-—至]3季度|截至9月|1[-—至]9月|前[九9]个?月"),
    re.compile("四季度|10(?:月)?[-—至]12月"),
)
_TOTAL_OF = re.compile("，?(?:总(?:价|额|量|数|面积|投资|里程|金额|长度)?|共)(?:为|达|是|计)?")
_YEAR = re.compile(r"(?:19|20)\d\d|[本上去前]年|季度|半年|预算|决算")
_REST = re.compile("^[，；](?:其余|其他|剩余|余下)")
_POSTS = "编制"
_UNDONE = ("未", "正在", "尚未")
_SEVERAL = re.compile(r"[^、]{2}、[^、]{2,}共|[^、]{2}、.*(?:合计|总计|小计)")


def implied_claims(
    paragraph: Paragraph, rows: Iterable[Row], taken: Collection[int]
) -> Iterator[Claim]:
    """没说“其中”的：共60个项目，优的20个、良的40个；发现9处，已整改7处，正在整改2处。

    rows 是段里的各排同类数，taken 是已在别处列举里的数。
    """
    yield from _by_spell(paragraph)
    yield from _by_season(paragraph)
    yield from _by_row(paragraph)
    yield from _by_names(paragraph, taken)
    for row in rows:
        heads = (_headed(paragraph, each, taken) for each in _parted(paragraph, row))
        yield from filter(None, [next(filter(None, heads), None)])
        if _is_total_of(paragraph, row):
            yield total_claim(paragraph, row[-1], row[:-1])
    yield from _by_opposites(paragraph, taken)


def _parted(paragraph: Paragraph, row: Row) -> Iterator[Row]:
    """整排，和从各个分号之后起的、其后恰成一套的：对60个项目自评；抽查24个，优的7个、良的17个。"""
    items = paragraph.items
    yield row
    for place in range(1, len(row) - 2):
        labels = [paragraph.subjects[i].core for i in row[place + 1 :]]
        if items[row[place]].part != items[row[place - 1]].part or is_split(labels):
            yield row[place:]


def _headed(paragraph: Paragraph, row: Row, taken: Collection[int]) -> Claim | None:
    """打头的是总数，其后几个的名称恰成一套；取最长的一套。"""
    items, subjects = paragraph.items, paragraph.subjects
    if items[row[1]].follows or any(items[i].totals for i in row):
        return None
    for size in range(len(row), 2, -1):
        whole, parts = row[0], row[1:size]
        if any(i in taken for i in parts):
            continue
        labels = [subjects[i].core for i in parts]
        if row[size:] and paragraph.after(parts[-1]).startswith("、"):
            continue  # 优7个、良13个、中4个：后面还并列着一项
        if is_split(labels) and not (
            _is_apart(paragraph, whole, parts) or is_sibling(subjects[whole].core, labels)
        ):
            claim = total_claim(paragraph, whole, parts)
            return claim._replace(doubt=_over(paragraph, whole, parts))
    return None


def _is_apart(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """编制数不是在职、退休之和，上年末的余额不是当年新增、再融资之和。"""
    one, *others = (paragraph.subjects[i] for i in (whole, *parts))
    years = {each.year for each in others} - {None, one.year}
    posts = "编制" in one.core and "编" not in others[0].core
    stock = one.core.endswith("余额") and not any("债务" in each.core for each in others)
    return posts or stock or (one.year is not None and bool(years))


def _over(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> Doubt:
    """有一项比前面的数还大，多半不是它的一项；内设4个科室，行政编制7个：科室不是编制的总数。"""
    items, subjects = paragraph.items, paragraph.subjects
    if max(items[i].quantity.base for i in parts) <= items[whole].quantity.base:
        return Doubt.NONE
    posts = _POSTS in subjects[parts[0]].core and _POSTS not in subjects[whole].core
    return Doubt.AGREE if posts else Doubt.CAUSE


def _by_opposites(paragraph: Paragraph, taken: Collection[int]) -> Iterator[Claim]:
    """问题50项，涉及100万元，已整改40项，整改到位90万元，正在整改10项：隔着别的数，一正一反合成总数。"""
    items = paragraph.items
    for at, item in enumerate(items):
        if item.role not in STOCKS or item.dimension in RATIOS or at in taken:
            continue
        if not paragraph.subjects[at].core.startswith(_UNDONE):
            continue
        near = [
            i
            for i in paragraph.before(at, *STOCKS)
            if same_unit(items[i], item) and items[i].depth == item.depth
        ][:2]
        apart = (
            len(near) > 1 and at - near[1] > 2 and not any(items[i].totals for i in (at, near[0]))
        )
        if apart and near[0] not in taken and _opposed(paragraph, near[0], at):
            yield total_claim(paragraph, near[1], (near[0], at))._replace(doubt=Doubt.CAUSE)


def _opposed(paragraph: Paragraph, one: int, other: int) -> bool:
    """已整改与未整改、正在整改。"""
    done, undone = (paragraph.subjects[i].core for i in (one, other))
    return done.startswith("已") and undone.startswith(_UNDONE) and is_split([done, undone])


def _by_spell(paragraph: Paragraph) -> Iterator[Claim]:
    """全年支出100万元，一至四季度分别支出……：分别所说的各季就是全年。"""
    items = paragraph.items
    for at in range(len(items)):
        if items[at].each != "分别":
            continue
        row = row_of(paragraph, at)
        head = row.start == at and len(row) in (2, 4)
        if not head or not _ALL_SPELLS.search(paragraph.lead(at)):
            continue
        whole = _spelled(paragraph, row)
        if whole >= 0:
            yield total_claim(paragraph, whole, row)._replace(closed=True)


def _spelled(paragraph: Paragraph, row: range) -> int:
    """各季之后紧接着说的全年数，没有的是紧挨在前面的；都没有为 -1。"""
    items, after = paragraph.items, row[-1] + 1
    near = after < len(items) and items[after].sentence == items[row[0]].sentence
    if near and same_unit(items[after], items[row[0]]) and _IN_ALL.search(paragraph.lead(after)):
        return after
    before = row[0] - 1
    same = before >= 0 and items[before].sentence == items[row[0]].sentence
    return before if same and same_unit(items[before], items[row[0]]) else -1


def _by_row(paragraph: Paragraph) -> Iterator[Claim]:
    """三个标段分别为甲、乙、丙，总价丁：分别说的一排之后，紧接着只写“总”的是它们的和。"""
    items = paragraph.items
    for at in range(2, len(items)) if "分别" in paragraph.frame else ():
        if not items[at - 1].follows or not _TOTAL_OF.fullmatch(paragraph.lead(at)):
            continue
        row = row_of(paragraph, at - 1)
        told = items[row.start].each == "分别" and row[-1] == at - 1
        near = (
            items[at].sentence == items[row.start].sentence
            and items[at].part == items[row.start].part
        )
        if told and near and same_unit(items[row.start], items[at]) and not items[at].totals:
            yield total_claim(paragraph, at, row)._replace(closed=True)


def _by_season(paragraph: Paragraph) -> Iterator[Claim]:
    """前三季度累计……，第四季度……，全年共计……。"""
    items = paragraph.items
    told = "季度" in paragraph.frame or "12月" in paragraph.frame
    for at in range(2, len(items)) if told else ():
        said = all(season.search(paragraph.lead(at - 2 + n)) for n, season in enumerate(_SEASONS))
        if said and _IN_ALL.search(paragraph.lead(at)):
            row = (at - 2, at - 1, at)
            one = {(items[i].sentence, items[i].depth) for i in row}
            if len(one) == 1 and all(same_unit(items[i], items[at]) for i in row):
                yield total_claim(paragraph, at, row[:2])._replace(closed=True)


def _by_names(paragraph: Paragraph, taken: Collection[int]) -> Iterator[Claim]:
    """救助460户，低保、特困、临时救助分别为……：挨着的总数之后，列了几样就有几个数。"""
    items = paragraph.items
    for at in range(1, len(items)):
        whole, first = items[at - 1], items[at]
        if first.each != "分别" or first.follows or at in taken:
            continue
        row, names = row_of(paragraph, at), paragraph.lead(at).split("、")
        named = row.start == at and len(row) == len(names) > 1 and not any(map(_YEAR.search, names))
        near = whole.sentence == first.sentence and whole.depth == first.depth
        alike = whole.role in STOCKS and first.role in STOCKS and same_unit(whole, first)
        rest = _REST.search(paragraph.after(row[-1]))
        apart = "收入" in whole.lead and "支出" in first.lead
        again = any(items[i].quantity.base == whole.quantity.base for i in row)  # 一项就是全部
        if (
            named
            and near
            and alike
            and first.dimension not in RATIOS
            and not (rest or apart or again)
        ):
            claim = total_claim(paragraph, at - 1, row, certain=False)
            closed = claim.closed and is_closed([paragraph.subjects[i].core for i in row])
            yield claim._replace(closed=closed, doubt=Doubt.CAUSE)


def _is_total_of(paragraph: Paragraph, row: Sequence[int]) -> bool:
    """上半年……，下半年……，全年共……：前面恰是一套，最后一个说的是总共。"""
    lead = paragraph.lead(row[-1])
    told = (
        _IN_ALL.search(lead) and not paragraph.items[row[-1]].totals and not _SEVERAL.search(lead)
    )
    return bool(told) and is_split([paragraph.subjects[i].core for i in row[:-1]])
