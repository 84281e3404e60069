"""改正：改记录里的日期、文号；改一条的条号和文字，并入上一条，拆成几条；移去一份。"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.evidence import Passage, Source
from assistant.ui.session import author, complain
from assistant.workflow.library.revising import day, describe, merge, remove, revise


def mend_document(desk: LocalDesk, source: Source) -> None:
    """改记录，移去。"""
    first, second, _ = st.columns([2, 2, 3])
    if source.kind == "regulation":
        with first.popover("改记录", width="stretch"):
            _record(desk, source)
    with (second if source.kind == "regulation" else first).popover("移去这一份", width="stretch"):
        st.caption("移去后不再用它回答和核对；原件还在，可以重新导入。")
        if st.button("确实移去", key=f"remove-{source.id}"):
            _do(lambda: remove(desk, source.id), "已移去。")
    if source.corrections:
        with st.expander(f"改过 {len(source.corrections)} 处"):
            st.text("\n".join(source.corrections))


def _record(desk: LocalDesk, source: Source) -> None:
    with st.form(f"record-{source.id}", border=False):
        title = st.text_input("名称", source.title)
        number = st.text_input("文号", source.document_number)
        issuer = st.text_input("发文机关", source.issuer)
        start = st.text_input("施行日期", str(source.effective_from or ""))
        end = st.text_input("失效日期（现行有效不填）", str(source.effective_to or ""))
        url = st.text_input("官方网址", source.url)
        read = st.checkbox("文字已逐条核对过", not source.recognised)
        if st.form_submit_button("改"):
            texts = {"title": title, "document_number": number, "issuer": issuer, "url": url}
            filled = {key: text.strip() for key, text in texts.items()}
            days = {"effective_from": start, "effective_to": end}
            _do(
                lambda: _describe(desk, source, filled | {"recognised": not read}, days), "改好了。"
            )


def _describe(
    desk: LocalDesk, source: Source, filled: dict[str, Any], days: dict[str, str]
) -> Source:
    """只改变了的几项。"""
    filled = filled | {key: day(text) for key, text in days.items()}
    changes = {key: value for key, value in filled.items() if getattr(source, key) != value}
    return describe(desk, source.id, changes, author())


def mend_provision(desk: LocalDesk, passage: Passage) -> None:
    """改一条。"""
    source, at = passage.source, f"{passage.id}-{len(passage.source.corrections)}"
    with st.popover("改"):
        number = st.text_input("条号", passage.provision, key=f"number-{at}")
        text = st.text_area(
            "文字（一款一行；要拆成两条，另起一行写“## 第六条”）",
            passage.text,
            key=f"text-{at}",
            height=220,
        )
        change, join = st.columns(2)
        if change.button("改", key=f"revise-{passage.id}", width="stretch"):
            _do(
                lambda: revise(desk, source.id, passage.provision, number, text, author()),
                "改好了。",
            )
        if join.button("并入上一条", key=f"merge-{passage.id}", width="stretch"):
            _do(lambda: merge(desk, source.id, passage.provision, author()), "并好了。")


def _do(change: Callable[[], object], said: str) -> None:
    try:
        change()
    except JigaoError as error:
        complain(error)
    else:
        st.toast(said)
        st.rerun()
