"""原文照显：文件里的字不许被当成页面的格式。"""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:])")


def plain(text: str) -> str:
    """在 markdown 里照原样显示的写法。"""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
