"""插在名称和数之间的括号：“公务用车运行维护费（保有2辆）5.1万元”。括号里的先读，外面的名称再等它的数。"""

import re
from collections.abc import Sequence

from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.gaps import is_filler
from assistant.reading.talk.labels import Label

_BRACKET = re.compile(r"\s*\([^()]*\)")


def aside(text: str, at: int, tokens: Sequence[Label | Amount]) -> list[Label | Amount]:
    """At 处起的括号里的各处：里面有数，括号后面紧接着还有一个数。不是这样的为空。"""
    match = _BRACKET.match(text, at)
    if match is None:
        return []
    inside = [token for token in tokens if token.span.start < match.end()]
    after = tokens[len(inside) : len(inside) + 1]
    counted = any(isinstance(token, Amount) for token in inside)
    waited = bool(after) and isinstance(after[0], Amount)
    kept = counted and waited and is_filler(text[match.end() : after[0].span.start])
    return inside if kept else []
