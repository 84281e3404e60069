"""附表：数据来源表。成文里的每个数量从哪里来、怎样算出。"""

from typing import NamedTuple


class SourceRow(NamedTuple):
    """一个数量：印出的样子、名称、来源或算式、依据、所在章节（几处都有的并列）。"""

    printed: str
    label: str
    source: str
    basis: str
    section: str


class AcceptedRow(NamedTuple):
    """一条经说明理由后接受的问题。"""

    code: str
    quote: str
    reason: str
    by: str
    at: str


class Annex(NamedTuple):
    """附表全部内容。gaps 是大纲要求而没有提供的事实。

    drafted 是模型写的各节：哪一节，哪个模型，几句。
    """

    sources: tuple[SourceRow, ...]
    accepted: tuple[AcceptedRow, ...]
    gaps: tuple[str, ...]
    coverage: str
    drafted: tuple[str, ...] = ()
