"""写出：算好的自评表、汇总表、佐证材料目录。"""

from collections.abc import Sequence

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.checks.forms.run import CheckedForm
from assistant.workflow.scoring.export import written


def downloads(desk: LocalDesk, forms: Sequence[CheckedForm], bureau: str) -> None:
    """按一下才生成，再给下载。"""
    if not forms:
        st.info("没有自评表可写出。")
        return
    st.caption("xlsx 里的公式是活的，改数会重算；得不出的分留着表上人打的。")
    bureau = st.text_input("填表单位", bureau, key="output-bureau", placeholder="如：云岭县商务局")
    if not st.button("生成文件", type="primary", key="output-make"):
        return
    for each in written([form.scored for form in forms], desk.sheets, bureau):
        st.download_button(f"下载 {each.name}", each.content, each.name, key=f"get-{each.name}")
