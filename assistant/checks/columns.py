"""用空格分栏的文字表：栏与栏之间的空格不是多余的。"""

import re

_PROSE = re.compile("[，。；！？]")
_HEADING = re.compile(r"\s*第[一二三四五六七八九十\d]{1,3}(?:部分|[章节编]) ")
_NUMBER = re.compile(r"[-－+]?\d[\d,.]*(?:%|％)?")
_UNIT = re.compile(
    "年(?![初末内中])|[月日天户批辆台套家亩条所处份件个]|[万亿]|元|公里|平方"
    "|项(?!目)|名(?!称)|次(?!要)|人(?:次)?$"
)
_ROW = 3  # 三栏起认作一行表，栏名里可以有年份


def is_columned(line: str, at: int) -> bool:
    """一行 line 里第 at 个字（空格）是不是分栏的，或在“第几部分”与标题之间。"""
    heading = _HEADING.match(line)
    return bool(heading and heading.end() == at + 1) or _is_row(line)


def _is_row(line: str) -> bool:
    """一行各格：没有句读，数后面不跟单位；两格的，其中一格整个是数。"""
    cells = line.split()
    if _PROSE.search(line) or len(cells) < 2:
        return False
    numbers = [bool(_NUMBER.fullmatch(cell)) for cell in cells]
    parted = any(
        number and _UNIT.match(after) for number, after in zip(numbers, cells[1:], strict=False)
    )
    return not parted and (any(numbers) or len(cells) >= _ROW)
