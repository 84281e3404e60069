"""只帮我查查：拖进一份写好的报告，几秒钟看到问题；不用登录，不用模型，文件不出本机。"""

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.findings import Severity, Waiver
from assistant.ui.plain import plain
from assistant.workflow.checking.certifying import accept
from assistant.workflow.checking.false_alarms import report_false_alarm
from assistant.workflow.checking.handing_over import papers
from assistant.workflow.checking.inspecting import Upload
from assistant.workflow.checking.quick_check import QuickCheck, Shown, quick_check

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
    """画出本页。不限文件的类型：读不了的由一句话说明缘由，不只是变红。"""
    st.title("只帮我查查", anchor=False)
    st.caption(
        "拖进写好的报告，一份几份都行，数字由代码逐个核对。不用登录，不用模型，文件不出本机。"
        "收 Word、WPS、PDF、Excel、网页和文本，每份不超过 100 MB；图片、扫描件要另装识别组件。"
    )
    files = st.file_uploader("要查的文件", accept_multiple_files=True)
    locality, year = _choices(desk)
    opened = [_opened(desk, file.name, file.getvalue(), locality, year) for file in files]
    if not files:
        return
    chosen = 0
    if len(files) > 1:
        chosen = _listed([file.name for file in files], opened)
    shown = opened[chosen]
    if isinstance(shown, QuickCheck):
        _results(desk, shown)
    else:
        st.error(plain(shown.words))


def _opened(
    desk: LocalDesk, name: str, content: bytes, locality: str, year: int | None
) -> QuickCheck | JigaoError:
    try:
        with st.spinner(f"正在查 {plain(name)} …"):
            return _checked(desk, name, content, locality, year)
    except JigaoError as error:
        return error


def _listed(names: Sequence[str], opened: Sequence[QuickCheck | JigaoError]) -> int:
    """几份一起查的：一份一行，选一份看；返回选了第几份。"""
    rows = []
    for name, each in zip(names, opened, strict=True):
        if isinstance(each, QuickCheck):
            counts: dict[str, object] = {s.value: len(each.of(s)) for s in Severity}
            rows.append({"文件": name, **counts, "说明": ""})
        else:
            rows.append({"文件": name, "说明": f"未查：{each.words}"})
    st.dataframe(rows, width="stretch", hide_index=True)
    numbers = range(len(names))
    return st.selectbox("看哪一份", numbers, format_func=lambda n: f"{n + 1}. {names[n]}")


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


@st.cache_data(show_spinner=False, max_entries=64)
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
    st.caption(plain(each.rule))


def _sentence(each: Shown) -> str:
    parts = [
        f'<span style="{_STYLES[mark.kind]}">{escape(mark.text)}</span>' for mark in each.sentence
    ]
    return f'<p style="white-space:pre-wrap;line-height:1.8">{"".join(parts)}</p>'


def _answers(desk: LocalDesk, checked: QuickCheck, each: Shown) -> None:
    left, right, _ = st.columns((1, 1, 3))
    finding = each.finding
    here = (checked.upload.name, finding.id)
    if here in st.session_state.get("alarms", ()):
        left.caption("已登记误报")
    else:
        reason = _reason(left, "报错了？", "为什么是误报", "登记误报", f"alarm-{finding.id}")
        if reason:
            content = checked.upload.content
            report_false_alarm(desk, checked.result, content, finding.id, reason, _author())
            st.session_state.setdefault("alarms", set()).add(here)
            st.rerun()
    waived = st.session_state.get("waivers", {}).get(here)
    if waived:
        right.caption(plain(f"已接受：{waived.reason}"))
    elif finding.waivable:
        words = ("接受并说明", "理由（印入核查证明）", "接受这一条")
        if reason := _reason(right, *words, f"accept-{finding.id}"):
            waiver = accept(finding, reason, _author(), desk.clock.now())
            st.session_state.setdefault("waivers", {})[here] = waiver
            st.rerun()


def _reason(column: DeltaGenerator, opens: str, asks: str, does: str, key: str) -> str:
    """点开写一句理由；写了并提交的那一回返回它，其余为空。"""
    with column.popover(opens), st.form(f"form-{key}", border=False):
        reason = st.text_input(asks, key=f"why-{key}").strip()
        pressed = st.form_submit_button(does, key=key)
        if pressed and not reason:
            st.caption(":red[请先写理由。]")
    return reason if pressed else ""


def _author() -> str:
    return str(st.session_state.get("author") or "经办人").strip() or "经办人"


def _accepted(checked: QuickCheck) -> list[Waiver]:
    """这份文件里接受过的；改过再拖进来的同名文件，没有变的几条照旧。"""
    waivers: dict[tuple[str, str], Waiver] = st.session_state.get("waivers", {})
    here = ((checked.upload.name, each.finding.id) for each in checked.shown)
    return [waivers[each] for each in here if each in waivers]


def _downloads(desk: LocalDesk, checked: QuickCheck, accepted: list[Waiver]) -> None:
    found = papers(desk, checked.checked(accepted))
    columns = st.columns(4)
    for column, paper in zip(columns, found, strict=False):
        column.download_button(
            paper.label, paper.make, paper.title, on_click="ignore", width="stretch"
        )
    if len(found) < len(columns):
        columns[-1].caption("只有 docx 能加批注，这种格式请看问题清单。")
