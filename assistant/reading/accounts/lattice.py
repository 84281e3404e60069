"""格网：一张表按行列取用；合并区内任一格都得到左上角的那一格。一页多表的在此分开。"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.document import Cell, Table

_SPACE = re.compile(r"\s+")
_TITLE = re.compile(r"(?:表|明细|汇总|一览|情况)(?:[（(][^（）()]{1,20}[）)])?$")
_NOT_TITLE = re.compile(
    r"^(?:注|备注|说明|[（(]?[\d一二三四五六七八九十]+[）)、.．])|[:：].|^.{0,3}\d+表$"
)
_APPENDED = re.compile(r"^附(?:件|表)?\d*[:：]")
_TOLD = re.compile(r"(?:调查|评价|统计|填报|发放)?(?:时间|方式|地点|对象|范围|日期)[:：].+")
_PAIRED = re.compile(r"(?:会计|决算|评价)?年(?:度|份)|(?:金额|货币|计量)?单位")
_PAIR_VALUE = re.compile(r"20\d\d年?度?|(?:人民币)?(?:亿|百万|万|千)?元")
_UNIT_NOTE = re.compile(r"[（(][^（）()]*单位[^（）()]*[）)]|(?:金额)?单位[:：].*$")
_NOTE = re.compile(r"^(?:注|备注|说明|填表人|制表人|负责人|审核人)\s*\d*\s*[:：.、]")
_PREFACE = re.compile(
    r"单位\s*[:：]|^.{0,4}(?:部门|机构|单位)(?:名称)?[:：]|^(?:编制|填报|填表|预算|部门|单位|日期|截止|截至|填制|会计|年度).{0,6}[:：]|^(?:[一-龥]{0,4}公开|财决|附)?表?\d+(?:-\d+)?表?$"
    r"|^[（(]?20\d\d年?度?[）)]?$|^20\d\d年\d{1,2}月(?:\d{1,2}日|末|底)?$|^附(?:件|表)?\d*[:：]?$"
)
_FIGURE = re.compile(r"[-－(（]?[\d,，０-９]+(?:[.．][\d０-９]+)?[)）%％]?")
_FORM = re.compile(
    r"自评(?:表|得分|打分|评分|.{0,4}汇总)|自我评价表|绩效目标(?:申报|批复)?表|评分表|指标体系"
)
_FORM_HEADS = frozenset("一级指标 二级指标 三级指标 年度指标值 指标值 实际完成值 偏差原因".split())
_HEAD = re.compile(
    r"^(?:20\d\d年度?|上年|本年|年初|年末)?.{0,6}(?:决算|预算|执行|编制|人)数$|^控制率$"
    r"|^(?:20\d\d年度?|上年|本年)(?:决算|预算|执行)$"
)
_LONGEST_TITLE = 60


class Lattice:
    """一张表（或其中几行）。rows 是各行的格，只列左上角，按行号、列号排。"""

    def __init__(self, cells: Iterable[Cell], caption: str = "", locator: str = "") -> None:
        self.caption = caption
        self.locator = locator
        self.rows: dict[int, list[Cell]] = {}
        self._at: dict[tuple[int, int], Cell] = {}
        for cell in sorted(cells):
            self.rows.setdefault(cell.row, []).append(cell)
        self._last_column = max((c.column for line in self.rows.values() for c in line), default=0)
        last_row = max(self.rows, default=0)
        for cell in (c for line in self.rows.values() for c in line):
            for row in range(cell.row, min(cell.row + cell.rows - 1, last_row) + 1):
                right = min(cell.column + cell.columns - 1, self._last_column)
                for column in range(cell.column, right + 1):
                    self._at.setdefault((row, column), cell)

    @property
    def columns(self) -> range:
        """列号。"""
        return range(self._last_column + 1)

    def at(self, row: int, column: int) -> Cell | None:
        """某格；合并区内得到左上角的那一格。"""
        return self._at.get((row, column))

    def text(self, row: int, column: int) -> str:
        """某格去掉空白的文字；没有为空串。"""
        cell = self.at(row, column)
        return squeezed(cell.text) if cell else ""

    def part(self, rows: Sequence[int], caption: str) -> "Lattice":
        """其中几行。"""
        return Lattice((c for r in rows for c in self.rows[r]), caption, self.locator)


def squeezed(text: str) -> str:
    """去掉一切空白。"""
    return _SPACE.sub("", text)


def sections(table: Table) -> Iterator[Lattice]:
    """一张表里的各小表：又出现表名而前面已有数据时另起一张。"""
    whole = Lattice(table.cells, table.caption, table.locator)
    current: list[int] = []
    caption = table.caption
    numbers = list(whole.rows)
    for row, following in zip(numbers, [*numbers[1:], -1], strict=True):
        opens = titled(whole.rows[row]) and following >= 0 and not _dense(whole.rows[following])
        again = _heads_again(whole.rows[row]) and following >= 0
        if current and (opens or again) and any(_dense(whole.rows[r]) for r in current):
            yield whole.part(current, caption)
            caption = _preface(whole, current, caption) if again else ""
            current = []
        current.append(row)
    if current:
        yield whole.part(current, caption)


def _heads_again(cells: Sequence[Cell]) -> bool:
    """表中间又写了一行列头：至少两格是“2023年决算数”“编制数”一类，没有数。"""
    texts = [squeezed(cell.text) for cell in cells if cell.text.strip()]
    return len(texts) > 2 and sum(bool(_HEAD.search(text)) for text in texts) > 1


def _preface(whole: Lattice, rows: Sequence[int], caption: str) -> str:
    """前一段表头以上的文字：年度、单位对后一段也管用。"""
    texts = [c.text for row in rows if is_preface(whole.rows[row]) for c in whole.rows[row]]
    return "\n".join([caption, *texts])


def titled(cells: Sequence[Cell]) -> bool:
    """这一行是表名。"""
    texts = [squeezed(cell.text) for cell in cells if cell.text.strip()]
    named = [t for t in texts if is_title(t)]
    return bool(named) and all(is_title(t) or _PREFACE.search(t) for t in texts)


def is_title(text: str) -> bool:
    """像一个表名。"""
    name = _UNIT_NOTE.sub("", _APPENDED.sub("", text))
    return (
        3 < len(name) <= _LONGEST_TITLE
        and bool(_TITLE.search(name))
        and not _NOT_TITLE.search(name)
    )


def is_form(lattice: Lattice) -> bool:
    """绩效自评表、项目汇总表、目标申报表：由评分读取，这里不读。"""
    titles = [lattice.caption, lattice.locator]
    titles += [c.text for row in list(lattice.rows)[:3] for c in lattice.rows[row]]
    if any(_FORM.search(squeezed(title)) for title in titles):
        return True
    heads = {squeezed(c.text) for cells in lattice.rows.values() for c in cells}
    return len(heads & _FORM_HEADS) > 1


def is_note(cells: Sequence[Cell]) -> bool:
    """表下的注。"""
    return bool(cells) and bool(_NOTE.match(squeezed(cells[0].text)))


def is_preface(cells: Sequence[Cell]) -> bool:
    """表名、单位、部门之类，不是表头。"""
    texts = [squeezed(cell.text) for cell in cells if cell.text.strip()]
    if texts and (_is_pairs(texts) or all(_TOLD.fullmatch(text) for text in texts)):
        return True
    return all(is_title(t) or _PREFACE.search(t) for t in texts) or (
        len(texts) == 1 and cells[0].columns > 1 and cells[0].column == 0
    )


def _is_pairs(texts: Sequence[str]) -> bool:
    """“年度 2023 金额单位 元”：名称和值各占一格。"""
    pairs = list(zip(texts[::2], texts[1::2], strict=False))
    return len(texts) % 2 == 0 and all(
        _PAIRED.fullmatch(name.strip(":：")) and _PAIR_VALUE.fullmatch(value)
        for name, value in pairs
    )


def _dense(cells: Sequence[Cell]) -> bool:
    """有数的一行；表头的年份和“单位：”行不算。"""
    return not is_preface(cells) and any(_FIGURE.fullmatch(squeezed(c.text)) for c in cells)
