"""追问：承前省略的问题补上前一问，成为可以单独检索的一问。"""

import re
from collections.abc import Sequence

_LEANS = re.compile(
    r"^(?:那|还有|另外|如果|要是|超过|多久|几天|谁|怎么|为什么|具体|多少|什么时候|不)|呢[？?]?$|"
    r"(?:这|那)(?:个|些|种|样|条|里)?|也是|也要|上面|前面|刚才|它|他们|同样|一样|处分呢"
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_SHORT = 9
_LEAN_UP_TO = 24


def standalone(question: str, history: Sequence[str]) -> str:
    """能单独检索的问题：短的、承前的接在前一问后面；前一问自己也承前的再往前接。"""
    if not history or not _leans(question):
        return question
    before = standalone(history[-1], history[:-1])
    return f"{before}，{question}"


def _leans(question: str) -> bool:
    """没有汉字的（外文、表情）不是追问：接上前一问，只会把前一问再答一遍。"""
    plain = question.strip()
    if not _CHINESE.search(plain):
        return False
    return len(plain) <= _SHORT or (len(plain) <= _LEAN_UP_TO and bool(_LEANS.search(plain)))
