"""绩稿的入口：接上工作台，列出页面，运行。"""

import streamlit as st

from assistant.bootstrap import LocalDesk, connect
from assistant.settings import load
from assistant.ui.shell import run


@st.cache_resource
def desk() -> LocalDesk:
    """全部会话共用一张工作台。"""
    return connect(load())


run(desk())
