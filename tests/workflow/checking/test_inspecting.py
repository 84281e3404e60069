"""查验：读和查都在工作进程里，认不准的文字不下断语。"""

from pathlib import Path

import pytest

from assistant.domain.document import plain
from assistant.domain.errors import Unreadable
from assistant.domain.findings import Severity
from assistant.workflow.checking.checking import check
from assistant.workflow.checking.inspecting import Order, Upload, inspect, inspect_all
from tests.fakes import FakeDesk

WRONG = "2023年收入1200.00万元，较上年增加200.00万元，增长16.7%。"


def order(desk: FakeDesk) -> Order:
    return Order(desk.catalogue.locality("national"))


def test_an_upload_is_checked() -> None:
    desk = FakeDesk()
    result = inspect(desk, order(desk), Upload("a.txt", WRONG.encode()))
    assert [f.severity for f in result.findings] == [Severity.MUST]


def test_an_unreadable_upload_raises_its_sentence() -> None:
    desk = FakeDesk()
    with pytest.raises(Unreadable, match="空文件"):
        inspect(desk, order(desk), Upload("a.docx", b""))


def test_a_batch_keeps_the_order_and_names_what_failed(tmp_path: Path) -> None:
    desk = FakeDesk()
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(WRONG, encoding="utf-8")
    files = [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"]
    rows = list(inspect_all(desk, order(desk), files, 1, None))
    assert [bool(row.error) for row in rows] == [True, False, True]
    assert rows[1].counts == (1, 0, 0)


def test_recognised_text_is_only_doubted() -> None:
    desk = FakeDesk()
    locality = desk.catalogue.locality("national")
    scanned = plain("a.png", WRONG)._replace(recognised=True)
    assert [f.severity for f in check(scanned, locality).findings] == [Severity.DOUBT]
