"""我的报告：新建、打开、看示例。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.ui.session import author, go
from assistant.workflow.reports import Summary, new_report, open_example, summaries


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    st.title("我的报告")
    listed = summaries(desk)
    left, right = st.columns([3, 2], gap="large")
    with right:
        _new(desk, listed)
    with left:
        _list(listed, desk)


def _list(listed: tuple[Summary, ...], desk: LocalDesk) -> None:
    if not listed:
        st.info("还没有报告。在右边填单位和年度新建一份，或先打开示例看看。")
    for summary in listed:
        with st.container(border=True):
            words, button = st.columns([4, 1], vertical_alignment="center")
            words.markdown(f"**{summary.bureau}**　{summary.year}年度")
            words.caption(
                f"已确认 {summary.facts} 项事实 · 最近改动 {summary.at[:16].replace('T', ' ')}"
            )
            if button.button("打开", key=f"open-{summary.id}", width="stretch"):
                go("fill", summary.id)
    if st.button(
        "打开示例报告", icon=":material/visibility:", help="虚构的云岭县科技和工业信息化局"
    ):
        go("fill", open_example(desk, author()).report.id)


def _new(desk: LocalDesk, listed: tuple[Summary, ...]) -> None:
    with st.form("new", border=True):
        st.subheader("新建报告")
        bureau = st.text_input("单位全称", placeholder="如：云岭县商务局")
        year = st.number_input(
            "被评价的年度", min_value=2000, max_value=2100, value=desk.clock.now().year - 1
        )
        localities = {item.id: item.title for item in desk.catalogue.localities()}
        default = list(localities).index(desk.settings.locality)
        locality = st.selectbox(
            "地区口径", list(localities), index=default, format_func=localities.__getitem__
        )
        earlier = {"": "不沿用"} | {s.id: f"{s.bureau} {s.year}年度" for s in listed}
        rolled = st.selectbox("沿用去年的报告", list(earlier), format_func=earlier.__getitem__)
        if st.form_submit_button("新建", type="primary", width="stretch"):
            book = new_report(desk, bureau, int(year), locality, author(), rolled)
            go("fill", book.report.id)
