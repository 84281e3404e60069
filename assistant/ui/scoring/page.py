"""评分：上传自评表，看每一分怎样得来、哪里不对、改一个值会牵动什么。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.checks.forms.run import CheckedForm
from assistant.domain.errors import JigaoError
from assistant.domain.scheme import Scheme
from assistant.ui.scoring.charts import charts
from assistant.ui.scoring.department import department_view
from assistant.ui.scoring.files import KINDS, Source, attach_button, sources
from assistant.ui.scoring.findings import findings_view
from assistant.ui.scoring.form import form_view
from assistant.ui.scoring.output import downloads
from assistant.ui.scoring.trials import fact_trial, trial_view
from assistant.ui.session import complain, report_id
from assistant.workflow.books import Book, open_book
from assistant.workflow.scoring.views import overview, project_rows


def render(desk: LocalDesk) -> None:
    """画出本页。选了报告时，附在报告上的自评表也在内。"""
    st.title("评分", anchor=False)
    book = _book(desk)
    left, right = st.columns([3, 2], gap="large")
    with left:
        uploads = st.file_uploader(
            "自评表、汇总表（可多选）", KINDS, accept_multiple_files=True, key="score-files"
        )
    with right:
        scheme = _scheme(desk, book)
    given = [(upload.name, upload.getvalue()) for upload in uploads or []]
    found = sources(desk, book, given, scheme)
    if found:
        _show(desk, book, found, scheme)
        return
    st.info(
        "请上传项目支出绩效自评表、部门整体支出绩效自评表或项目汇总表，一个文件里有几份都行。"
        "每一分怎样得来、哪一格不对、换个口径会怎样，都在这里看。"
    )
    if book is not None:
        st.subheader("部门指标", anchor=False)
        department_view(desk, book)


def _book(desk: LocalDesk) -> Book | None:
    if not report_id():
        return None
    try:
        return open_book(desk, report_id())
    except JigaoError as error:
        complain(error)
        return None


def _scheme(desk: LocalDesk, book: Book | None) -> Scheme:
    schemes = {scheme.id: scheme for scheme in desk.catalogue.schemes()}
    locality = book.locality if book else desk.catalogue.locality(desk.settings.locality)
    chosen = st.selectbox(
        "评分方案",
        list(schemes),
        index=list(schemes).index(locality.scheme),
        format_func=lambda each: schemes[each].title,
        key="score-scheme",
    )
    scheme = schemes[chosen]
    mark = "" if scheme.verified else ":orange[依据待核，正式使用前请与本地通知核对。]　"
    st.caption(f"{mark}{scheme.basis}")
    return scheme


def _show(desk: LocalDesk, book: Book | None, found: list[Source], scheme: Scheme) -> None:
    if book is not None:
        attach_button(desk, book, [each for each in found if not each.attached])
    _metrics(found)
    forms = [form for each in found for form in each.checked.forms]
    names = ["问题", "项目一览", "指标得分", "试算", "失分与执行率", "写出"]
    tabs = st.tabs([*names, "部门指标"] if book else names)
    with tabs[0]:
        findings_view(found)
    with tabs[1]:
        st.dataframe(project_rows(forms), hide_index=True)
        _summaries(found)
    with tabs[2]:
        _points(desk, book, found, forms)
    with tabs[3]:
        _trials(desk, book, forms, scheme)
    with tabs[4]:
        charts(forms)
    with tabs[5]:
        downloads(desk, forms, book.report.bureau if book else "")
    if book is not None:
        with tabs[6]:
            department_view(desk, book)


def _metrics(found: list[Source]) -> None:
    seen = overview([each.checked for each in found])
    columns = st.columns(5)
    columns[0].metric("项目自评表", f"{seen.projects}份")
    columns[1].metric("平均得分", "—" if seen.mean is None else f"{seen.mean}分")
    columns[2].metric("最低得分", "—" if seen.minimum is None else f"{seen.minimum}分")
    grades = "，".join(f"{grade}{count}个" for grade, count in seen.grades.items())
    columns[3].metric("等级", grades or "—")
    columns[4].metric("必改 / 存疑", f"{seen.must} / {seen.doubt}处")


def _summaries(found: list[Source]) -> None:
    for summary in (summary.scored for each in found for summary in each.checked.summaries):
        st.markdown(
            f"**{summary.summary.sheet}**：{len(summary.rows)}个项目，"
            f"平均{summary.mean}分，按预算加权平均{summary.weighted or '—'}分"
        )


def _points(
    desk: LocalDesk, book: Book | None, found: list[Source], forms: list[CheckedForm]
) -> None:
    chosen = _choose(forms, "points")
    if chosen is not None:
        source = next(each for each in found if chosen in each.checked.forms)
        form_view(desk, book, source, chosen)


def _trials(desk: LocalDesk, book: Book | None, forms: list[CheckedForm], scheme: Scheme) -> None:
    chosen = _choose(forms, "trials")
    if chosen is not None:
        trial_view(desk, [form.scored for form in forms], forms.index(chosen), scheme)
    if book is not None:
        fact_trial(book)


def _choose(forms: list[CheckedForm], key: str) -> CheckedForm | None:
    if not forms:
        st.caption("还没有自评表。")
        return None
    index = st.selectbox(
        "哪一份",
        range(len(forms)),
        format_func=lambda i: f"{forms[i].scored.form.sheet}　{forms[i].scored.form.project}",
        key=f"score-form-{key}",
    )
    return forms[index]
