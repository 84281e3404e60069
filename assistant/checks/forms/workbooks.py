"""几张表互相对照的规则：年度、重名、自评表与汇总表。"""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.checks.forms.book import workbook_rule
from assistant.checks.forms.names import Names
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import CENT
from assistant.domain.findings import Severity
from assistant.domain.forms import Form, Summary, SummaryRow, Workbook
from assistant.reading.forms.text import squeezed, year_in

FULL = 100


@workbook_rule("SCR401", "form-year", Severity.MUST)
def form_year(book: Workbook) -> Iterator[CellFault]:
    """各张自评表的年度与文件、其余各表一致。

    依据：一次自评只评一个年度；年度不同多因沿用上年的表没有改。
    错例：
        另表.标题 = 2022年度项目支出绩效自评表
    正例：
        另表.标题 = 2023年度项目支出绩效自评表
    """
    votes: Counter[int] = Counter()
    named = year_in(re.sub(r"\D(?=\d{5,})|\d{5,}", "", book.name))
    if named is not None:
        votes[named] += 1
    for form in book.forms:
        if form.year is not None:
            votes[form.year] += 1
        votes.update(_dated(form))
    votes.update(s.year for s in book.summaries if s.year is not None)
    if len(votes) < 2:
        return
    (year, most), (_, second) = votes.most_common(2)
    if most == second:
        return
    for form in book.forms:
        if form.year is not None and form.year != year and form.title is not None:
            yield CellFault(
                form.title.cell,
                f"“{form.project}”的年度写{form.year}年，其余各处是{year}年",
                f"{year}",
                form.sheet,
            )


@workbook_rule("SCR407", "date-outside-year", Severity.DOUBT)
def date_outside_year(book: Workbook) -> Iterator[CellFault]:
    """时效指标的期限在所评年度之内。

    依据：绩效目标是年度目标；期限落在别的年度，多因沿用旧表没有改。
    错例：
        完成时间.指标值 = 2022年11月30日前
        另表.完成时间.指标值 = 2023年11月20日前
    正例：
        完成时间.指标值 = 2023年11月30日前
    """
    wrong = {(fault.sheet, fault.cell) for fault in form_year(book)}
    for form in book.forms:
        if form.year is None or (form.title and (form.sheet, form.title.cell) in wrong):
            continue
        for one in form.indicators:
            day = one.target.day if one.target else None
            if day is not None and day.year != form.year:
                yield CellFault(
                    one.target_cell,
                    f"“{one.name}”的期限{day}不在{form.year}年度内，请核对",
                    sheet=form.sheet,
                )


def _dated(form: Form) -> set[int]:
    """时效指标里的日期所在的年度。"""
    return {i.target.day.year for i in form.indicators if i.target and i.target.day}


@workbook_rule("SCR402", "same-project-twice", Severity.MUST)
def same_project_twice(book: Workbook) -> Iterator[CellFault]:
    """同一项目只有一份自评表。

    依据：项目重复则个数、合计、平均都不可信。
    错例：
        另表.项目名称 = 夜校培训
    正例：
        另表.项目名称 = 设备购置
    """
    seen: dict[str, Form] = {}
    for form in book.forms:
        name = squeezed(form.project)
        if not name or form.kind == "department":
            continue
        if name in seen:
            first = seen[name]
            yield CellFault(
                form.project_cell,
                f"项目“{form.project}”与工作表“{first.sheet}”{first.project_cell}重复",
                sheet=form.sheet,
            )
        seen.setdefault(name, form)


