"""材料：拖进文件，看读出了什么；两处不一致的点一下选定；没读懂的列出来；去年的问题逐条交代。"""

from collections.abc import Callable

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.ui.cards import proposal_cards
from assistant.ui.last_year import last_year
from assistant.ui.markup import as_text
from assistant.ui.materials_files import attached_files
from assistant.ui.session import author, current_book, mark_seen, notice_other_windows
from assistant.workflow.books import Book, open_book
from assistant.workflow.materials.materials import Attached, attach

_TYPES = "xlsx xls et docx doc wps pdf txt md html".split()


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    book = current_book(desk)
    if book is None:
        return
    notice_other_windows(book)
    st.title("材料", anchor=False)
    st.caption(
        "拖进决算公开表、预算批复、资产表、自评表、问卷、去年的报告。读出的数先请您确认，不会自己进报告。"
        "没有文件也能写：到“填写”页直接说。"
    )
    left, right = st.columns([4, 5], gap="medium")
    with left:
        _upload(desk, book)
        attached_files(desk, open_book(desk, book.report.id))
    with right:
        fresh = open_book(desk, book.report.id)
        proposal_cards(desk, fresh)
        last_year(desk, fresh)


def _upload(desk: LocalDesk, book: Book) -> None:
    round_number = st.session_state.setdefault("materials-round", 0)
    year = st.selectbox(
        "材料是哪一年的",
        [0, book.report.year, book.report.year - 1],
        format_func=lambda y: f"{y}年" if y else "以材料自己写的为准",
        key="materials-year",
        help="材料的表名、标题里写了年度的，以写的为准；没写的按这里选的读。",
    )
    files = st.file_uploader(
        "材料（可多选）",
        _TYPES,
        accept_multiple_files=True,
        key=f"materials-{round_number}",
        max_upload_size=100,
    )
    if files:
        with st.spinner("正在读 …"):
            done = [_attached(desk, book, f.name, f.getvalue(), int(year)) for f in files]
        st.session_state["materials-said"] = done
        st.session_state["materials-round"] = round_number + 1
        st.rerun()
    for kind, message in st.session_state.pop("materials-said", ()):
        _SAY[kind](as_text(message))


_SAY: dict[str, Callable[[str], object]] = {
    "success": st.success,
    "info": st.info,
    "warning": st.warning,
    "error": st.error,
}


def _attached(desk: LocalDesk, book: Book, name: str, content: bytes, year: int) -> tuple[str, str]:
    """附上一份；返回提示的种类和一句话。"""
    try:
        done = attach(desk, book.report.id, name, content, author(), year)
    except JigaoError as error:
        return "error", error.words
    mark_seen(done.book)
    return _said(done)


def _said(done: Attached) -> tuple[str, str]:
    if done.earlier:
        return "info", f"{done.name}：与以前附的“{done.earlier}”内容相同，没有再读。"
    parts = [f"{done.name}：提出 {len(done.proposed)} 项，请在右边确认"]
    parts += [f"{done.known} 项与已有的一致"] if done.known else []
    parts += [f"{done.passed} 个数本报告用不上"] if done.passed else []
    if done.foreign:
        return "warning", f"{done.name}：{done.foreign}"
    undated = done.material is not None and not done.material.found.year
    if undated and not done.proposed:
        return "warning", f"{done.name}：没有写明年度。请在上面选好是哪一年的，再拖进来一次。"
    return ("success" if done.proposed or done.known else "warning"), "；".join(parts) + "。"
