"""法规问答：每页旁边都能问，答的是库里的条款，没有就说没有。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.evidence import Answer
from assistant.ui.session import complain, report_id
from assistant.workflow.books import open_book
from assistant.workflow.consultation import ask


def regulation_panel(desk: LocalDesk) -> None:
    """侧栏里的问答。"""
    st.markdown("**法规问答**")
    with st.form("regulation", border=False, enter_to_submit=True):
        question = st.text_area("问题", placeholder="如：年中追加的钱算不算预算调整？", height=80)
        asked = st.form_submit_button("查依据", width="stretch")
    if asked and question.strip():
        try:
            st.session_state["answer"] = _ask(desk, question)
        except JigaoError as error:
            complain(error)
    if "answer" in st.session_state:
        show_answer(st.session_state["answer"])


def _ask(desk: LocalDesk, question: str) -> Answer:
    if not report_id():
        return ask(desk, question)
    report = open_book(desk, report_id()).report
    return ask(desk, question, year=report.year, locality=report.locality)


def show_answer(answer: Answer) -> None:
    """答复与所引条款。"""
    st.text(answer.answer)
    for citation in answer.citations:
        with st.container(border=True):
            st.markdown(f"**《{citation.source}》{citation.provision}**")
            st.text(citation.text)
            st.caption(
                "正式文本，逐字引用" if citation.verbatim else "要点，非原文；引用前请核对原文"
            )
