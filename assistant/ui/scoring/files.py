"""评分所用的文件：附在报告上的，和这次上传的；附到报告后事实待确认。"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.checks.forms.run import CheckedWorkbook
from assistant.domain.errors import JigaoError
from assistant.domain.scheme import Scheme
from assistant.scoring.forms import Entry
from assistant.ui.session import author, complain, go, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.materials.materials import attach
from assistant.workflow.scoring.report import report_forms
from assistant.workflow.scoring.scoring import score_file

KINDS = ["xlsx", "xlsm", "xls", "et", "docx"]


class Source(NamedTuple):
    """一个文件的结果。attached 为真表示已附在报告上；content 是没附的原文件。"""

    sha256: str
    checked: CheckedWorkbook
    attached: bool
    content: bytes = b""


def sources(
    desk: LocalDesk, book: Book | None, given: Sequence[tuple[str, bytes]], scheme: Scheme
) -> list[Source]:
    """全部文件，附在报告上的在前，同一文件只算一次。"""
    found: dict[str, Source] = {}
    if book is not None:
        for each in report_forms(desk, book, scheme):
            found[each.file.sha256] = Source(each.file.sha256, each.checked, attached=True)
    for name, content in given:
        digest = hashlib.sha256(content).hexdigest()
        if digest not in found and (checked := _scored(desk, name, content, digest, scheme)):
            found[digest] = Source(digest, checked, attached=False, content=content)
    return list(found.values())


def _scored(
    desk: LocalDesk, name: str, content: bytes, digest: str, scheme: Scheme
) -> CheckedWorkbook | None:
    """这次上传的一份；同一份、同一口径、同样的人工分只算一遍。"""
    memo: dict[tuple[str, ...], CheckedWorkbook] = st.session_state.setdefault("score-memo", {})
    kept = session_entries(digest)
    key = (digest, name, scheme.id, repr(kept))
    if key not in memo:
        try:
            memo[key] = score_file(
                desk, name, content, scheme, lambda sheet: session_entries(digest, sheet)
            )
        except JigaoError as error:
            complain(error)
            return None
    return memo[key]


def session_entries(digest: str, sheet: str | None = None) -> dict[str, Entry]:
    """没有报告时，本会话里人打的分，按得分格。"""
    kept: dict[tuple[str, str, str], Entry] = st.session_state.setdefault("score-entries", {})
    return {
        cell: entry
        for (file, at, cell), entry in kept.items()
        if file == digest and sheet in (None, at)
    }


def attach_button(desk: LocalDesk, book: Book, fresh: Sequence[Source]) -> None:
    """把这次上传的附到报告：项目个数、平均分等成为待确认的事实。"""
    if not fresh:
        return
    label = f"附到《{book.report.bureau}{book.report.year}年度报告》并提出事实（{len(fresh)}份）"
    if st.button(label, type="primary", key="score-attach"):
        for each in fresh:
            try:
                done = attach(desk, book.report.id, each.checked.book.name, each.content, author())
            except JigaoError as error:
                complain(error)
                return
            mark_seen(done.book)
        go("fill", book.report.id)
