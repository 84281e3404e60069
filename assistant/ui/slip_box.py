"""交办单：按股室写出还缺的各项，收回来读成待确认的事实。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.slips import slip_file, slips, take_back

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def slip_box(desk: LocalDesk, book: Book) -> None:
    """各股室一张表，点一下下载；填好的拖回来。"""
    waiting = slips(book)
    with st.expander("交办单：请各股室填还缺的"):
        st.caption("一个股室一张表，发给他们填好，再拖回下面；填了的数先请您确认。")
        with st.container(horizontal=True):
            for office, items in waiting.items():
                name, content = slip_file(book, office, desk.sheets)
                st.download_button(
                    f"{office}　{len(items)} 项", content, name, _XLSX, on_click="ignore"
                )
        if not waiting:
            st.caption("必填的都有了，没有要交办的。")
        _returned(desk, book)


def _returned(desk: LocalDesk, book: Book) -> None:
    turn = st.session_state.setdefault("slip-round", 0)
    file = st.file_uploader("收回的交办单", ["xlsx", "xls", "et"], key=f"slip-{turn}")
    for message in st.session_state.pop("slip-said", ()):
        st.info(message)
    if file is None:
        return
    try:
        taken = take_back(desk, book.report.id, file.name, file.getvalue(), author())
    except JigaoError as error:
        complain(error)
        return
    mark_seen(taken.book)
    said = [f"{file.name}：提出 {len(taken.proposed)} 项，请在左边确认。"]
    said += [f"没有收“{each.quote}”：{each.why}" for each in taken.rejected]
    st.session_state["slip-said"] = said
    st.session_state["slip-round"] = turn + 1
    st.rerun()
