"""分条：条号须依次递增，跳号的要看得出是一条；行首的“第三条规定的……”不是新的一条。"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.reading.law.marks import Start, article, caption, division, is_contents
from assistant.reading.law.rows import Row


class Provision(NamedTuple):
    """一条。number 如 第五十七条、一、（二）、附件1；chapter 是所在的编章节；text 一款一行。"""

    number: str
    chapter: str
    text: str


def articles(rows: Sequence[Row]) -> Iterator[Provision]:
    """各条，依次。第一条之前的不取。"""
    last = (0, "")
    chapter, number = "", ""
    held: list[Row] = []
    divisions: dict[int, str] = {}
    for row in rows:
        quoting = bool(held) and held[-1].text.endswith(("：", ":"))
        above = None if row.table or row.joined or quoting else division(row)
        here = article(row)
        fresh = here is not None and follows(here, last)
        if (above or fresh) and number:
            yield Provision(number, chapter, joined(held))
            number, held = "", []
        if above:
            divisions = {rank: text for rank, text in divisions.items() if rank < above.rank}
            divisions[above.rank] = above.title
        elif fresh and here:
            last, number = here.place, here.number
            title, rest = caption(here.rest)
            held = [Row(rest)] if rest else []
            chapter = " ".join([*divisions.values(), *([title] if title else [])])
        elif number and not is_contents(row):
            held.append(row)
    if number:
        yield Provision(number, chapter, joined(held))


def follows(here: Start, last: tuple[int, str]) -> bool:
    """接着上一条：下一个号，或同号的之一；跳号的须条号后面有空白。"""
    number, bis = here.place
    if (number == last[0] + 1 and not bis) or (number == last[0] and bis and bis != last[1]):
        return True
    return number > last[0] and here.spaced


def joined(rows: Sequence[Row]) -> str:
    """连成文字：折断的行接上，其余一行一款。"""
    text = ""
    for row in rows:
        if not text:
            text = row.text
        elif row.joined:
            gap = " " if text[-1].isascii() and row.text[0].isascii() else ""
            text += gap + row.text
        else:
            text += "\n" + row.text
    return text
