"""事件表：先存后看，抢写得到冲突，链条可核。"""

import sqlite3
from pathlib import Path

import pytest

from assistant.adapters.event_store import SqlReportRepository
from assistant.domain.errors import Conflict
from assistant.domain.events import ReportOpened, TurnSaid, broken_at
from assistant.domain.report import fold

AT = "2024-03-01T09:00:00+08:00"
OPENED = ReportOpened(bureau="云岭县商务局", year=2023, locality="national", outline="o")


@pytest.fixture
def store(tmp_path: Path) -> SqlReportRepository:
    return SqlReportRepository(f"sqlite:///{tmp_path / 'jigao.db'}")


def test_events_come_back_as_written_and_fold_to_the_report(store: SqlReportRepository) -> None:
    store.append("r1", 0, "王经办", AT, [OPENED, TurnSaid(text="年初预算收入数640.20万元")])
    report = fold(store.events("r1"))
    assert (report.bureau, report.seq) == ("云岭县商务局", 2)
    assert report.messages[0].text == "年初预算收入数640.20万元"
    assert broken_at(store.events("r1")) is None


def test_the_second_writer_on_one_head_gets_a_conflict_and_writes_nothing(
    store: SqlReportRepository,
) -> None:
    store.append("r1", 0, "甲", AT, [OPENED])
    store.append("r1", 1, "甲", AT, [TurnSaid(text="甲先写")])
    with pytest.raises(Conflict):
        store.append("r1", 1, "乙", AT, [TurnSaid(text="乙后写"), TurnSaid(text="乙再写")])
    assert [m.text for m in fold(store.events("r1")).messages] == ["甲先写"]


def test_a_changed_row_breaks_the_chain_where_it_was_changed(
    store: SqlReportRepository, tmp_path: Path
) -> None:
    store.append("r1", 0, "甲", AT, [OPENED, TurnSaid(text="一"), TurnSaid(text="二")])
    with sqlite3.connect(tmp_path / "jigao.db") as raw:
        raw.execute("update events set payload = replace(payload, '一', '壹') where seq = 2")
    raw.close()
    assert broken_at(store.events("r1")) == 2
