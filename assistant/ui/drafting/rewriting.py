"""改文字：选几句请模型改，或自己动手。改前改后事实不一样就停下来问。"""

from typing import Any, Literal

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError, Withheld
from assistant.domain.outline import Section
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.drafting.rewriting import ACTIONS, Rewritten, adopt, edit, rewrite, unfolded
from assistant.workflow.drafting.versions import difference, sentences
from assistant.workflow.drafting.wordings import keyed, printed, readable


def rewriting(desk: LocalDesk, book: Book, section: Section) -> None:
    """改这一节的文字。"""
    text = unfolded(section, book)
    if not text:
        return
    with st.expander("改文字"):
        if (change := _pending(section)) is not None:
            _decide(desk, book, section, change)
            return
        if desk.model is None:
            st.caption("没有接模型，压缩、更实、补原因、改口气用不了；下面可以自己改。")
        else:
            _ask_model(desk, book, section, text)
        _by_hand(desk, book, section, text)


def _ask_model(desk: LocalDesk, book: Book, section: Section, text: str) -> None:
    st.markdown("**请模型改选中的几句**（中间的句子一并算上）")
    lines = [s for s in sentences(text) if s.strip()]
    picked = f"picked-{section.id}-{book.report.seq}"
    before = st.session_state.get(picked, ())  # 改过一回没有采用的，勾着的还勾着
    chosen = [
        number
        for number, sentence in enumerate(lines)
        if st.checkbox(
            as_text(printed(sentence, book.ledger)[:120]),
            number in before,
            key=f"pick-{section.id}-{book.report.seq}-{number}",
        )
    ]
    marked = _span(text, lines, chosen)
    wish = st.text_input("别的要求", key=f"wish-{section.id}", placeholder="如：并成一句")
    asked = ""
    with st.container(horizontal=True):
        for action in ACTIONS:
            if st.button(action, key=f"do-{section.id}-{action}", disabled=not marked):
                asked = action
        if st.button("照要求改", key=f"do-{section.id}-wish", disabled=not (marked and wish)):
            asked = wish
    if not marked:
        st.caption("先勾上要改的句子。")
    if asked:
        st.session_state[picked] = chosen
        _rewrite(desk, book, section, marked, asked)
    held = st.session_state.get(f"held-{section.id}")
    if held:
        _held(desk, book, section, *held)


def _span(text: str, lines: list[str], chosen: list[int]) -> str:
    """从选中的第一句到最后一句，原文里连着的一段；没选为空。"""
    if not chosen:
        return ""
    start = text.find(lines[chosen[0]])
    last = lines[chosen[-1]]
    return text[start : text.find(last, start) + len(last)].strip()


def _rewrite(
    desk: LocalDesk, book: Book, section: Section, marked: str, action: str, *, seen: bool = False
) -> None:
    st.session_state.pop(f"held-{section.id}", None)
    try:
        with st.spinner("模型正在改……"):
            change = rewrite(desk, book.report.id, section.id, marked, action, seen=seen)
    except Withheld as held:
        st.session_state[f"held-{section.id}"] = (marked, action, held.where, held.shown)
        st.rerun()
    except JigaoError as error:
        st.error(f"{error.words}原来的文字没有动。")
    else:
        if change.after == change.before:
            st.info("模型没有改动这几句。换一种改法，或写明别的要求再试。")
        else:
            _hold(section, change)


def _held(
    desk: LocalDesk, book: Book, section: Section, marked: str, action: str, why: str, shown: str
) -> None:
    st.warning(f"{why}。要送的是遮过的下面这段，看过可以的再送。")
    st.code(shown[:2000], language=None, wrap_lines=True)
    if st.button("可以送出", key=f"send-{section.id}"):
        _rewrite(desk, book, section, marked, action, seen=True)


def _by_hand(desk: LocalDesk, book: Book, section: Section, text: str) -> None:
    st.markdown("**自己改**（花括号里是数字的名称，由系统印数，请照原样留着）")
    typed = st.text_area(
        "这一节的文字",
        readable(text, book.ledger),
        height=180,
        key=f"hand-{section.id}-{book.report.seq}",
        label_visibility="collapsed",
    )
    if not st.button("看看改了什么", key=f"hand-look-{section.id}"):
        return
    try:
        change = edit(desk, book.report.id, section.id, keyed(typed, book.ledger, book.outline))
    except JigaoError as error:
        complain(error)
        return
    if change.after == change.before:
        st.info("文字没有变。")
    else:
        _hold(section, change)


def _decide(desk: LocalDesk, book: Book, section: Section, change: Rewritten) -> None:
    """改前改后摆出来，由人定。"""
    who = f"{change.model} 改的" if change.model else "您改的"
    st.markdown(f"**{who}**　:red[~~删去~~]　:green[添上]")
    show_difference(change.before, change.after, book)
    for doubt in change.doubts:
        st.warning(as_text(doubt))
    if change.doubts:
        st.caption("改前改后的事实不一样，所以停下来问您。要采用就由您负责，留痕。")
    with st.container(horizontal=True):
        words = "我看过，仍要采用" if change.doubts else "采用"
        kind: Literal["primary", "secondary"] = "secondary" if change.doubts else "primary"
        if st.button(words, key=f"adopt-{section.id}", type=kind):
            _adopt(desk, book, section, change)
        if st.button("不用", key=f"drop-{section.id}"):
            st.session_state.pop(f"change-{section.id}", None)
            st.rerun()


def _adopt(desk: LocalDesk, book: Book, section: Section, change: Rewritten) -> None:
    sure = bool(change.doubts)
    try:
        mark_seen(adopt(desk, book.report.id, section.id, change, author(), sure=sure))
    except JigaoError as error:
        complain(error)
        return
    st.session_state.pop(f"change-{section.id}", None)
    st.rerun()


def _hold(section: Section, change: Rewritten) -> None:
    st.session_state[f"change-{section.id}"] = change._asdict()
    st.rerun()


def _pending(section: Section) -> Rewritten | None:
    kept: dict[str, Any] | None = st.session_state.get(f"change-{section.id}")
    return Rewritten(**kept) if kept else None


def show_difference(old: str, new: str, book: Book) -> None:
    """逐句的差别。"""
    pieces = []
    for piece in difference(old, new):
        text = as_text(printed(piece.text, book.ledger).strip("\n"))
        if not text.strip():
            continue
        shape = {"same": "{}", "gone": ":red[~~{}~~]", "new": ":green[{}]"}[piece.kind]
        pieces.append(shape.format(text))
    st.markdown("".join(pieces))
