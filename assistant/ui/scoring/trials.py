"""试算：换基数、换口径并排看；改一个值，看牵动哪些数。"""

from collections.abc import Sequence

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.facts import shown
from assistant.domain.scheme import Scheme
from assistant.scoring.forms import ScoredForm
from assistant.ui.session import complain
from assistant.workflow.books import Book
from assistant.workflow.scoring.ripples import changeable, fact_ripple
from assistant.workflow.scoring.what_if import cells_to_change, ripple, trial_rows, trials

_USUAL = ("national-2020", "hebei-county", "jiangxi")


def trial_view(desk: LocalDesk, forms: Sequence[ScoredForm], index: int, scheme: Scheme) -> None:
    """画出试算。"""
    form = forms[index].form
    others = {each.id: each for each in desk.catalogue.schemes() if each.id != scheme.id}
    chosen = st.multiselect(
        "与哪些口径对照",
        list(others),
        default=[each for each in _USUAL if each in others],
        format_func=lambda each: others[each].title,
        key="trial-schemes",
    )
    st.dataframe(
        trial_rows(trials(form, scheme, [others[each] for each in chosen])), hide_index=True
    )
    st.caption("只试算，不改表。分值以表上印的为准，不因口径代为调整。")
    _ripple(forms, index)


def _ripple(forms: Sequence[ScoredForm], index: int) -> None:
    st.subheader("改一个值会牵动什么", anchor=False)
    cells = cells_to_change(forms[index].form)
    left, right = st.columns(2)
    cell = left.selectbox(
        "哪一格",
        list(cells),
        format_func=lambda each: f"{each}　{cells[each][0]}：{cells[each][1] or '空白'}",
        key="ripple-cell",
    )
    text = right.text_input("改成", key="ripple-text", placeholder="如 114 或 18场")
    if not text or cell is None:
        return
    changes = ripple(forms, index, cell, text)
    if not changes:
        st.caption("没有牵动别的数。")
        return
    st.dataframe(
        [{"牵动": each.what, "现在": each.before, "改后": each.after} for each in changes],
        hide_index=True,
    )


def fact_trial(book: Book) -> None:
    """改报告里的一个事实，看牵动哪些数字。"""
    facts = {fact.id: fact for fact in changeable(book)}
    if not facts:
        return
    st.subheader("改报告里的一个数会牵动什么", anchor=False)
    left, right = st.columns(2)
    chosen = left.selectbox(
        "哪一个数",
        list(facts),
        format_func=lambda i: (
            f"{facts[i].year}年 {book.ledger.label(facts[i].key)}：{shown(facts[i].value)}"
        ),
        key="fact-ripple",
    )
    text = right.text_input("改成", key="fact-ripple-text", placeholder="如 12.50")
    if not text or chosen is None:
        return
    try:
        changes = fact_ripple(book, chosen, text)
    except JigaoError as error:
        complain(error)
        return
    st.dataframe(
        [{"牵动": each.what, "现在": each.before, "改后": each.after} for each in changes],
        hide_index=True,
    )
