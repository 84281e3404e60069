"""事实台账：全部有效的和算出的数，连同来源；可改可撤。"""

from collections.abc import Sequence

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.facts import shown
from assistant.ui.cards import name_of
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.interview.confirming import correct, withdraw
from assistant.workflow.scoring.ripples import changeable, fact_ripple
from assistant.workflow.scoring.what_if import Change


def facts_table(desk: LocalDesk, book: Book) -> None:
    """台账表和修改处。"""
    confirmed = book.report.confirmed()
    if not confirmed:
        st.caption("还没有确认的事实。在左边报数、确认之后，这里逐项列出来源，可以改正、撤回。")
        return
    given = [
        {
            "名称": name_of(f, book),
            "值": shown(f.value)[:60],
            "来源": f.provenance.origin,
            "谁报的": f"{f.provenance.by} {f.provenance.at[:10]}".strip(),
        }
        for f in confirmed
    ]
    st.dataframe(given, hide_index=True, height=_tall(given, 8))
    computed = [
        {"名称": f.label, "值": str(f.quantity), "算式": f.formula}
        for f in book.ledger.figures.values()
        if f.formula
    ]
    if computed:
        st.caption("由系统算出（随事实变化，不能手改）")
        st.dataframe(computed, hide_index=True, height=_tall(computed, 6))
    _change(desk, book)


def _tall(rows: Sequence[object], most: int) -> int:
    """表高（像素）：表头加各行，最多 most 行，再多就滚动。"""
    return 38 + 35 * min(len(rows), most)


def _change(desk: LocalDesk, book: Book) -> None:
    facts = {f.id: f for f in book.report.confirmed()}
    wanted = st.session_state.get("show-fact", "")
    with st.expander("改正或撤回一项", expanded=wanted in facts):
        chosen = st.selectbox(
            "哪一项",
            list(facts),
            index=list(facts).index(wanted) if wanted in facts else 0,
            format_func=lambda i: f"{name_of(facts[i], book)}：{shown(facts[i].value)[:30]}",
        )
        value = st.text_input("应为", placeholder="如 12.50万元", key="fact-value")
        reason = st.text_input("理由", key="fact-reason")
        try:
            if value and chosen in {f.id for f in changeable(book)}:
                _ripple(fact_ripple(book, chosen, value))
            with st.container(horizontal=True):
                if st.button("改正"):
                    mark_seen(correct(desk, book.report.id, chosen, value, reason, author()))
                    st.rerun()
                if st.button("撤回"):
                    mark_seen(withdraw(desk, book.report.id, chosen, reason, author()))
                    st.rerun()
        except JigaoError as error:
            complain(error)


def _ripple(changes: Sequence[Change]) -> None:
    """改了会牵动哪些数，先看后改。"""
    if not changes:
        st.caption("改了不牵动别的数。")
        return
    st.caption(f"改了会牵动 {len(changes)} 个数：")
    st.dataframe(
        [{"名称": c.what, "现在": c.before, "改后": c.after} for c in changes], hide_index=True
    )