@workbook_rule("SCR403", "project-named-differently", Severity.MUST)
def named_differently(book: Workbook) -> Iterator[CellFault]:
    """同一项目在自评表和汇总表里名称相同。

    依据：项目名称以项目库为准，各处一致。
    错例：
        汇总.夜校培训.名称 = 夜校培训班
    正例：
        汇总.夜校培训.名称 = 夜校培训
    """
    for summary in book.summaries:
        loose_forms, loose_rows = _unmatched(book, summary)
        near = Names({squeezed(row.project): row for row in loose_rows})
        for form in loose_forms:
            row = near.like(squeezed(form.project))
            if row is None:
                continue
            goal = squeezed(form.goal.text) if form.goal else ""
            said = f"自评表写“{form.project}”，汇总表第{row.row}行写“{row.project}”，应一致"
            if squeezed(row.project) in goal and squeezed(form.project) not in goal:
                yield CellFault(form.project_cell, said, row.project, form.sheet)
            else:
                yield CellFault(row.project_cell, said, form.project, summary.sheet)


def _unmatched(book: Workbook, summary: Summary) -> tuple[list[Form], list[SummaryRow]]:
    rows = {squeezed(row.project) for row in summary.rows}
    forms = {squeezed(form.project) for form in book.forms}
    return (
        [f for f in book.forms if f.project and squeezed(f.project) not in rows],
        [r for r in summary.rows if squeezed(r.project) not in forms],
    )


@workbook_rule("SCR404", "summary-against-form", Severity.MUST)
def summary_against_form(book: Workbook) -> Iterator[CellFault]:
    """汇总表的得分与自评表的总分相同。

    依据：汇总表由各自评表汇总而来。
    错例：
        汇总.夜校培训.得分 = 88.00
    正例：
        汇总.夜校培训.得分 = 99.50
    """
    forms = {squeezed(form.project): form for form in book.forms if form.project}
    for summary in book.summaries:
        for row in summary.rows:
            form = forms.get(squeezed(row.project))
            if form is None or form.total_points is None or row.points is None:
                continue
            stated, total = row.points.number, form.total_points.number
            if stated is not None and total is not None and abs(stated - total) > CENT:
                yield CellFault(
                    row.points.cell,
                    f"“{row.project}”汇总表得分{row.points.text}，自评表"
                    f"（{form.sheet} {form.total_points.cell}）总分{form.total_points.text}",
                    f"{total:f}",
                    summary.sheet,
                )


@workbook_rule("SCR406", "all-forms-full", Severity.DOUBT)
def all_forms_full(book: Workbook) -> Iterator[CellFault]:
    """不应所有自评表都是满分。

    依据：复核时全部满分视为自评流于形式。三份以上才看。
    错例：
        总分.得分 = 100
        另表.总分.得分 = 100
        加表 = 企业走访
    正例：
        另表.总分.得分 = 99.50
    """
    totals = [form.total_points for form in book.forms if form.kind == "project"]
    if len(totals) >= 3 and all(t is not None and t.number == FULL for t in totals):
        first = book.forms[0]
        yield CellFault(
            first.total_points.cell if first.total_points else first.project_cell,
            f"{len(totals)}份自评表总分都是100分，请核对自评是否流于形式",
            sheet=first.sheet,
        )


@workbook_rule("SCR405", "project-without-form", Severity.DOUBT)
def project_without_form(book: Workbook) -> Iterator[CellFault]:
    """汇总表里的项目都有自评表，自评表都列入汇总表。

    依据：项目个数在汇总表与自评表之间应当相同。多数对得上时才查个别缺漏。
    错例：
        汇总.加行 = 企业走访
    正例：
        汇总.夜校培训.得分 = 99.50
    """
    for summary in book.summaries:
        loose_forms, loose_rows = _unmatched(book, summary)
        matched = len(summary.rows) - len(loose_rows)
        if matched < 2 or matched * 2 < len(summary.rows):
            continue
        forms = Names({squeezed(form.project): form for form in loose_forms})
        rows = Names({squeezed(row.project): row for row in loose_rows})
        for row in loose_rows:
            if forms.like(squeezed(row.project)) is None:
                yield CellFault(row.project_cell, f"“{row.project}”没有自评表", sheet=summary.sheet)
        for form in loose_forms:
            if form.kind == "project" and rows.like(squeezed(form.project)) is None:
                yield CellFault(
                    form.project_cell, f"“{form.project}”没有列入汇总表", sheet=form.sheet
                )
