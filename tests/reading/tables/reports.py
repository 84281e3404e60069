"""测试用：一段文字读完，各条断言写成一行。竖线分格的行印成制表符分列。"""

from assistant.domain.document import plain
from assistant.domain.statements import Statement, Verdict
from assistant.reading.reading import read

MARKS = {Verdict.CONSISTENT: "＝", Verdict.INCONSISTENT: "≠", Verdict.UNVERIFIABLE: "？"}


def tabbed(text: str) -> str:
    """竖线分格的行换成制表符。"""
    lines = (
        line.strip().strip("|").replace("|", "\t") if line.strip().startswith("|") else line.strip()
        for line in text.strip().splitlines()
    )
    return "\n".join(lines) + "\n"


def statements(text: str) -> list[str]:
    """各条断言：所写、成立与否、应为。"""
    document = plain("a.txt", text)
    found = sorted(read(document).statements, key=lambda s: (s.stated.span, s.relationship))
    return [_line(document.text, each) for each in found]


def wrong(text: str) -> list[str]:
    """不成立的断言。"""
    return [line for line in statements(text) if "≠" in line]


def _line(text: str, each: Statement) -> str:
    stated = text[each.stated.span.start : each.stated.span.end]
    expected = f" 应为{each.expected}" if each.expected else ""
    sure = "" if each.certain else " 存疑"
    return f"{each.relationship.value} {MARKS[each.verdict]}{stated}{expected}{sure}"
