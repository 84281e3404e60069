"""排版记号：别人的文字一律当文字显示，里面的记号不起作用。"""

import re

_GAP = re.compile("〔待补[^〕]*〕")
_MARKS = {ord(c): f"\\{c}" for c in "\\`*_{}[]<>#$~|:"}


def as_text(text: str) -> str:
    """原样显示的一段文字，换行照旧。"""
    return text.translate(_MARKS).replace("\n", "  \n")


def with_gaps(text: str) -> str:
    """原样显示，待补的空标红。"""
    return _GAP.sub(lambda gap: f":red[{gap[0]}]", as_text(text))
