"""同名的合计：甲项目总投资10万元，乙项目总投资20万元，合计总投资30万元。"""

from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import STOCKS, same_unit
from assistant.reading.claims.sentence.naming import same_thing


def tailed(paragraph: Paragraph, at: int) -> list[int]:
    """同一句里前面以合计的名称结尾的各项；有一项不是这样叫的、有“其中”管着的，没有。"""
    items, name = paragraph.items, paragraph.items[at].label.core
    before = [
        i
        for i in paragraph.before(at, *STOCKS)
        if same_unit(items[i], items[at]) and items[i].depth == items[at].depth
    ]
    alike = all(same_thing(name, paragraph.subjects[i].core) >= 2 for i in before)
    opened = any(items[i].opens is not None for i in before)
    return before[::-1] if name and alike and not opened and len(before) > 1 else []
