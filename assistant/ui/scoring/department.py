"""部门整体指标：在职人员控制率、三公经费变动率等，由报告的事实算出。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.workflow.books import Book
from assistant.workflow.scoring.report import department_execution, department_points
from assistant.workflow.scoring.views import department_rows


def department_view(desk: LocalDesk, book: Book) -> None:
    """指标、比率、得分和算式；缺数的写明缺什么。"""
    score = department_points(desk, book)
    if score is None:
        st.info("本口径没有部门整体指标表。")
        return
    done = department_execution(desk, book)
    said = f"**{done.points}**分：{done.formula}" if done else "缺全年预算数或全年执行数，算不出"
    st.markdown(f"预算执行率得分　{said}")
    st.caption(
        "由部门自己的全年预算数和全年执行数算，不由项目平均。　"
        ":orange[下面各项的分值和扣分办法待核，正式使用前请与本地通知核对。]"
    )
    if score.full:
        st.markdown(f"已计分的指标满分**{score.full:f}**分，得**{score.points:f}**分。")
    else:
        st.markdown("还没有一项算得出：先在“填写”或“材料”里确认所缺的数。")
    st.table(department_rows(score))
