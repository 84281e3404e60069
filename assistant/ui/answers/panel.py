"""法规问答：每页旁边都能问，能追问；答的是库里的条款，没有就说没有。"""

import re

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.evidence import Answer, Citation
from assistant.ui.answers.inserting import SAID, write_into_report
from assistant.ui.answers.provision import open_provision
from assistant.ui.markup import as_text
from assistant.ui.session import complain, report_id
from assistant.workflow.answers.in_report import ask_in
from assistant.workflow.books import open_book
from assistant.workflow.consultation import ask

_LONG = 140
_REMEMBERED = 6


def regulation_panel(desk: LocalDesk) -> None:
    """侧栏里的问答。"""
    st.markdown("**法规问答**")
    with st.form("regulation", border=False, clear_on_submit=True):
        question = st.text_area("问题", placeholder="如：年中追加的钱算不算预算调整？", height=80)
        asked = st.form_submit_button("查依据", width="stretch")
    if asked and question.strip():
        _ask(desk, question.strip())
    if said := st.session_state.pop(SAID, ""):
        st.success(as_text(said))
    answers: list[Answer] = st.session_state.get("answers", [])
    if answers:
        show_answer(desk, answers[-1])
        _earlier(answers)


def _ask(desk: LocalDesk, question: str) -> None:
    answers: list[Answer] = st.session_state.setdefault("answers", [])
    history = tuple(answer.question for answer in answers)
    try:
        if report_id():
            answer = ask_in(desk, open_book(desk, report_id()), question, history)
        else:
            answer = ask(desk, question, history=history)
    except JigaoError as error:
        complain(error)
    else:
        st.session_state["answers"] = [*answers, answer][-_REMEMBERED:]
        if answer.notice:
            desk.evidence.prepare()


def _earlier(answers: list[Answer]) -> None:
    """前几问：接着问“那它呢”时靠它们认出说的是什么。"""
    st.caption("可以接着追问，如“那乡镇呢”。")
    if len(answers) > 1:
        with st.expander(f"前面问过 {len(answers) - 1} 问"):
            for answer in reversed(answers[:-1]):
                st.text(_echo(answer.question))
    if st.button("另起一个话题", width="stretch"):
        st.session_state["answers"] = []
        st.rerun()


def _echo(question: str) -> str:
    """问的话，太长的只印开头。"""
    return question if len(question) <= _LONG else f"{question[:_LONG]}……（共{len(question)}字）"


def show_answer(desk: LocalDesk, answer: Answer) -> None:
    """一个答复：问的话，短句或条款，各条能点开、能写入报告。"""
    st.markdown(f":gray[问]　{as_text(_echo(answer.question))}")
    if answer.notice:
        st.caption(as_text(answer.notice))
    if not answer.answered:
        st.info(as_text(answer.answer.partition("\n")[0]))
    for sentence in answer.sentences:
        place = next(c.place for c in answer.citations if c.passage == sentence.passage)
        st.markdown(f"{as_text(sentence.text)}　:gray[{place}]")
    cited = answer.citations or answer.nearest
    if answer.nearest:
        st.caption("最接近的几条，是否适用请自己判断：")
    for number, citation in enumerate(cited):
        _citation(desk, answer, citation, number)
    for lead in answer.leads[:3]:
        with st.container(border=True):
            st.markdown(f"**{as_text(lead.source)}**　:orange-badge[待核的线索]")
            st.markdown(as_text(lead.text))


def _citation(desk: LocalDesk, answer: Answer, citation: Citation, number: int) -> None:
    with st.container(border=True):
        badge = ":green-badge[原文]" if citation.verbatim else ":orange-badge[要点，非原文]"
        st.markdown(f"**{as_text(citation.place)}**　{badge}")
        st.markdown(marked(_shortened(citation), citation.words))
        st.caption(as_text(_force(answer, citation)))
        left, right = st.columns(2)
        if left.button("看全条", key=f"open-{number}", width="stretch"):
            open_provision(desk, citation)
        if report_id() and right.button("写入报告", key=f"write-{number}", width="stretch"):
            write_into_report(desk, citation, answer)


def _shortened(citation: Citation) -> str:
    """侧栏里放得下的一段：有引文的看引文，太长的取对得上的一款。"""
    if citation.quote:
        return citation.quote
    rows = citation.text.split("\n")
    best = max(rows, key=lambda row: sum(word in row for word in citation.words))
    text = citation.text if len(citation.text) <= _LONG else best
    return text if len(text) <= _LONG * 2 else f"{text[: _LONG * 2]}……"


def marked(text: str, words: tuple[str, ...]) -> str:
    """标出对得上的词；长的词先标，不重叠。"""
    longest = sorted({word for word in words if word}, key=len, reverse=True)
    if not longest:
        return as_text(text)
    pieces = re.split(f"({'|'.join(map(re.escape, longest))})", text)
    return "".join(
        f":orange-background[{as_text(piece)}]" if n % 2 else as_text(piece)
        for n, piece in enumerate(pieces)
    )


def _force(answer: Answer, citation: Citation) -> str:
    """当时有效：哪天起施行，在哪一天还有效。"""
    start = f"{citation.effective_from} 起施行" if citation.effective_from else "施行日期不明"
    end = f"，{citation.effective_to} 止" if citation.effective_to else ""
    return f"{start}{end}；{answer.on} 有效" if answer.on else f"{start}{end}"
