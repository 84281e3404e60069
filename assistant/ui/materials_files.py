"""附过的材料：每份读出了什么、哪里对不上、哪里没读懂。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.events import FileAttached
from assistant.domain.facts import shown
from assistant.ui.markup import as_text
from assistant.ui.session import complain
from assistant.workflow.books import Book
from assistant.workflow.materials.materials import material_of
from assistant.workflow.materials.reading import Material


def attached_files(desk: LocalDesk, book: Book) -> None:
    """最近附的在上面。"""
    if not book.report.files:
        st.info("还没有附材料。")
    for file in reversed(book.report.files):
        try:
            material = _read(desk, book, file)
        except JigaoError as error:
            complain(error)
            continue
        with st.expander(_headline(file, material)):
            _contents(material)


def _read(desk: LocalDesk, book: Book, file: FileAttached) -> Material:
    """翻看时不重读。"""
    memo: dict[tuple[str, int, str], Material] = st.session_state.setdefault("materials-memo", {})
    key = (file.sha256, file.year, book.report.locality)
    if key not in memo:
        memo[key] = material_of(desk, book, file)
    return memo[key]


def _headline(file: FileAttached, material: Material) -> str:
    found = material.found
    parts = [f"取到 {len(material.facts)} 项"]
    must, _ = material.form_faults
    parts += [f":red[自评表必改 {must} 处]"] if must else []
    doubts = len(found.breaks) + len(material.wrong) + len(material.clashes)
    parts += [f":orange[对不上 {doubts} 处]"] if doubts else []
    parts += [f":gray[没有读懂 {len(found.unread)} 处]"] if found.unread else []
    return f"**{as_text(file.name)}**　" + "　".join(parts)


def _contents(material: Material) -> None:
    for clash in material.clashes:
        st.warning(as_text(clash.message))
    for found in material.found.breaks:
        st.warning(as_text(f"{_place(found.locator)}　{found.message}"))
    for wrong in material.wrong:
        st.warning(as_text(f"{wrong.at}　“{wrong.quote}”：{wrong.why}"))
    must, doubt = material.form_faults
    if must + doubt:
        st.warning(f"自评表必改{must}处、存疑{doubt}处，到“评分”页逐格看。")
    for asked in material.asked:
        st.warning(as_text(f"请在自评表里补原因，报告照着写：{asked}"))
    if material.facts:
        st.dataframe(
            [
                {
                    "名称": taken.label,
                    "年度": f"{taken.year}年",
                    "值": shown(taken.value)[:60],
                    "位置": _place(taken.locator),
                    "原文": taken.quote[:60],
                }
                for taken in material.facts
            ],
            hide_index=True,
        )
    if material.found.unread:
        st.caption("没有读懂、没有取的")
        st.dataframe(
            [
                {"位置": _place(each.locator), "写着": each.text[:60], "为什么": each.why}
                for each in material.found.unread
            ],
            hide_index=True,
        )


def _place(locator: str) -> str:
    return locator.partition("#")[2] or locator
