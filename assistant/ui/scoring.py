"""评分：上传自评表，看每一分怎样得来、哪里不对、改一个值会牵动什么。"""

import hashlib

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.checks.forms.run import CheckedForm, CheckedWorkbook
from assistant.domain.errors import JigaoError
from assistant.domain.scheme import Scheme
from assistant.scoring.forms import Entry
from assistant.ui.scoring_charts import charts
from assistant.ui.scoring_form import form_view
from assistant.ui.scoring_output import downloads
from assistant.ui.scoring_trials import trial_view
from assistant.workflow.score_views import (
    all_forms,
    finding_rows,
    overview,
    project_rows,
    unread_rows,
)
from assistant.workflow.scoring import score_file

KINDS = ["xlsx", "xlsm", "xls", "et", "docx"]


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    st.title("评分", anchor=False)
    left, right = st.columns([3, 2], gap="large", vertical_alignment="bottom")
    with left:
        uploads = st.file_uploader(
            "自评表、汇总表（可多选）", KINDS, accept_multiple_files=True, key="score-files"
        )
    with right:
        scheme = _scheme(desk)
    books = [
        book
        for upload in uploads or []
        if (book := _scored(desk, upload.name, upload.getvalue(), scheme)) is not None
    ]
    if not books:
        st.info("请上传项目支出绩效自评表、部门整体支出绩效自评表或项目汇总表。")
        return
    _show(desk, books, scheme)


def _scheme(desk: LocalDesk) -> Scheme:
    schemes = {scheme.id: scheme for scheme in desk.catalogue.schemes()}
    own = desk.catalogue.locality(desk.settings.locality).scheme
    chosen = st.selectbox(
        "评分方案",
        list(schemes),
        index=list(schemes).index(own),
        format_func=lambda each: schemes[each].title,
        key="score-scheme",
    )
    scheme = schemes[chosen]
    mark = "" if scheme.verified else ":orange[依据待核，正式使用前请与本地通知核对。]　"
    st.caption(f"{mark}{scheme.basis}")
    return scheme


def entries_of(name: str, sheet: str) -> dict[str, Entry]:
    """本会话里为某张表人打的分，按得分格。"""
    kept: dict[tuple[str, str, str], Entry] = st.session_state.setdefault("score-entries", {})
    return {cell: entry for (file, at, cell), entry in kept.items() if (file, at) == (name, sheet)}


def _scored(desk: LocalDesk, name: str, content: bytes, scheme: Scheme) -> CheckedWorkbook | None:
    memo: dict[tuple[str, ...], CheckedWorkbook] = st.session_state.setdefault("score-memo", {})
    entered = str(sorted(st.session_state.get("score-entries", {}).items(), key=str))
    key = (hashlib.sha256(content).hexdigest(), name, scheme.id, entered)
    if key not in memo:
        try:
            memo[key] = score_file(
                desk, name, content, scheme, lambda sheet: entries_of(name, sheet)
            )
        except JigaoError as error:
            st.error(f"{error.where}。{error.todo}")
            return None
    return memo[key]


def _show(desk: LocalDesk, books: list[CheckedWorkbook], scheme: Scheme) -> None:
    _metrics(books)
    forms = all_forms(books)
    names = ["问题", "项目一览", "指标得分", "试算", "失分与执行率", "写出"]
    found, projects, points, trials, pictures, output = st.tabs(names)
    with found:
        _findings(books)
    with projects:
        st.dataframe(project_rows(forms), hide_index=True)
        _summaries(books)
    with points:
        chosen = _choose(forms, "points")
        if chosen is not None:
            form_view(_file_of(books, chosen), chosen)
    with trials:
        chosen = _choose(forms, "trials")
        if chosen is not None:
            trial_view(desk, [form.scored for form in forms], forms.index(chosen), scheme)
    with pictures:
        charts(forms)
    with output:
        downloads(desk, forms)


def _metrics(books: list[CheckedWorkbook]) -> None:
    seen = overview(books)
    columns = st.columns(5)
    columns[0].metric("项目自评表", f"{seen.projects}份")
    columns[1].metric("平均得分", "—" if seen.mean is None else f"{seen.mean}分")
    columns[2].metric("最低得分", "—" if seen.minimum is None else f"{seen.minimum}分")
    grades = "，".join(f"{grade}{count}个" for grade, count in seen.grades.items())
    columns[3].metric("等级", grades or "—")
    columns[4].metric("必改 / 存疑", f"{seen.must} / {seen.doubt}处")


def _findings(books: list[CheckedWorkbook]) -> None:
    rows = finding_rows(books)
    if rows:
        st.dataframe(rows, hide_index=True)
    else:
        st.success("没有发现问题。")
    if unread := unread_rows(books):
        st.subheader("没有读懂的地方", anchor=False)
        st.caption("这些格没有猜，也没有计分；请在原表改好后重新上传。")
        st.dataframe(unread, hide_index=True)


def _summaries(books: list[CheckedWorkbook]) -> None:
    for book in books:
        for summary in book.summaries:
            counted = summary.scored
            st.markdown(
                f"**{counted.summary.sheet}**：{len(counted.rows)}个项目，"
                f"平均{counted.mean}分，按预算加权平均{counted.weighted or '—'}分"
            )


def _choose(forms: list[CheckedForm], key: str) -> CheckedForm | None:
    if not forms:
        st.info("没有自评表，只有汇总表。")
        return None
    index = st.selectbox(
        "哪一份",
        range(len(forms)),
        format_func=lambda i: f"{forms[i].scored.form.sheet}　{forms[i].scored.form.project}",
        key=f"score-form-{key}",
    )
    return forms[index]


def _file_of(books: list[CheckedWorkbook], form: CheckedForm) -> str:
    return next(book.book.name for book in books if form in book.forms)
