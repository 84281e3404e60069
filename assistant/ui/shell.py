"""外壳：导航、经办人姓名、当前报告、法规问答。页面之间的链接都带着报告编号。"""

from collections.abc import Callable
from pathlib import Path
from traceback import format_exception

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.ui.answers.panel import regulation_panel
from assistant.ui.pages import PAGES, PageSpec
from assistant.ui.session import complain, report_id

_CRASHED = "程序出错，这一步没有完成；已保存的内容不受影响，请刷新后再试"
_STYLE = Path(__file__).with_name("style.css")


def run(desk: LocalDesk) -> None:
    """画出整个应用。"""
    st.set_page_config(page_title="绩稿", page_icon=":material/edit_document:", layout="wide")
    st.html(_STYLE)
    pages = {spec.path: _page(spec, desk) for spec in PAGES}
    st.session_state["pages"] = pages
    chosen = st.navigation(list(pages.values()), position="hidden")
    with st.sidebar:
        st.markdown("### 绩稿")
        st.caption("部门整体支出绩效自评报告，数字由代码核对")
        _links(pages)
        st.text_input("经办人", key="author", placeholder="填您的姓名，留痕用")
        st.divider()
        guarded(regulation_panel, desk)
    chosen.run()


def guarded(render: Callable[[LocalDesk], None], desk: LocalDesk) -> None:
    """画一块；出了差错只说一句话和怎么办，细节进日志。"""
    try:
        render(desk)
    except JigaoError as error:
        complain(error)
    except Exception as error:  # noqa: BLE001 最外层：给人一句话，细节进日志
        from assistant.adapters.crashes import record

        complain(record(desk.settings.data_dir, _CRASHED, "".join(format_exception(error))))


def _page(spec: PageSpec, desk: LocalDesk) -> "st.Page":
    return st.Page(
        lambda: guarded(spec.render, desk),
        title=spec.title,
        icon=spec.icon,
        url_path=spec.path,
        default=spec is PAGES[0],
    )


def _links(pages: dict[str, "st.Page"]) -> None:
    """一份报告的各步和不用报告的各页分开列；没有选报告时，各步说明先去哪里。"""
    query = {"report": report_id()} if report_id() else None
    for spec in PAGES:
        waiting = spec.needs_report and query is None
        st.page_link(
            pages[spec.path],
            label=spec.title,
            icon=spec.icon,
            query_params=query,
            disabled=waiting,
            help="先在“我的报告”里选一份" if waiting else None,
        )
