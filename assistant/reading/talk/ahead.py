"""往后看：一个数后面紧跟着的数和口径名。rest 是它后面的各处，由前到后。"""

from assistant.reading.talk import cues
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.labels import Label


def listed(text: str, amount: Amount, rest: list[Label | Amount]) -> list[Amount]:
    """A、B、C 这样连着的数。"""
    row = [amount]
    for token in rest:
        between = text[row[-1].span.end : token.span.start]
        if isinstance(token, Label) or not cues.LISTED.fullmatch(between):
            break
        row.append(token)
    return row


def following(text: str, amount: Amount, rest: list[Label | Amount]) -> Label | None:
    """“24人在职”“21个项目”：口径名紧跟在数后面。"""
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
    return rest[0] if between in ("", "的", " ") else None


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
    return labels if cues.CLAUSE_END.match(text, end) else []
