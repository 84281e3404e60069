"""往后看：一个数后面紧跟着的数和口径名。rest 是它后面的各处，由前到后。"""

import re

from assistant.reading.talk import cues
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.gaps import is_filler
from assistant.reading.talk.labels import Label

_ABSENT_END = re.compile(rf"(?:的|了|过)?(?:\s+(?!\d)|{cues.CLAUSE_END.pattern})")


def listed(text: str, amount: Amount, rest: list[Label | Amount]) -> list[Amount]:
    """A、B、C 这样连着的数。"""
    row = [amount]
    for token in rest:
        between = text[row[-1].span.end : token.span.start]
        if isinstance(token, Label) or not cues.LISTED.fullmatch(between):
            break
        row.append(token)
    return row


def following(text: str, amount: Amount, rest: list[Label | Amount], clause: str) -> Label | None:
    """“24人在职”“21个项目”：口径名紧跟在数后面。clause 是数前面的半句。

    “运维1.8万 接待0.26万”：数前面有别的话，名称后面又有它自己的数，就不是。
    """
    if not is_filler(clause) and _has_its_own(text, rest):
        return None
    if not rest or not isinstance(rest[0], Label) or rest[0].part:
        return None
    label_end = rest[0].span.end
    between = text[amount.span.end : rest[0].span.start]
    if not (amount.unit or amount.none) and "是" not in between:
        return None
    if cues.POINTED.fullmatch(between) and cues.CLAUSE_END.match(text, label_end):
        return rest[0]
    if amount.none and not cues.CLAUSE_END.match(text, rest[0].span.end):
        return None
    short = label_end - rest[0].span.start <= 2  # “两个项目加起来”不是报项目个数
    ended = not short or cues.CLAUSE_END.match(text, label_end)
    return rest[0] if between in ("", "的", " ") and ended else None


def _has_its_own(text: str, rest: list[Label | Amount]) -> bool:
    """后面的名称紧跟着自己的数。"""
    pair = rest[:2]
    if len(pair) < 2 or isinstance(pair[1], Label):
        return False
    gap = text[pair[0].span.end : pair[1].span.start]
    return is_filler(gap) and not cues.CLAUSE_BREAK.search(gap)


def absent(text: str, amount: Amount, rest: list[Label | Amount]) -> list[Label]:
    """“没有A和B”：紧跟在后面的口径名，直到小句完了；不是这样的为空。"""
    labels: list[Label] = []
    end = amount.span.end
    for token in rest:
        between = text[end : token.span.start]
        joined = cues.ALSO.fullmatch(between) if labels else between in ("", "的", " ")
        if not isinstance(token, Label) or token.part or not joined:
            break
        labels.append(token)
        end = token.span.end
    return labels if _ABSENT_END.match(text, end) else []
