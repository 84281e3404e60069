"""只帮我查查：拖进一份写好的报告，几秒钟看到问题；不用登录，不用模型，文件不出本机。"""

from html import escape

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.findings import Severity, Waiver
from assistant.ui.plain import plain
from assistant.workflow.checking.certifying import accept
from assistant.workflow.checking.false_alarms import report_false_alarm
from assistant.workflow.checking.handing_over import papers
from assistant.workflow.checking.inspecting import Upload
from assistant.workflow.checking.quick_check import QuickCheck, Shown, quick_check

_TYPES = "docx doc wps pdf xlsx xls et txt md html png jpg jpeg".split()
_ABOUT = {
    Severity.MUST: ("必改", "red", "仅凭报告本身就能断定的矛盾。"),
    Severity.DOUBT: ("存疑", "orange", "多半有误，或缺少应有的事实，请看一眼。"),
    Severity.HINT: ("提示", "gray", "体例和习惯。"),
}
_STYLES = {
    "": "",
    "figure": "background:#fff1b8;color:#000",
    "fault": "background:#ffccc7;color:#000;font-weight:600",
}


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    st.title("只帮我查查", anchor=False)
    st.caption(
        "拖进一份写好的报告，数字由代码逐个核对。不用登录，不用模型，文件不出本机。"
        "收 Word、WPS、PDF、Excel、网页和文本，每份不超过 100 MB；图片、扫描件要另装识别组件。"
    )
    file = st.file_uploader("要查的文件", type=_TYPES, max_upload_size=100)
    locality, year = _choices(desk)
    if file is None:
        return
    try:
        with st.spinner(f"正在查 {plain(file.name)} …"):
            checked = _checked(desk, file.name, file.getvalue(), locality, year)
    except JigaoError as error:
        st.error(plain(error.words))
        return
    _results(desk, checked)


def _choices(desk: LocalDesk) -> tuple[str, int | None]:
    known = {each.id: each.title for each in desk.catalogue.localities()}
    own = desk.settings.locality if desk.settings.locality in known else next(iter(known))
    left, right = st.columns(2)
    locality = left.selectbox(
        "地区口径", list(known), index=list(known).index(own), format_func=known.__getitem__
    )
    year = right.number_input(
        "报告年度（可不填，由文中认出）", 2000, 2100, value=None, placeholder="如 2023"
    )
    return locality, year


@st.cache_data(show_spinner=False, max_entries=16)
def _checked(
    _desk: LocalDesk, name: str, content: bytes, locality: str, year: int | None
) -> QuickCheck:
    """同一份文件翻看时不重查。"""
    return quick_check(_desk, Upload(name, content), locality, year)


def _results(desk: LocalDesk, checked: QuickCheck) -> None:
    counts = {severity: len(checked.of(severity)) for severity in Severity}
    for column, severity in zip(st.columns(3), Severity, strict=True):
        column.metric(severity.value, f"{counts[severity]} 处")
    _coverage(checked)
    for note in checked.result.document.notes:
        st.warning(plain(note))
    accepted = _accepted(checked)
    _downloads(desk, checked, accepted)
    if not checked.shown:
        st.success("没有查出问题。查不到的不等于没有，请看上面没有着落的数。")
    for severity in Severity:
        _group(desk, checked, severity)


def _coverage(checked: QuickCheck) -> None:
    c = checked.result.coverage
    st.progress(
        c.share,
        f"共 {c.figures} 个数：验算 {c.verified}，有出处 {c.sourced}，无从核对 {c.unchecked}",
    )
    if checked.unchecked:
        with st.expander(f"无从核对的 {len(checked.unchecked)} 个数，请人工看一遍"):
            st.dataframe(
                [{"数": u.text, "位置": u.place, "上下文": u.around} for u in checked.unchecked],
                width="stretch",
            )


def _group(desk: LocalDesk, checked: QuickCheck, severity: Severity) -> None:
    name, colour, meaning = _ABOUT[severity]
    found = checked.of(severity)
    if not found:
        return
    st.subheader(f":{colour}[{name}]　{len(found)} 处", anchor=False)
    st.caption(meaning)
    for each in found:
        with st.expander(f"**{plain(each.place)}**　{plain(each.finding.fault.message)}"):
            _detail(each)
            _answers(desk, checked, each)


def _detail(each: Shown) -> None:
    fault = each.finding.fault
    if each.sentence:
        st.html(_sentence(each))
    lines = [f"验算：{found.line}" for found in each.sums]
    lines += [f"错因：{fault.cause}"] if fault.cause else []
    lines += [f"应为：{fault.expected}"] if fault.expected else []
    lines += [f"可改为：{fault.suggestion}"] if fault.suggestion else []
    if lines:
        st.text("\n".join(lines))
    st.caption(plain(f"{each.finding.code} {each.finding.name}"))


def _sentence(each: Shown) -> str:
    parts = [
        f'<span style="{_STYLES[mark.kind]}">{escape(mark.text)}</span>' for mark in each.sentence
    ]
    return f'<p style="white-space:pre-wrap;line-height:1.8">{"".join(parts)}</p>'


def _answers(desk: LocalDesk, checked: QuickCheck, each: Shown) -> None:
    left, right, _ = st.columns((1, 1, 3))
    finding = each.finding
    with left.popover("报错了？"):
        reason = st.text_input("为什么是误报", key=f"why-{finding.id}")
        if st.button("登记误报", key=f"alarm-{finding.id}", disabled=not reason):
            content = checked.upload.content
            report_false_alarm(desk, checked.result, content, finding.id, reason, _author())
            st.toast("已登记，会成为规则的回归用例。")
    waived = st.session_state.get("waivers", {}).get(finding.id)
    if waived:
        right.caption(plain(f"已接受：{waived.reason}"))
    elif finding.waivable:
        with right.popover("接受并说明"):
            reason = st.text_input("理由（印入核查证明）", key=f"accept-why-{finding.id}")
            if st.button("接受这一条", key=f"accept-{finding.id}", disabled=not reason):
                waiver = accept(finding, reason, _author(), desk.clock.now())
                st.session_state.setdefault("waivers", {})[finding.id] = waiver
                st.rerun()


def _author() -> str:
    return str(st.session_state.get("author") or "经办人").strip() or "经办人"


def _accepted(checked: QuickCheck) -> list[Waiver]:
    known = {each.finding.id for each in checked.shown}
    return [w for w in st.session_state.get("waivers", {}).values() if w.finding in known]


def _downloads(desk: LocalDesk, checked: QuickCheck, accepted: list[Waiver]) -> None:
    found = papers(desk, checked.checked(accepted))
    columns = st.columns(4)
    for column, paper in zip(columns, found, strict=False):
        column.download_button(
            paper.label, paper.make, paper.title, on_click="ignore", width="stretch"
        )
    if len(found) < len(columns):
        columns[-1].caption("只有 docx 能加批注，这种格式请看问题清单。")
