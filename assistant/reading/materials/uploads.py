"""材料：一份上传的文件读成事实。表格和正文各自读，再合在一起。

found = read_upload(document, names, 0)
found.facts    取到的值，位置带文件名：收支表.xlsx#收入支出决算总表!C7
found.unread   没有读懂或没有取的，附原因
found.breaks   材料自身对不上的
"""

import re
from collections.abc import Iterable, Iterator

from assistant.domain.accounts import FINAL
from assistant.domain.document import Document
from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.reading.accounts.accounts import gathered, read_tables
from assistant.reading.accounts.head import year_in
from assistant.reading.accounts.lattice import is_form, sections
from assistant.reading.accounts.lines import line_facts
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.types import Found, Taken, Unread
from assistant.reading.materials.past_prose import prose_facts
from assistant.reading.materials.past_said import Said, Scene
from assistant.reading.materials.past_sections import Sections
from assistant.reading.materials.questionnaire_facts import with_survey
from assistant.reading.tables.cell_prose import is_prose
from assistant.reading.text.flow import Flow, flow
from assistant.reading.text.layout import Layout, layout
from assistant.reading.text.lines import lines

_TITLE = re.compile(r"决算|预算|自评|绩效|报告|报表|总表|情况表|资产|人员|问卷|满意度|三公")
_BUREAU = re.compile(
    r"(?P<name>[\u4e00-\u9fa5]{3,30}?)(?:关于)?(?:\d{4}|[二〇○零一二三四五六七八九]{4})年"
)
_BUDGET = re.compile(
    r"一般公共预算|政府性基金预算|国有资本经营预算|预算绩效|预决算|预算执行|公共财政预算"
)
_PROSE = re.compile(r"[。；，,]")
_HEAD_LINES, _LONGEST = 40, 60


def read_upload(document: Document, names: Names, year: int) -> Found:
    """一份材料里的全部事实。材料自己没写年度时才用 year；0 为不知道。"""
    title = title_of(document)
    own = year_in(title) or year_in(document.name.rpartition(".")[0])
    sheets = gathered(read_tables(document, names, own or year))
    chapters = Sections(document)
    plan = _layout(document, chapters)
    spoken = list(_prose(plan, document, chapters, title, own or year, names))
    spoken += _in_cells(document, title, own or year, names)
    printed = list(_lines(plan, document, own or year, names))
    notes = tuple(Unread(document.name, note, "读入时的说明") for note in document.notes)
    facts = tuple(_settled([*spoken, *printed, *sheets.facts], names))
    found = Found(facts, (*notes, *sheets.unread), sheets.breaks, own or year)
    return _named(with_survey(found, document, names, own or year), document.name)


def title_of(document: Document) -> str:
    """标题：开头几行里写着年度、像标题的一行；没有则为第一行。"""
    lines = [line.strip() for line in document.text.splitlines()[:_HEAD_LINES] if line.strip()]
    short = [line for line in lines if len(line) <= _LONGEST and not _PROSE.search(line)]
    dated = (line for line in short if year_in(line) and _TITLE.search(line))
    return next(dated, short[0] if short else "")


def bureau_of(title: str) -> str:
    """标题里的单位名称；没有为空。"""
    match = _BUREAU.match("".join(title.split()))
    return match["name"] if match else ""


def _layout(document: Document, sections: Sections) -> Layout:
    """正文的段落和没有框线的表；标题、有框线的表不在内。表里的“一、”不是标题。"""
    ruled: list[Span] = [table.span for table in document.tables]
    tables = [Span(t[0].span.start, t[-1].span.end) for t in layout(document.text, ruled).tables]
    headings = [
        heading.span
        for heading in sections.headings
        if not any(table.start <= heading.start < table.end for table in tables)
    ]
    return layout(document.text, [*ruled, *headings])


def _in_cells(document: Document, title: str, year: int, names: Names) -> Iterator[Taken]:
    """表里成段的话：表名下的说明、表下的注。自评表里的话说的是项目，不取。"""
    scene = _scene(title, year)
    for table in document.tables if year else ():
        if any(is_form(lattice) for lattice in sections(table)):
            continue
        for cell in (cell for cell in table.cells if is_prose(cell)):
            said = flow(document.text, [line.span for line in lines(document.text, *cell.span)])
            for each in prose_facts(said, scene, names):
                quote = said.text[each.start : each.end]
                yield Taken(*each[:4], cell.locator, quote, direction=each.direction)


