"""失分最多的指标，各项目执行率。"""

from collections.abc import Sequence

import streamlit as st

from assistant.checks.forms.run import CheckedForm
from assistant.workflow.scoring.views import execution_rates, lost_points


def charts(forms: Sequence[CheckedForm]) -> None:
    """两张条形图。"""
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("失分最多的指标", anchor=False)
        lost = [(each.label, float(each.points)) for each in lost_points(forms)]
        _bars(lost, "失分", "#b5533c", "没有失分。")
    with right:
        st.subheader("各项目执行率（%）", anchor=False)
        rates = [(name, float(rate)) for name, rate in execution_rates(forms)]
        _bars(rates, "执行率", "#3c6e8f", "没有资金数。")


def _bars(rows: list[tuple[str, float]], value: str, colour: str, empty: str) -> None:
    """横条图，次序照给的，名称不截短。"""
    if not rows:
        st.caption(empty)
        return
    names = [name for name, _ in rows]
    label = {"labelLimit": 360, "title": None}
    st.vega_lite_chart(
        [{"名称": name, value: amount} for name, amount in rows],
        {
            "mark": {"type": "bar", "color": colour},
            "height": {"step": 26},
            "encoding": {
                "y": {"field": "名称", "type": "nominal", "sort": names, "axis": label},
                "x": {"field": value, "type": "quantitative", "axis": {"title": value}},
                "tooltip": [{"field": "名称"}, {"field": value, "format": ".2f"}],
            },
        },
    )
