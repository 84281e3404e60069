"""通读：一份文档读成数量和断言。校核的全部判断都从这里开始。"""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from assistant.domain.document import Document
from assistant.domain.findings import Span
from assistant.domain.statements import Mention, Relationship, Statement, Verdict
from assistant.reading.claims.changes.balances import balance_claims
from assistant.reading.claims.changes.changes import change_claims
from assistant.reading.claims.changes.contrary import contrary_statements, merged
from assistant.reading.claims.changes.deducting import deducting_claims
from assistant.reading.claims.changes.exceeding import exceeding_claims
from assistant.reading.claims.changes.multiples import multiple_claims
from assistant.reading.claims.changes.netting import netting_claims
from assistant.reading.claims.changes.remainders import remainder_claims
from assistant.reading.claims.changes.rolled import rolled_claims
from assistant.reading.claims.changes.wordings import word_claims
from assistant.reading.claims.changes.years import year_statements
from assistant.reading.claims.covering import Covering
from assistant.reading.claims.far.far import far_claims
from assistant.reading.claims.judging.causes import diagnose
from assistant.reading.claims.judging.judging import Claim, judge
from assistant.reading.claims.ratios.means import mean_claims
from assistant.reading.claims.ratios.one_to import one_to_claims
from assistant.reading.claims.ratios.priced import priced_claims
from assistant.reading.claims.ratios.proportioned import proportioned
from assistant.reading.claims.ratios.rates import completion_claims
from assistant.reading.claims.ratios.reached import reached_claims
from assistant.reading.claims.ratios.shares import share_claims
from assistant.reading.claims.rivals import doubted
from assistant.reading.claims.scores.bands import Scale, printed_scales, scale_statement, usable
from assistant.reading.claims.scores.deductions import deduction_claims
from assistant.reading.claims.scores.grading import Graded, conclusions, grade_statements
from assistant.reading.claims.scores.limits import limit_claims
from assistant.reading.claims.scores.reachable import whole_means
from assistant.reading.claims.scores.scoring import score_claims
from assistant.reading.claims.sentence.heads import Above, above_of, headed
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.known import Known, known_from
from assistant.reading.claims.sentence.nesting import listings
from assistant.reading.claims.sentence.scanning import paragraph
from assistant.reading.claims.sums.counting import count_claims
from assistant.reading.claims.sums.equity import equity_claims
from assistant.reading.claims.sums.netted import net_claims
from assistant.reading.claims.sums.numbered import numbered_claims
from assistant.reading.claims.sums.offsets import offset_claims
from assistant.reading.claims.sums.outlines import headed_claims, outline_claims
from assistant.reading.claims.sums.retold import retold_claims
from assistant.reading.claims.sums.rosters import roster_claims
from assistant.reading.claims.sums.rows import rows_of
from assistant.reading.claims.sums.sames import conversion_claims, repetition_claims
from assistant.reading.claims.sums.sets import sets_of
from assistant.reading.claims.sums.subtotals import subtotal_claims
from assistant.reading.claims.sums.summed_shares import summed_shares
from assistant.reading.claims.sums.sums import sum_claims
from assistant.reading.claims.sums.tallied import tallied_claims
from assistant.reading.claims.sums.titles import title_claims
from assistant.reading.tables.balanced import balanced_prose
from assistant.reading.tables.beside import beside_claims
from assistant.reading.tables.cell_prose import cell_prose
from assistant.reading.tables.delimited import delimited_tables
from assistant.reading.tables.graded_rows import row_grades
from assistant.reading.tables.grids import Grid
from assistant.reading.tables.piped import piped_tables
from assistant.reading.tables.project_rows import TOTALLED, project_claims
from assistant.reading.tables.row_told import row_told_claims
from assistant.reading.tables.score_totals import score_total_claims
from assistant.reading.tables.tables import grid_statements, grids_of, table_mentions
from assistant.reading.tables.text_tables import Tables, tables_of, text_table_claims
from assistant.reading.text.layout import layout


class Reading(NamedTuple):
    """通读的结果：各段（含其中的数）、各表、全部数量、全部断言（已判断）。

    sourced 是有出处的数的位置：表格里的格；squeezed 是去掉空白的全文，prose 是各段连贯文字，
    供查有无某词；scales 是文中写明的等级分档，graded 是各处写的等级；
    wrong 是不成立的断言，同一个错的连带不在内。
    """

    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Grid, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    sourced: frozenset[Span] = frozenset()
    squeezed: str = ""
    prose: str = ""
    scales: tuple[Scale, ...] = ()
    graded: tuple[Graded, ...] = ()
    wrong: tuple[Statement, ...] = ()


