"""外壳：导航、经办人姓名、当前报告、法规问答。页面之间的链接都带着报告编号。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.ui.pages import PAGES, PageSpec
from assistant.ui.panel import regulation_panel
from assistant.ui.session import complain, report_id


def run(desk: LocalDesk) -> None:
    """画出整个应用。"""
    st.set_page_config(page_title="绩稿", page_icon=":material/edit_document:", layout="wide")
    pages = {spec.path: _page(spec, desk) for spec in PAGES}
    st.session_state["pages"] = pages
    chosen = st.navigation(list(pages.values()), position="hidden")
    with st.sidebar:
        st.markdown("### 绩稿")
        st.caption("绩效自评报告：数字由代码核对")
        _links(pages)
        st.text_input("经办人", key="author", placeholder="填您的姓名，留痕用")
        st.divider()
        regulation_panel(desk)
    chosen.run()


def _page(spec: PageSpec, desk: LocalDesk) -> "st.Page":
    def show() -> None:
        try:
            spec.render(desk)
        except JigaoError as error:
            complain(error)

    return st.Page(
        show, title=spec.title, icon=spec.icon, url_path=spec.path, default=spec is PAGES[0]
    )


def _links(pages: dict[str, "st.Page"]) -> None:
    query = {"report": report_id()} if report_id() else None
    for spec in PAGES:
        st.page_link(
            pages[spec.path],
            label=spec.title,
            icon=spec.icon,
            query_params=query,
            disabled=spec.needs_report and query is None,
        )
