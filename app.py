"""绩稿的入口：接上工作台，列出页面，运行。"""

from threading import Thread

import streamlit as st

from assistant.bootstrap import LocalDesk, connect
from assistant.settings import load
from assistant.ui.shell import run


@st.cache_resource
def desk() -> LocalDesk:
    """全部会话共用一张工作台。索引在后台备好，不让人等：备好之前按词面回答。"""
    made = connect(load())
    Thread(target=lambda: made.evidence.prepare(), daemon=True).start()
    return made


run(desk())
