"""卷宗：规则唯一的参数，装着一份文档的全部所知。"""

from typing import NamedTuple

from assistant.checks.law.cited import Cited
from assistant.domain.document import Document
from assistant.domain.ledger import Ledger
from assistant.domain.locality import Locality
from assistant.reading.reading import Reading


class Dossier(NamedTuple):
    """document 原文，reading 通读所得，locality 地区口径，year 报告年度（0 为未知）。

    ledger 只有在本系统起草的报告才有；cited 是文中的引用与库里法规的对照。
    """

    document: Document
    reading: Reading
    locality: Locality
    year: int = 0
    ledger: Ledger | None = None
    cited: tuple[Cited, ...] = ()
