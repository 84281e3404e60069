"""起草：本节或全部叙述节，边写边看，可以停下；刷新、关掉页面都不停，回来接着看。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.outline import Section
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain
from assistant.workflow.books import Book
from assistant.workflow.drafting.narrating import Progress, narratives

_MARKS = {
    "等待": ":gray[:material/hourglass_empty:]",
    "写作中": ":blue[:material/edit:]",
    "写好": ":green[:material/check_circle:]",
    "未成": ":orange[:material/info:]",
}


def drafting_buttons(desk: LocalDesk, book: Book, section: Section) -> None:
    """起草的两个按钮；正在写的不用再点；没有接模型时只有一句话。"""
    if desk.model is None:
        st.caption("没有接模型：各节由大纲自带的文字写成，随事实更新，可以自己动手改。")
        return
    if desk.jobs.of(book.report.id) is not None:
        return
    able = narratives(book)
    with st.container(horizontal=True):
        if section in able and st.button("请模型写这一节", key="draft-one"):
            _start(desk, book, [section.id])
        if st.button(f"请模型写全部叙述节（{len(able)}）", key="draft-all"):
            _start(desk, book, [s.id for s in able])
    st.caption(f"{desk.model.name} 只看见名称，看不见数；它写的每句话都经守门核对，数由代码印。")


def _start(desk: LocalDesk, book: Book, sections: list[str], *, seen: bool = False) -> None:
    try:
        desk.jobs.forget(book.report.id)
        desk.jobs.start(book.report.id, sections, author(), seen=seen)
    except JigaoError as error:
        complain(error)
        return
    st.rerun()


def drafting_progress(desk: LocalDesk, book: Book) -> None:
    """正在写的、刚写完的；没有就什么也不画。"""
    report_id = book.report.id
    titles = {section.id: section.title for section in book.outline.sections}
    job = desk.jobs.of(report_id)
    if job is not None and not job.done:
        _running(desk, report_id, titles)
    elif job is not None:
        _finished(desk, report_id, titles, job.progress())


@st.fragment(run_every=0.4)
def _running(desk: LocalDesk, report_id: str, titles: dict[str, str]) -> None:
    job = desk.jobs.of(report_id)
    if job is None or job.done:
        st.rerun()
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**正在起草**，刷新、关掉页面都不停")
            if st.button("停下", key="draft-stop"):
                job.cancel()
        for one in job.progress():
            st.markdown(f"{_MARKS[one.state]} {titles.get(one.section, one.section)}　{one.state}")
            if one.state == "写作中" and one.text:
                st.caption(as_text(one.text[-400:]))


def _finished(
    desk: LocalDesk, report_id: str, titles: dict[str, str], progress: tuple[Progress, ...]
) -> None:
    held = [one.section for one in progress if one.held]
    with st.container(border=True):
        written = sum(one.state == "写好" for one in progress)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**起草完了**　写好 {written} 节，未成 {len(progress) - written} 节")
            if st.button("知道了", key="draft-seen"):
                desk.jobs.forget(report_id)
                st.rerun()
        for one in progress:
            _result(one, titles)
        if held and st.button("看过了，可以送出", key="draft-send"):
            desk.jobs.forget(report_id)
            desk.jobs.start(report_id, held, author(), seen=True)
            st.rerun()


def _result(one: Progress, titles: dict[str, str]) -> None:
    st.markdown(f"{_MARKS[one.state]} {titles.get(one.section, one.section)}　{one.state}")
    for note in one.notes:
        st.caption(as_text(note))
    if one.held:
        st.code(one.held[:2000], language=None, wrap_lines=True)
