"""我的报告：新建、打开、看示例。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.ui.session import author, go
from assistant.workflow.reports import Summary, new_report, open_example, summaries

_WHAT = (
    "像聊天一样把事实说齐，系统起草各节；增减率、执行率、占比都由代码计算，"
    "成文再读一遍，对不上的先改好，才能导出 Word。"
)
_STEPS = (
    ("材料", "有决算表、批复、去年的报告就拖进来；没有也行"),
    ("填写", "问什么答什么，读出的数一条条请您确认"),
    ("评分", "拖进自评表，得分和等级当场复算"),
    ("体检", "成文重新核对，必改的说清哪里、应是多少"),
    ("成稿", "导出 Word，附数据来源表"),
)


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    st.title("我的报告", anchor=False)
    listed = summaries(desk)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _list(listed) if listed else _welcome()
        _doors(desk)
    with right:
        _new(desk, listed)


def _welcome() -> None:
    st.markdown(_WHAT)
    steps = (f"{n}. **{name}**　{words}" for n, (name, words) in enumerate(_STEPS, 1))
    st.markdown("\n".join(steps))


def _doors(desk: LocalDesk) -> None:
    with st.container(horizontal=True):
        if st.button(
            "打开示例报告", icon=":material/visibility:", help="虚构的云岭县科技和工业信息化局"
        ):
            go("fill", open_example(desk, author()).report.id)
        if st.button(
            "只查一份写好的报告", icon=":material/rule:", help="不用新建，拖进去就查，不留档"
        ):
            go("check")


def _list(listed: tuple[Summary, ...]) -> None:
    for summary in listed:
        with (
            st.container(border=True),
            st.container(horizontal=True, vertical_alignment="center"),
        ):
            st.markdown(
                f"**{summary.bureau}**　{summary.year}年度  \n:gray[{_state(summary)}]",
                width="stretch",
            )
            if st.button("打开", key=f"open-{summary.id}"):
                go("fill", summary.id)


def _state(summary: Summary) -> str:
    waiting = f"，待确认 {summary.proposed} 项" if summary.proposed else ""
    missing = f"，还缺 {summary.missing} 项" if summary.missing else "，必填的都齐了"
    example = "虚构的示例　" if summary.example else ""
    at = summary.at[:16].replace("T", " ")
    return f"{example}已确认 {summary.facts} 项{waiting}{missing}　{at} 改过"


def _new(desk: LocalDesk, listed: tuple[Summary, ...]) -> None:
    with st.form("new", border=True):
        st.subheader("新建报告", anchor=False)
        bureau = st.text_input("单位全称", placeholder="如：云岭县商务局")
        year = st.number_input(
            "被评价的年度", min_value=2000, max_value=2100, value=desk.clock.now().year - 1
        )
        localities = {item.id: item.title for item in desk.catalogue.localities()}
        default = list(localities).index(desk.settings.locality)
        locality = st.selectbox(
            "地区口径",
            list(localities),
            index=default,
            format_func=localities.__getitem__,
            help="定等级的分档、执行率怎样计分。本地没有列出的，先用全国通用口径，以当地通知为准。",
        )
        earlier = {"": "不沿用"} | {s.id: f"{s.bureau} {s.year}年度" for s in listed}
        rolled = st.selectbox(
            "沿用去年的报告",
            list(earlier),
            format_func=earlier.__getitem__,
            help="去年的数成为上年数，不用再报；职责、机构等请您点头后沿用。",
        )
        if st.form_submit_button("新建", type="primary", width="stretch"):
            book = new_report(desk, bureau, int(year), locality, author(), rolled)
            go("fill", book.report.id)
