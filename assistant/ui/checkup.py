"""体检：问题分三档，每条说清何处、写着什么、应是什么、怎么办。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.findings import Finding, Severity
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain, current_book, go, mark_seen, report_id
from assistant.workflow.books import Book
from assistant.workflow.drafting.sourcing import coverage_words
from assistant.workflow.review import Review, accept, review

_MISSING = "FCT902"
_WORDS = {
    Severity.MUST: ("必改", "仅凭报告本身就能断定的矛盾，不改不能导出。", "red"),
    Severity.DOUBT: ("存疑", "多半有误，或缺少应有的事实；请看一眼，不挡导出。", "orange"),
    Severity.HINT: ("提示", "体例和习惯。", "gray"),
}


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    if current_book(desk) is None:
        return
    found = review(desk, report_id())
    st.title("体检", anchor=False)
    _summary(found)
    for severity in Severity:
        _group(desk, severity, [f for f in found.open if f.severity is severity], found)
    _accepted(found)


def _summary(found: Review) -> None:
    coverage = found.result.coverage
    counts = {s: sum(f.severity is s for f in found.open) for s in Severity}
    for column, severity in zip(st.columns(3), Severity, strict=True):
        column.metric(severity.value, f"{counts[severity]} 条", border=True)
    st.progress(coverage.share, text=coverage_words(coverage))
    if found.blocking:
        st.error("有必改没有改，不能导出。每条都写明了应是多少，改正后回到这里再看。")
    elif missing := len(found.book.ledger.missing):
        st.info(
            f"没有必改，但还有 {missing} 项必填的没有提供，现在导出的只是样稿，缺的印作“〔待补〕”。"
            "先到“填写”或“材料”补齐。"
        )
    elif found.open:
        st.success("没有必改，可以导出。存疑和提示请看一眼，能补的补上。")
    else:
        st.success("没有查出问题，可以导出。")


def _group(desk: LocalDesk, severity: Severity, findings: list[Finding], found: Review) -> None:
    name, meaning, colour = _WORDS[severity]
    if not findings:
        return
    st.subheader(f":{colour}[{name}]　{len(findings)} 条", anchor=False)
    st.caption(meaning)
    if any(f.code == _MISSING for f in findings):
        _missing(found.book)
    for finding in findings:
        if finding.code != _MISSING:
            with st.container(border=True):
                _finding(desk, finding, found)


def _missing(book: Book) -> None:
    """还没有提供的事实，按该由谁提供分开列。"""
    offices: dict[str, list[str]] = {}
    for address in book.ledger.missing:
        field = book.outline.field(address)
        offices.setdefault(field.owner if field else "", []).append(book.ledger.label(address))
    with st.container(border=True):
        st.markdown(f"**还有 {len(book.ledger.missing)} 项事实没有提供**　:gray[{_MISSING}]")
        for office, labels in offices.items():
            st.markdown(f"{office}：{'、'.join(labels)}")
        if st.button("去填写", key="go-fill"):
            go("fill", book.report.id)


def _finding(desk: LocalDesk, finding: Finding, found: Review) -> None:
    st.markdown(f"{as_text(finding.fault.message)}　:gray[{finding.code}]")
    if finding.fault.where and finding.quote:
        st.caption(as_text(f"原文：“{finding.quote}”"))
    if finding.fault.suggestion:
        st.text(f"可改为：{finding.fault.suggestion}")
    with st.container(horizontal=True):
        if finding.section and st.button("看这一节", key=f"see-{finding.id}"):
            st.session_state["go-section"] = finding.section
            go("fill", report_id())
        fact = _culprit(finding, found)
        if fact and st.button("去台账改", key=f"mend-{finding.id}"):
            st.session_state["show-tab"] = "事实台账"
            st.session_state["show-fact"] = fact
            go("fill", report_id())
        if finding.waivable:
            _reason(desk, finding)


def _culprit(finding: Finding, found: Review) -> str:
    """该去改的那条事实的编号：矛盾里被核的一条，或文中这个数所据的头一条；没有为空。"""
    ledger = found.book.ledger
    for contradiction in ledger.contradictions:
        if f"{contradiction.label}{contradiction.stated}" == finding.fault.found:
            return next(iter(contradiction.facts), "")
    where = finding.fault.where
    inside = (
        place.key
        for place in found.laid.printed
        if where and place.span.start < where.end and where.start < place.span.end
    )
    figures = (ledger.figures[key] for key in inside if key in ledger.figures)
    return next((fact for figure in figures for fact in figure.facts), "")


def _reason(desk: LocalDesk, finding: Finding) -> None:
    with st.popover("我有理由"), st.form(f"form-{finding.id}", border=False):
        st.caption("写明理由后不再提，理由和您的姓名印入附表。")
        reason = st.text_input("理由", key=f"reason-{finding.id}").strip()
        pressed = st.form_submit_button("接受这一条", key=f"accept-{finding.id}")
        if pressed and not reason:
            st.caption(":red[请先写理由。]")
    if pressed and reason:
        _accept(desk, finding, reason)


def _accept(desk: LocalDesk, finding: Finding, reason: str) -> None:
    try:
        mark_seen(accept(desk, report_id(), finding.id, reason, author()).book)
    except JigaoError as error:
        complain(error)
    else:
        st.rerun()


def _accepted(found: Review) -> None:
    if found.accepted:
        with st.expander(f"已说明理由接受的 {len(found.accepted)} 条"):
            for finding in found.accepted:
                waiver = found.book.report.waivers[finding.id]
                st.text(f"{finding.code} {finding.name}：{waiver.reason}（{waiver.by}）")
