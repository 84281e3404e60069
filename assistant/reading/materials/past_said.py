"""正文里说的值，和一段话所在的情形；段首的小标题、评价等级的说法。"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.accounts import FINAL, Line
from assistant.domain.facts import Value
from assistant.reading.accounts.names import Names, parsed

_GRADE = re.compile(
    r"(?:(?:综合|总体)?(?:评价|自评|绩效)?(?:结果)?(?:评定)?等级|评价结果)(?:评定)?(?:为|是|：)[“\"]?"
    r"(?P<grade>优秀|良好|一般|较差|合格|不合格|优|良|中|差)[”\"]?(?=[，。；、]|$)"
)
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?P<name>[^，。；：]{2,14})。")


class Said(NamedTuple):
    """正文里说的一个值；start、end 是段落里的位置，引文由此取。"""

    key: str
    label: str
    year: int
    value: Value
    start: int
    end: int
    direction: str = ""


class Scene(NamedTuple):
    """一段话所在的情形：文档的年度、单位名称、章节限定的资金口径、文档说的是预算还是决算。

    heading 是段首小标题所说的一项。
    """

    year: int
    bureau: str = ""
    scope: str = ""
    stage: str = FINAL
    heading: Line | None = None


def headed(text: str, names: Names) -> Line | None:
    """“（三）“三公”经费。全年支出…”：段首的小标题说的是哪一项；说的是金额才算。"""
    match = _HEADING.match(text)
    line = names.line(parsed(match["name"].removesuffix("情况")).name) if match else None
    return line if line is not None and not line.unit else None


def grades(text: str, start: int, end: int, year: int, names: Names) -> Iterator[Said]:
    """“评价等级为“优秀””：部门的等级。"""
    for match in _GRADE.finditer(text, start, end):
        field = names.fields.get("department.grade")
        if field is not None:
            yield Said(field.key, field.label, year, match["grade"], match.start(), match.end())
