"""一份自评表：指标表，点开看算式，准许时由人打分、记佐证。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.checks.forms.run import CheckedForm
from assistant.scoring.exhibits import proofs
from assistant.scoring.forms import ScoredForm
from assistant.ui.scoring.by_hand import by_hand
from assistant.ui.scoring.files import Source
from assistant.workflow.books import Book
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
    by_hand(desk, book if source.attached else None, file, scored, one)


def _execution(scored: ScoredForm) -> None:
    total = "缺项，不能合计" if scored.total is None else f"{scored.total}分，{scored.grade}"
    st.markdown(f"**{scored.form.project}**　应得 **{total}**")
    if scored.execution is not None:
        st.caption(f"预算执行率得分：{scored.execution.formula}")
    for note in scored.notes:
        st.caption(note)
    if scored.gap > 5:
        st.warning(f"指标得分率高于执行得分率{scored.gap}%，超过5%：钱花得少而结果近满分，须说明。")
