"""翻看一份：是原文还是要点，什么时候有效，有哪些版本，逐条看；导入的可以改正。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.evidence import Passage, Source
from assistant.ui.library.mending import mend_document, mend_provision
from assistant.ui.markup import as_text
from assistant.workflow.library.browsing import Entry, today

_PAGE = 40
_WHOLE = "全部"
_DATABASE = "https://flk.npc.gov.cn"


def document(desk: LocalDesk, entry: Entry) -> None:
    """一份文件。"""
    source = entry.source
    st.subheader(source.title, anchor=False)
    _about(entry, entry.state(today(desk)))
    _versions(desk, source)
    if source.digest:
        mend_document(desk, source)
    shown = _filtered(desk.library.shelf().of(source.id), source.id)
    for passage in shown[:_PAGE]:
        _provision(desk, passage)
    if len(shown) > _PAGE:
        st.caption(f"还有 {len(shown) - _PAGE} 条没有列出：选一章，或打几个字来找。")
    if not shown:
        st.info("没有找到。换几个字试试。")


def _about(entry: Entry, state: str) -> None:
    source = entry.source
    if source.kind == "report":
        st.markdown(":gray-badge[往年报告，只学写法]")
        return
    badge = ":green-badge[原文]" if source.verbatim else ":orange-badge[要点，非原文]"
    colour = "green" if state == "现行有效" else "orange"
    st.markdown(f"{badge} :{colour}-badge[{state}]")
    parts = [source.document_number, source.issuer, source.level or ""]
    st.caption(as_text("　".join(part for part in (*parts, dates(source)) if part)))
    official_link(source)
    if not source.verbatim:
        st.caption("这是本系统自己写的要点，引用前请核对原文；导入正式文本后以原文为准。")
    if source.assumed:
        st.warning("文中没有写施行日期，现在的日期是推定的，请核对后在“改记录”里改定。")
    if source.recognised:
        st.warning("文字由图片识别，可能有错字，请逐条核对；核对完在“改记录”里注明。")


def official_link(source: Source) -> None:
    """官方公布的文本；没有记网址的国家法规，到国家法律法规数据库去查。"""
    if source.url.startswith("https://"):
        st.link_button("看官方公布的文本", source.url)
    elif source.level in ("法律", "行政法规", "地方性法规"):
        st.link_button("到国家法律法规数据库查原文", _DATABASE)


def dates(source: Source) -> str:
    """施行和失效。"""
    if source.kind == "report":
        return ""
    start = f"{source.effective_from} 起施行" if source.effective_from else "施行日期不明"
    return f"{start}，{source.effective_to} 止" if source.effective_to else start


def _versions(desk: LocalDesk, source: Source) -> None:
    """同名的别的版本，和配着的要点或原文。"""
    shelf = desk.library.shelf()
    others = [s for s in shelf.named(source.title) if s.id != source.id and s.kind == source.kind]
    if not others or source.kind == "report":
        return
    with st.expander(f"同名的另外 {len(others)} 份：别的版本，或它的要点"):
        for other in others:
            kind = "原文" if other.verbatim else "要点，非原文"
            words, button = st.columns([5, 2], vertical_alignment="center")
            words.markdown(f"{kind}　{dates(other)}")
            if button.button("看这一份", key=f"open-{other.id}", width="stretch"):
                st.query_params["source"] = other.id
                st.rerun()


def _filtered(passages: tuple[Passage, ...], key: str) -> list[Passage]:
    chapters = list(dict.fromkeys(p.heading.partition(" ")[0] for p in passages if p.heading))
    left, right = st.columns(2)
    words = left.text_input("找几个字", key=f"words-{key}", placeholder="如 公开、第十四条")
    chapter = _WHOLE
    if len(passages) > _PAGE and len(chapters) > 1:
        chapter = right.selectbox("哪一章", [_WHOLE, *chapters], key=f"chapter-{key}")
    return [
        p
        for p in passages
        if chapter in (_WHOLE, p.heading.partition(" ")[0])
        and (not words.strip() or words.strip() in f"{p.provision}{p.heading}{p.text}")
    ]


def _provision(desk: LocalDesk, passage: Passage) -> None:
    wanted = st.query_params.get("provision", "") == passage.provision
    with st.container(border=True):
        mark = ":blue[▍]" if wanted else ""
        above = "" if passage.text.startswith(passage.heading) else passage.heading
        st.markdown(f"{mark}**{as_text(passage.provision)}**　:gray[{as_text(above)}]")
        st.markdown(as_text(passage.text))
        if passage.source.digest and passage.source.kind == "regulation":
            mend_provision(desk, passage)