def _scene(title: str, year: int) -> Scene:
    """标题说的年度、单位，说的是预算还是决算。"""
    plain = _BUDGET.sub("", title)
    stage = "initial" if "预算" in plain and "决算" not in plain and "自评" not in plain else FINAL
    return Scene(year, bureau_of(title), "", stage)


def _prose(
    plan: Layout, document: Document, sections: Sections, title: str, year: int, names: Names
) -> Iterator[Taken]:
    if not year:
        return
    scene = _scene(title, year)
    for paragraph in plan.paragraphs:
        at = paragraph.span(0, 1).start
        scoped = scene._replace(scope=_scope(sections.path(at), names))
        for said in prose_facts(paragraph, scoped, names):
            yield _taken(said, paragraph, document, sections)


def _lines(plan: Layout, document: Document, year: int, names: Names) -> Iterator[Taken]:
    """没有框线的表，一行一行地取。"""
    for region in plan.tables:
        for found in line_facts(region, year, names, document.name):
            page = document.page_of(found.span.start)
            number = document.text.count("\n", 0, found.span.start) + 1
            place = f"第{page}页" if page else f"第{number}行"
            yield Taken(
                found.key, found.label, found.year, found.value, place, found.printed, found.printed
            )


def _scope(path: str, names: Names) -> str:
    """章节标题限定的资金口径：“四、财政拨款收入支出决算总体情况说明”。"""
    found = [s for s in names.chart.scopes if s.label in path]
    return found[-1].id if found else ""


def _taken(said: Said, paragraph: Flow, document: Document, sections: Sections) -> Taken:
    span = paragraph.span(said.start, said.end)
    quote = paragraph.text[said.start : said.end]
    locator = _place(document, sections, span.start)
    return Taken(
        said.key, said.label, said.year, said.value, locator, quote, direction=said.direction
    )


def _place(document: Document, sections: Sections, offset: int) -> str:
    """正文的位置：有页的给页，否则给一级标题，再没有给段。"""
    page = document.page_of(offset)
    if page:
        return f"第{page}页"
    if heading := sections.at(offset):
        return heading
    block = next((b for b in document.blocks if b.span.start <= offset < b.span.end), None)
    return block.locator if block else ""


def _settled(found: Iterable[Taken], names: Names) -> Iterator[Taken]:
    """去掉重复：同一位置同一值；推定的项别处说过就不取。再认出“就是同一个数”的口径。"""
    facts = list({(t.key, t.year, t.value, t.locator): t for t in found}.values())
    stated = {(t.key, t.year, base(t)) for t in facts if t.sure}
    kept = [t for t in facts if t.sure or (t.key, t.year, base(t)) not in stated]
    return (_promoted(taken, kept, names) for taken in kept)


def base(taken: Taken) -> object:
    """可比的值：数量折成基本单位。"""
    return taken.value.base if isinstance(taken.value, Quantity) else taken.value


def _promoted(taken: Taken, facts: list[Taken], names: Names) -> Taken:
    """材料自己就能断定是同一个数的：只有一般公共预算拨款时，它就是财政拨款收入。"""

    def values(key: str) -> set[object]:
        return {base(t) for t in facts if t.key == key and t.year == taken.year}

    for alone in names.chart.same_when_alone:
        if alone.source == taken.key and not any(
            value for other in alone.others for value in values(other)
        ):
            return taken._replace(key=alone.target)
    for equal in names.chart.same_when_equal:
        if equal.source == taken.key:
            part, whole = values(equal.part), values(equal.whole)
            if not whole or (part and part == whole):
                return taken._replace(key=equal.target)
    return taken


def _named(found: Found, name: str) -> Found:
    """位置前面加上文件名。"""

    def at(locator: str) -> str:
        return name if locator in ("", name) else f"{name}#{locator}"

    return Found(
        tuple(t._replace(locator=at(t.locator)) for t in found.facts),
        tuple(u._replace(locator=at(u.locator)) for u in found.unread),
        tuple(b._replace(locator=at(b.locator)) for b in found.breaks),
        found.year,
    )
