"""自评总分：正文各处说的部门自评得分，与自评表合计行的总分应是同一个数。

哪张表说的就是它，断不定的不比：表有几张、说的是项目、是上年或复评的分，都不比。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.covering import Covering
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.tables.families import is_sum
from assistant.reading.tables.grids import Grid, Value
from assistant.reading.tables.matrix import value_input

_WHOLE = re.compile("整体")
_PROJECT = re.compile("项目")
_OTHER = re.compile(
    "上年|去年|上一年|复评|复核|复审|核定|抽评|再评价|财政局[^，。；]{0,8}评|平均|均分|调整"
)
_OWN = re.compile(
    r"(?:整体支出绩效|整体支出|部门整体|整体绩效|^|[局委办部院会站所心]|年度|本单位|本部门|本乡|本镇|经|综合)"
    r"(?:绩效)?(?:(?:自评|评价|自我评价)(?:综合|最终)?(?:总)?(?:得分|评分|分数|分)|综合得分|综合评分|总得分|总分)"
    r"(?:为|是|：|达到?|合计|共|计)*$"
)
_FULL = 100


def score_total_claims(
    paragraphs: Sequence[Paragraph], grids: Sequence[Grid], edges: Covering
) -> Iterator[Claim]:
    """正文里部门的自评得分，与自评表的总分；edges 是分档的位置，其中的分数是界限。"""
    tables = [(grid, found) for grid in grids if (found := _total(grid)) is not None]
    if len({total.quantity.base for _, total in tables}) != 1:
        return
    grid, total = tables[0]
    for paragraph in paragraphs:
        for at, item in enumerate(paragraph.items):
            scored = item.dimension is Dimension.SCORE and item.mention.span not in edges
            if scored and _about(paragraph, at, grid):
                yield _claim(paragraph, item, value_input(total, "table"))


def _claim(paragraph: Paragraph, item: Item, total: Input) -> Claim:
    span = paragraph.flow.span(item.spot.start, item.spot.end)
    return Claim(Relationship.SAME_AS, SAME, (total,), plain(item, "text"), span)


def _total(grid: Grid) -> Value | None:
    """满分一百分的自评表，合计行的得分。"""
    rows = [entry for entry in grid.entries if is_sum(entry)]
    if not rows:
        return None
    scores = [v for v in rows[-1].values if v.quantity.dimension is Dimension.SCORE]
    if len(scores) < 2 or scores[0].quantity.value != _FULL:
        return None
    own = [v for v in scores[1:] if "自评" in _head(grid, v)] if len(scores) > 2 else scores[1:]
    return own[0] if len(own) == 1 else None


def _head(grid: Grid, value: Value) -> str:
    return grid.columns[value.column] if grid.columns and value.column is not None else ""


def _of_one(paragraph: Paragraph, at: int) -> bool:
    """该指标分值25分，评价得分22.50分：说的是一个指标，不是总分。"""
    items = paragraph.items
    return any(
        items[i].dimension is Dimension.SCORE and items[i].quantity.value != _FULL
        for i in paragraph.back(at - 1)
        if items[i].sentence == items[at].sentence
    )


def _about(paragraph: Paragraph, at: int, grid: Grid) -> bool:
    """这句说的就是这张表的总分。"""
    lead = paragraph.lead(at)
    start = max(paragraph.text.rfind(mark, 0, paragraph.items[at].spot.start) for mark in "。；")
    said = paragraph.text[start + 1 : paragraph.items[at].spot.start]
    if not _OWN.search(lead) or _OTHER.search(said) or _of_one(paragraph, at):
        return False
    if _WHOLE.search(said):
        return not _PROJECT.search(grid.caption)
    return not _PROJECT.search(said) and not _PROJECT.search(grid.caption)
