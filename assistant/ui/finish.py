"""成稿：看全文，导出 docx；有必改时说明为什么不能导出。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.manuscript import Grid, Heading, Paragraph
from assistant.ui.drafting.marks import marked, model_sentences
from assistant.ui.section_view import INDENT, grid_view, tinted
from assistant.ui.session import author, complain, current_book, go, mark_seen, report_id
from assistant.workflow.exporting import export
from assistant.workflow.review import Review, review

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    if current_book(desk) is None:
        return
    found = review(desk, report_id())
    st.title("成稿", anchor=False)
    if found.blocking:
        _refused(found)
    else:
        _export(desk, found)
    with st.container(border=True, key="paper"):
        _preview(found)


def _refused(found: Review) -> None:
    st.error(f"还有 {len(found.blocking)} 条必改没有改，不能导出。")
    for number, finding in enumerate(found.blocking, 1):
        st.text(f"{number}. {finding.fault.message}")
    if st.button("去体检页处理", type="primary"):
        go("checkup", report_id())


def _export(desk: LocalDesk, found: Review) -> None:
    doubts, gaps = len(found.open), len(found.book.ledger.missing)
    more = f"另有 {doubts} 条存疑或提示，建议看一眼。" if doubts else ""
    if gaps:
        st.warning(
            f"还有 {gaps} 项必填的没有提供，现在导出的只是样稿：文中印作“〔待补：…〕”，附表会列明。"
        )
    else:
        st.success(f"没有必改，可以导出。{more}")
    st.caption("文件里有正文、签字表和数据来源表：每个数从哪句话、哪个文件来，或由哪个算式得出。")
    current = (report_id(), found.book.report.seq)
    if st.button("生成 Word 文件", type="primary"):
        try:
            done = export(desk, report_id(), author())
        except JigaoError as error:
            complain(error)
            return
        mark_seen(done.review.book)
        current = (report_id(), done.review.book.report.seq)
        st.session_state["exported"] = (current, done.files)
    made, files = st.session_state.get("exported", (None, ()))
    if made == current:
        for name, content in files:
            st.download_button(f"下载 {name}", content, file_name=name, mime=_DOCX)


def _preview(found: Review) -> None:
    book, figures = found.book, found.book.ledger.figures
    written = [words for s in book.outline.sections for words in model_sentences(s, book)]
    if written:
        st.caption(
            ":gray-background[灰底]的句子是模型写的；导出的 Word 里不带底色，附表写明哪几节有。"
        )
    for part in found.manuscript.parts:
        match part:
            case Heading(level=level, line=line):
                st.markdown(f"{'#' * (level + 3)} {tinted(line, ())}")
            case Paragraph(line=line):
                st.markdown(INDENT + marked(line, figures, frozenset(written)))
            case Grid() as grid:
                grid_view(grid, figures)
