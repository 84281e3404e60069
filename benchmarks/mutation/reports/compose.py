"""把各段各表编成一篇报告。"""

from random import Random

from benchmarks.mutation.manner import Manner
from benchmarks.mutation.passage import Passage
from benchmarks.mutation.reports import books, sections, sheets
from benchmarks.mutation.reports.pen import Pen

TITLES = (
    "{bureau}{y}年度部门整体支出绩效自评报告\n",
    "{bureau}{y}年度部门决算情况说明\n",
    "{y}年度{bureau}部门整体绩效自评报告\n",
)


def report(rng: Random, manner: Manner) -> Passage:
    """一篇约两三千字、含四五张表的报告。"""
    usual = manner if manner.unit in ("万元", "元") else manner._replace(unit="万元")
    usual = usual._replace(places=max(2, usual.places), trim=False)
    pen = Pen(rng, usual, books.keep(rng, usual))
    pen.write(rng.choice(TITLES))
    sections.overview(pen)
    if rng.random() < 0.7:
        sheets.asset_table(pen)
    sections.flows(pen)
    if rng.random() < 0.7:
        sheets.flow_table(pen)
    for section in rng.sample(
        (sections.three_public, sections.procurement, sections.classes), rng.randint(1, 3)
    ):
        section(pen)
    sections.execution(pen)
    sections.survey(pen)
    rows = sheets.project_table(pen)
    sheets.project_prose(pen, rows)
    sections.conclusion(pen)
    sheets.score_table(pen)
    sections.asides(pen)
    return pen.passage()
