"""页面资料库：导入、翻看、改正、与已有的不同时问一声。"""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.workflow.library.test_adding import LAW


def app(data: str) -> None:
    """只画这一页。"""
    from pathlib import Path

    import streamlit as st

    from assistant.bootstrap import connect
    from assistant.settings import Settings
    from assistant.ui.library.page import render

    render(st.session_state.setdefault("desk", connect(Settings(data_dir=Path(data)))))


@pytest.fixture
def page(tmp_path: Path) -> AppTest:
    return AppTest.from_function(app, args=(str(tmp_path),), default_timeout=60).run()


def text(page: AppTest) -> str:
    every = (*page.markdown, *page.caption, *page.success, *page.warning, *page.error, *page.info)
    return "\n".join(each.value for each in (*every, *page.subheader))


def drop(page: AppTest, *files: tuple[str, str]) -> AppTest:
    page.file_uploader[0].set_value([(n, t.encode(), "text/markdown") for n, t in files])
    return page.run()


def test_a_law_that_is_dropped_is_cut_and_shown_as_the_original(page: AppTest) -> None:
    assert "要点，非原文" in text(page)
    drop(page, ("示范法.md", LAW), ("坏.md", "没有层次的文字"))
    shown = text(page)
    assert "收下《中华人民共和国云岭示范法》，3 段" in shown
    assert "坏.md" in shown
    assert ":green-badge[原文]" in shown
    assert "第二条" in shown
    drop(page, ("另名.md", LAW))
    assert "早已收过，没有变" in text(page)


def test_what_became_of_every_file_of_a_drop_is_told(page: AppTest) -> None:
    drop(page, *((f"坏{n}.md", "没有层次的文字") for n in range(9)))
    assert all(f"坏{n}.md" in text(page) for n in range(9))
    drop(page, ("示范法.md", LAW))
    assert "坏0.md" not in text(page)


def test_a_wrong_article_is_mended_on_the_page(page: AppTest) -> None:
    drop(page, ("示范法.md", LAW))
    number = next(box for box in page.text_input if box.value == "第二条")
    number.set_value("第二条之一")
    (change,) = (b for b in page.button if str(b.key).endswith("#第二条") and b.label == "改")
    change.click().run()
    assert "第二条之一" in text(page)


def test_two_texts_of_one_version_wait_for_a_decision(page: AppTest) -> None:
    drop(page, ("示范法.md", LAW))
    drop(page, ("抄错.md", LAW.replace("演练", "排练")))
    assert "1处不同：第二条" in text(page)
    page.button(key="replace-抄错.md").click().run()
    assert "排练" in text(page)
    assert "1处不同" not in text(page)


def test_an_imported_document_can_be_removed(page: AppTest) -> None:
    drop(page, ("示范法.md", LAW))
    removing = next(b for b in page.button if str(b.key).startswith("remove-"))
    removing.click().run()
    assert "中华人民共和国云岭示范法" not in [s.value for s in page.subheader]
