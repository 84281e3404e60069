"""追踪：LangChain 会照环境变量把每次收发另送一份给追踪服务。这里一律关掉，不论环境变量怎么写。"""

import langsmith


def switch_off() -> None:
    """全程关掉。"""
    langsmith.configure(enabled=False)
