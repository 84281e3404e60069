"""公开的法律文本：每一部都收得进，条数和条文与另一种切分（评测自己的）完全一样。"""

from pathlib import Path

import pytest

from assistant.workflow.library.adding import add
from assistant.workflow.library.verifying import verify
from benchmarks.statutes import read_statutes
from tests.fakes import FakeDesk
from tests.needs import shared


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_law_is_taken_in_with_all_its_articles() -> None:
    folder = shared("laws")
    desk = FakeDesk()
    expected = read_statutes(folder)
    for path in sorted(folder.glob("*.md")):
        done = add(desk, path.name, path.read_bytes())
        known = expected[path.stem]
        assert {p.provision: squeezed(p.text) for p in done.passages} == {
            number: squeezed(text) for number, text in known.items()
        }
        assert (done.source.name, done.source.articles) == (path.stem, len(known))
        assert done.source.effective_from
    assert verify(desk) == () or all("推定" in t.what for t in verify(desk))


@pytest.mark.parametrize("kind", ["docx", "html"])
def test_a_law_reads_the_same_from_word_and_from_a_web_page(kind: str, tmp_path: Path) -> None:
    path = shared("laws") / "预算法.md"
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    content = _docx(lines) if kind == "docx" else _html(lines)
    done = add(FakeDesk(), f"预算法.{kind}", content)
    known = read_statutes(path.parent)["预算法"]
    assert {p.provision: squeezed(p.text) for p in done.passages} == {
        number: squeezed(text) for number, text in known.items()
    }


def _docx(lines: list[str]) -> bytes:
    import io

    import docx

    book, out = docx.Document(), io.BytesIO()
    for line in lines:
        if not line.startswith("<!--"):
            book.add_paragraph(line.lstrip("# "))
    book.save(out)
    return out.getvalue()


def _html(lines: list[str]) -> bytes:
    body = "".join(f"<p>　　{line.lstrip('# ')}</p>" for line in lines if line[:4] != "<!--")
    menu = "<div>首页</div><div>打印本页</div>"
    return f"<html><body>{menu}{body}<div>版权所有</div></body></html>".encode()