def read(document: Document) -> Reading:
    """读出文档里的数量和断言，并逐条判断。"""
    pasted = (*delimited_tables(document), *piped_tables(document))
    document = document._replace(tables=(*document.tables, *pasted))
    tables_at = [table.span for table in document.tables]
    plan = layout(document.text, tables_at, _breaks(document))
    flows = sorted((*plan.paragraphs, *cell_prose(document)), key=lambda each: each.origins)
    paragraphs = tuple(paragraph(n, flow) for n, flow in enumerate(flows))
    grids = tuple(grids_of(document, plan))
    cells = list(table_mentions(document.tables, grids))
    mentions = [item.mention for each in paragraphs for item in each.items]
    scales = printed_scales(paragraphs)
    edges = Covering(band.span for scale in scales for band in scale)
    claims = _near(paragraphs, grids, edges)
    judged = [judge(claim) for claim in claims]
    far = tuple(far_claims(paragraphs, grids, claims, judged))
    claims += far
    judged += map(judge, far)
    graded = tuple(conclusions(paragraphs, edges))
    contrary = (found for each in paragraphs for found in contrary_statements(each))
    near = merged(_judged(claims, judged, paragraphs), contrary)
    statements = (*near, *_judged_alone(paragraphs, grids, scales, graded))
    return Reading(
        paragraphs,
        grids,
        tuple(sorted((*mentions, *cells), key=attrgetter("span"))),
        statements,
        frozenset(mention.span for mention in cells),
        "".join(document.text.split()),
        "\n".join(paragraph.text for paragraph in paragraphs),
        scales,
        graded,
        tuple(s for s in statements if s.verdict is Verdict.INCONSISTENT and not s.echo),
    )


def _near(paragraphs: Sequence[Paragraph], grids: Sequence[Grid], edges: Covering) -> list[Claim]:
    """近处读出的断言：各段之内、小标题管着的、跨段和与表格的。"""
    known, tables = known_from(paragraphs), tables_of(grids)
    heads = tuple(headed(paragraphs))
    above = above_of(heads)
    told = (each for each in paragraphs if each.items)
    claims = [
        claim
        for each in told
        for claim in _claims(each, known, tables, edges, above.get(each.number))
    ]
    return [*claims, *headed_claims(heads), *_across(paragraphs, grids, tables, edges)]


def _claims(
    each: Paragraph, known: Known, tables: Tables, edges: Covering, above: Above | None
) -> Iterator[Claim]:
    """一段里的断言；没有数的段没有断言。"""
    lists = listings(each)
    rows = tuple(rows_of(each))
    lists += tuple(sets_of(each, rows, {part for listing in lists for part in listing.parts}))
    yield from change_claims(each, known)
    yield from multiple_claims(each)
    yield from share_claims(each, known, lists, above)
    yield from completion_claims(each, tables, lists)
    yield from reached_claims(each, known, tables, lists, above)
    yield from proportioned(each)
    yield from mean_claims(each, lists)
    yield from priced_claims(each)
    yield from one_to_claims(each)
    sums = sum_claims(each, known, lists, rows)
    yield from (claim for claim in sums if claim.relationship is not Relationship.SCORE_SUM)
    yield from subtotal_claims(each)
    yield from equity_claims(each)
    yield from net_claims(each)
    yield from summed_shares(each)
    yield from score_claims(each, edges)
    yield from deduction_claims(each)
    yield from balance_claims(each, lists)
    yield from deducting_claims(each)
    yield from netting_claims(each)
    yield from rolled_claims(each)
    yield from balanced_prose(each)
    yield from exceeding_claims(each, lists)
    yield from word_claims(each)
    yield from conversion_claims(each)
    yield from retold_claims(each)
    yield from limit_claims(each)


def _across(
    paragraphs: Sequence[Paragraph], grids: Sequence[Grid], tables: Tables, edges: Covering
) -> Iterator[Claim]:
    """跨段的断言，正文与表格的断言。"""
    yield from outline_claims(paragraphs)
    yield from tallied_claims(paragraphs)
    yield from numbered_claims(paragraphs)
    yield from offset_claims(paragraphs)
    yield from count_claims(paragraphs)
    for each in paragraphs:
        yield from roster_claims(each)
        yield from title_claims(each)
    yield from repetition_claims(paragraphs)
    yield from remainder_claims(paragraphs)
    yield from project_claims(paragraphs, grids)
    yield from text_table_claims(paragraphs, tables)
    yield from beside_claims(paragraphs, grids)
    yield from row_told_claims(paragraphs, grids)
    yield from score_total_claims(paragraphs, grids, edges)


def _judged_alone(
    paragraphs: Sequence[Paragraph],
    grids: Sequence[Grid],
    scales: Sequence[Scale],
    graded: Sequence[Graded],
) -> Iterator[Statement]:
    """各自判断的断言：年份、表内、够不够得着、分档和等级。"""
    for each in paragraphs:
        yield from year_statements(each)
        yield from whole_means(each)
    for grid in grids:
        yield from grid_statements(grid)
    for scale in scales:
        yield from scale_statement(scale)
    yield from grade_statements(graded, usable(scales))
    yield from row_grades(grids, usable(scales))


def _judged(
    claims: Sequence[Claim], judged: Sequence[Statement], paragraphs: Sequence[Paragraph]
) -> Iterator[Statement]:
    """查错因；另有读法算得通的不敢断定；正文自身算得通、只与表不同的，可能是口径不同，不下结论。"""
    statements = tuple(doubted(claims, diagnose(claims, judged), paragraphs))
    sound = {
        operand.span
        for each in statements
        if each.verdict is Verdict.CONSISTENT
        for operand in (each.stated, *each.operands)
    }
    for each in statements:
        beside = each.relationship is Relationship.SAME_AS and not each.certain
        beside = beside and each.operands[0].role != TOTALLED
        if each.verdict is Verdict.INCONSISTENT and beside and each.stated.span in sound:
            yield each._replace(verdict=Verdict.UNVERIFIABLE, expected="")
        else:
            yield each


def _breaks(document: Document) -> frozenset[int]:
    """段落分明的格式里，各段的起点。"""
    return frozenset(b.span.start for b in document.blocks if document.paragraphed)
