"""格中的文字：自评表的总体目标、原因分析等格里是成段的话，和正文一样读。"""

import re
from collections.abc import Iterator

from assistant.domain.document import Cell, Document
from assistant.reading.text.flow import Flow, flow
from assistant.reading.text.lines import lines

_PROSE = re.compile(r"[。；]|，.{6}", re.DOTALL)
_SHORTEST = 12


def cell_prose(document: Document) -> Iterator[Flow]:
    """成段的格，一行一段。"""
    for table in document.tables:
        for cell in table.cells:
            if is_prose(cell):
                for line in lines(document.text, *cell.span):
                    yield flow(document.text, [line.span])


def is_prose(cell: Cell) -> bool:
    """成段的格。"""
    return len(cell.text) >= _SHORTEST and _PROSE.search(cell.text) is not None
