"""要写出的一张表：摆好的格，既可写成带公式的 xlsx，也可写成 docx 的表格。"""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Look(StrEnum):
    """一格的样子。"""

    TITLE = "title"
    NOTE = "note"
    UNIT = "unit"
    HEAD = "head"
    TEXT = "text"
    NUMBER = "number"


class Placed(NamedTuple):
    """一格。行列从 1 数。

    text     显示的文字；数也写成文字，docx 用它
    number   存的数（比率存小数）；format 是其数字格式
    formula  公式，不带等号；写出时连同 number 或 text 作为已算好的结果一起存下
    link     点开的文件（与写出的表在同一文件夹），可带 #page=3
    """

    row: int
    column: int
    text: str
    look: Look = Look.TEXT
    rows: int = 1
    columns: int = 1
    number: Decimal | None = None
    format: str = ""
    formula: str = ""
    link: str = ""


class Sheet(NamedTuple):
    """一张表。widths 是各列宽度（字符数）；landscape 横排。"""

    name: str
    cells: tuple[Placed, ...]
    widths: tuple[int, ...]
    landscape: bool = False
