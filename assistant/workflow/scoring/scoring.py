"""评分：上传的自评表、汇总表按口径计分、校核。页面和命令都走这里。"""

from collections.abc import Callable
from typing import Protocol

from assistant.checks.forms.run import CheckedWorkbook, check_workbook
from assistant.domain.scheme import Scheme
from assistant.ports import Catalogue, GridReader
from assistant.reading.forms.forms import workbook_of
from assistant.scoring.forms import Entries


class ScoringDesk(Protocol):
    """评分所用的端口。"""

    @property
    def catalogue(self) -> Catalogue:
        """知识目录。"""

    @property
    def grids(self) -> GridReader:
        """表格读入。"""


def score_file(
    desk: ScoringDesk,
    name: str,
    content: bytes,
    scheme: Scheme,
    entries: Callable[[str], Entries] | None = None,
) -> CheckedWorkbook:
    """一个文件的计分与问题；打不开抛 Unreadable。entries 给出某张工作表上人打的分。"""
    book = workbook_of(name, desk.grids.grids(name, content))
    return check_workbook(book, scheme, entries)


def scheme_for(desk: ScoringDesk, scheme_id: str, locality_id: str) -> Scheme:
    """指明的方案；没有指明的取地区口径所指的。"""
    return desk.catalogue.scheme(scheme_id or desk.catalogue.locality(locality_id).scheme)
