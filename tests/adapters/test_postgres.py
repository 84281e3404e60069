"""PostgreSQL：同一套事件表，换一个网址。要有驱动和一个空库，网址在 JIGAO_TEST_DATABASE_URL。"""

import os
import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest

from assistant.adapters.event_store import SqlReportRepository
from assistant.bootstrap import connect
from assistant.domain.errors import Conflict
from assistant.domain.events import TurnSaid, broken_at
from assistant.settings import Settings
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report
from tests.adapters.test_event_store import AT, OPENED


@pytest.fixture
def url() -> str:
    found = os.environ.get("JIGAO_TEST_DATABASE_URL", "")
    if not found:
        pytest.skip("没有设 JIGAO_TEST_DATABASE_URL")
    return found


@pytest.fixture
def store(url: str) -> Iterator[SqlReportRepository]:
    made = SqlReportRepository(url)
    yield made
    made._engine.dispose()


def test_a_report_is_written_and_read_back(url: str, tmp_path: Path) -> None:
    desk = connect(Settings(data_dir=tmp_path, database_url=url))
    report = new_report(desk, "云岭县商务局", 2023, "national", "甲").report.id
    take_turn(desk, report, "在职人数24人，编制人数30人", "甲")
    book = confirm_all(desk, report, "甲").book
    assert str(book.ledger.figures["staff.control_rate"].quantity) == "80.00%"
    assert report in desk.reports.report_ids()
    assert broken_at(desk.reports.events(report)) is None
    cast(SqlReportRepository, desk.reports)._engine.dispose()


def test_of_many_writers_on_one_head_one_wins(store: SqlReportRepository) -> None:
    report = f"r{secrets.token_hex(5)}"
    store.append(report, 0, "甲", AT, [OPENED])

    def write(name: str) -> bool:
        try:
            store.append(report, 1, name, AT, [TurnSaid(text=f"{name}一"), TurnSaid(text="二")])
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(write, "乙丙丁戊己庚辛壬"))
    assert won.count(True) == 1
    events = store.events(report)
    assert [event.seq for event in events] == [1, 2, 3]
    assert broken_at(events) is None
