"""人在一项指标上写的：准许时打的分和理由；佐证材料。有报告的记进报告，没有的记在本会话。"""

from decimal import Decimal

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.scoring.entries import fault_of_entry, open_to_hand
from assistant.scoring.forms import Entry, ScoredForm, ScoredIndicator
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.scoring.report import enter_points, note_evidence

At = tuple[str, str, str]


def by_hand(
    desk: LocalDesk, book: Book | None, file: str, scored: ScoredForm, one: ScoredIndicator
) -> None:
    """画出打分和佐证两栏。"""
    if one.row.points is None:
        return
    at = (file, scored.form.sheet, one.row.points.cell)
    left, right = st.columns(2, gap="medium")
    with left:
        _points(desk, book, at, scored, one)
    with right:
        _evidence(desk, book, at, one)


def _points(
    desk: LocalDesk, book: Book | None, at: At, scored: ScoredForm, one: ScoredIndicator
) -> None:
    """人打分。自动分、表上分、人打的分各自保留。"""
    if one.weight is None or not open_to_hand(one, scored.scheme):
        st.caption("这一项按口径自动计分，不由人改。")
        return
    with st.form(f"entry-{'-'.join(at)}", border=True):
        start = one.counted if one.counted is not None else Decimal(0)
        points = st.number_input(
            "人工打分", 0.0, float(one.weight), float(start), 0.01, "%.2f", key=f"points-{at}"
        )
        said = one.entry.reason if one.entry else ""
        reason = st.text_input("理由", value=said, key=f"reason-{at}")
        if st.form_submit_button("记下"):
            _keep_points(desk, book, at, scored, one, Decimal(f"{points:.2f}"), reason)


def _keep_points(
    desk: LocalDesk,
    book: Book | None,
    at: At,
    scored: ScoredForm,
    one: ScoredIndicator,
    points: Decimal,
    reason: str,
) -> None:
    fault = fault_of_entry(one, points, reason, scored.scheme)
    if fault is not None:
        st.error(fault)
        return
    if book is None:
        kept = _session()
        kept[at] = kept.get(at, Entry(None))._replace(points=points, reason=reason)
    else:
        try:
            mark_seen(enter_points(desk, book.report.id, at, points, reason, author()))
        except JigaoError as error:
            complain(error)
            return
    st.rerun()


def _evidence(desk: LocalDesk, book: Book | None, at: At, one: ScoredIndicator) -> None:
    """佐证材料：进“佐证材料目录”，没有的列在目录后面。"""
    said = one.row.evidence.text if one.row.evidence and not one.row.evidence.blank else ""
    with st.form(f"proof-{'-'.join(at)}", border=True):
        text = st.text_area(
            "佐证材料（文件名和页码，几份用分号隔开）",
            value=said,
            key=f"proof-{at}",
            height=122,
            placeholder="如：培训签到表.pdf 第3-5页；验收单.docx",
        )
        if st.form_submit_button("记下佐证"):
            if book is None:
                kept = _session()
                kept[at] = kept.get(at, Entry(None))._replace(evidence=text.strip())
            else:
                mark_seen(note_evidence(desk, book.report.id, at, text, author()))
            st.rerun()


def _session() -> dict[At, Entry]:
    entries: dict[At, Entry] = st.session_state.setdefault("score-entries", {})
    return entries
