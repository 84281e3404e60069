"""事实台账：全部有效的和算出的数，连同来源；可改可撤。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.facts import shown
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.interview.confirming import correct, withdraw


def facts_table(desk: LocalDesk, book: Book) -> None:
    """台账表和修改处。"""
    confirmed = book.report.confirmed()
    if not confirmed:
        st.caption("还没有确认的事实。")
        return
    given = [
        {
            "名称": book.ledger.label(f.key),
            "年度": f"{f.year}年",
            "值": shown(f.value)[:60],
            "来源": f.provenance.origin,
            "编号": f.id,
        }
        for f in confirmed
    ]
    st.dataframe(given, hide_index=True, height=260)
    computed = [
        {"名称": f.label, "值": str(f.quantity), "算式": f.formula}
        for f in book.ledger.figures.values()
        if f.formula
    ]
    if computed:
        st.caption("由系统算出（随事实变化，不能手改）")
        st.dataframe(computed, hide_index=True, height=200)
    _change(desk, book)


def _change(desk: LocalDesk, book: Book) -> None:
    facts = {f.id: f for f in book.report.confirmed()}
    with st.expander("改正或撤回一项"):
        chosen = st.selectbox(
            "哪一项",
            list(facts),
            format_func=lambda i: (
                f"{facts[i].year}年 {book.ledger.label(facts[i].key)}：{shown(facts[i].value)[:30]}"
            ),
        )
        value = st.text_input("应为", placeholder="如 12.50万元", key="fact-value")
        reason = st.text_input("理由", key="fact-reason")
        change, drop = st.columns(2)
        try:
            if change.button("改正", width="stretch", disabled=not (value and reason)):
                mark_seen(correct(desk, book.report.id, chosen, value, reason, author()))
                st.rerun()
            if drop.button("撤回", width="stretch", disabled=not reason):
                mark_seen(withdraw(desk, book.report.id, chosen, reason, author()))
                st.rerun()
        except JigaoError as error:
            complain(error)
