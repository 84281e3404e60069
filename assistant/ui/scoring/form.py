"""一份自评表：指标表，点开看算式，准许时由人打分并写理由。"""

from decimal import Decimal

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.checks.forms.run import CheckedForm
from assistant.domain.errors import JigaoError
from assistant.scoring.entries import fault_of_entry, open_to_hand
from assistant.scoring.exhibits import proofs
from assistant.scoring.forms import Entry, ScoredForm, ScoredIndicator
from assistant.ui.scoring.files import Source
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.scoring.report import enter_points
from assistant.workflow.scoring.views import formula_of, indicator_rows


def form_view(desk: LocalDesk, book: Book | None, source: Source, checked: CheckedForm) -> None:
    """画出一份表。"""
    file = source.sha256
    scored = checked.scored
    _execution(scored)
    st.dataframe(indicator_rows(scored, proofs([scored.form])), hide_index=True)
    if not scored.indicators:
        return
    chosen = st.selectbox(
        "看哪一项的算式",
        range(len(scored.indicators)),
        format_func=lambda i: scored.indicators[i].row.name,
        key=f"formula-{scored.form.sheet}-{file[:12]}",
    )
    one = scored.indicators[chosen]
    st.info(formula_of(one, scored), icon=":material/calculate:")
    _entry(desk, book if source.attached else None, file, scored, one)


def _execution(scored: ScoredForm) -> None:
    total = "缺项，不能合计" if scored.total is None else f"{scored.total}分，{scored.grade}"
    st.markdown(f"**{scored.form.project}**　应得 **{total}**")
    if scored.execution is not None:
        st.caption(f"预算执行率得分：{scored.execution.formula}")
    for note in scored.notes:
        st.caption(note)
    if scored.gap > 5:
        st.warning(f"指标得分率高于执行得分率{scored.gap}%，超过5%：钱花得少而结果近满分，须说明。")


def _entry(
    desk: LocalDesk, book: Book | None, file: str, scored: ScoredForm, one: ScoredIndicator
) -> None:
    """人打分。自动分、表上分、人打的分各自保留。"""
    if one.row.points is None or one.weight is None or not open_to_hand(one, scored.scheme):
        st.caption("这一项按口径自动计分，不由人改。")
        return
    at = (file, scored.form.sheet, one.row.points.cell)
    with st.form(f"entry-{'-'.join(at)}", border=True):
        left, right = st.columns([1, 3])
        start = one.counted if one.counted is not None else Decimal(0)
        points = left.number_input(
            "人工打分", 0.0, float(one.weight), float(start), 0.01, "%.2f", key=f"points-{at}"
        )
        said = one.entry.reason if one.entry else ""
        reason = right.text_input("理由", value=said, key=f"reason-{at}")
        if st.form_submit_button("记下"):
            _keep(desk, book, at, scored, one, Decimal(f"{points:.2f}"), reason)


def _keep(
    desk: LocalDesk,
    book: Book | None,
    at: tuple[str, str, str],
    scored: ScoredForm,
    one: ScoredIndicator,
    points: Decimal,
    reason: str,
) -> None:
    """有报告的记进报告，没有的记在本会话。"""
    fault = fault_of_entry(one, points, reason, scored.scheme)
    if fault is not None:
        st.error(fault)
        return
    if book is None:
        st.session_state.setdefault("score-entries", {})[at] = Entry(points, reason)
    else:
        try:
            mark_seen(enter_points(desk, book.report.id, at, points, reason, author()))
        except JigaoError as error:
            complain(error)
            return
    st.rerun()
