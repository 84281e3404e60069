"""引文：模型引的话必须出自原话。空白多少不计较，别的一字不能差；取回的是原话里的那一段。"""

import re


def standing(quote: str, text: str) -> str:
    """Quote 在 text 里的原样；不在、或出现不止一处（说不清是哪处）为空。"""
    marks = [re.escape(mark) for mark in quote if not mark.isspace()]
    if not marks:
        return ""
    found = list(re.finditer(r"\s*".join(marks), text))
    return found[0][0] if len(found) == 1 else ""
