"""会话：报告编号在网址里，姓名在会话里；刷新不丢报告。"""

from typing import NoReturn

import streamlit as st

from assistant.domain.errors import JigaoError
from assistant.workflow.books import Book, open_book
from assistant.workflow.desk import Desk


def report_id() -> str:
    """网址里的报告编号；没有为空。"""
    return str(st.query_params.get("report", ""))


def author() -> str:
    """当前经办人的姓名。"""
    return str(st.session_state.get("author") or "经办人").strip() or "经办人"


def current_book(desk: Desk) -> Book | None:
    """打开网址所指的报告；没有选报告时说明去哪里选。"""
    if not report_id():
        st.info("还没有选报告。请先到“我的报告”新建一份，或打开一份。")
        if st.button("去我的报告", type="primary"):
            go("home")
        return None
    try:
        return open_book(desk, report_id())
    except JigaoError as error:
        complain(error)
        return None


def complain(error: JigaoError) -> None:
    """把差错说成一句话：哪里、怎么办。"""
    st.error(error.words)


def go(path: str, report: str = "") -> NoReturn:
    """去另一页，带着报告编号（有的话）。"""
    query = {"report": report} if report else {}
    st.switch_page(st.session_state["pages"][path], query_params=query)


def notice_other_windows(book: Book) -> None:
    """这份报告在别处动过：说一声，页面上已是最新内容。"""
    key = f"seen-{book.report.id}"
    seen = st.session_state.get(key)
    if seen is not None and book.report.seq > seen:
        st.toast("这份报告刚在另一个窗口改过，这里已显示最新内容。")
    st.session_state[key] = book.report.seq


def mark_seen(book: Book) -> None:
    """本窗口自己写的不算别处动过。"""
    st.session_state[f"seen-{book.report.id}"] = book.report.seq
