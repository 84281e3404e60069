"""一条的全貌：原文和要点分开看，什么时候有效，别的版本怎么写，官方网址。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.evidence import Citation, Passage
from assistant.ui.library.reading import dates, official_link
from assistant.ui.markup import as_text
from assistant.ui.session import report_id


@st.dialog("条款", width="large")
def open_provision(desk: LocalDesk, citation: Citation) -> None:
    """打开一条。"""
    shelf = desk.library.shelf()
    here = shelf.passage(citation.passage)
    if here is None:
        st.info("资料库里已经没有这一条了，请重新查一次。")
        return
    st.subheader(citation.place, anchor=False)
    same = (shelf.passage(f"{s.id}#{here.provision}") for s in shelf.named(here.source.title))
    others = [p for p in same if p and p.id != here.id]
    for passage in (here, *sorted(others, key=_newest_first)):
        _version(passage)
    _links(here)


def _newest_first(passage: Passage) -> tuple[str, bool]:
    return str(passage.source.effective_to or "9999"), passage.source.verbatim


def _version(passage: Passage) -> None:
    source = passage.source
    with st.container(border=True):
        badge = ":green-badge[原文]" if source.verbatim else ":orange-badge[要点，非原文]"
        st.markdown(f"{badge}　{as_text(dates(source))}　:gray[{as_text(source.document_number)}]")
        if passage.heading:
            st.caption(as_text(passage.heading))
        st.markdown(as_text(passage.text))


def _links(passage: Passage) -> None:
    source = passage.source
    query = {"source": source.id, "provision": passage.provision}
    if report_id():
        query["report"] = report_id()
    left, right = st.columns(2)
    with left:
        pages = st.session_state["pages"]
        st.page_link(
            pages["library"],
            label="在资料库里看全文",
            icon=":material/library_books:",
            query_params=query,
        )
    with right:
        official_link(source)
