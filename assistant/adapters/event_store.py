"""事件表：SQLAlchemy，默认 SQLite（WAL），按 URL 可换 PostgreSQL。"""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from pydantic import TypeAdapter
from sqlalchemy import (
    Column,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    func,
    insert,
    make_url,
    select,
)
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from assistant.domain.errors import BadInput, Conflict, Unavailable
from assistant.domain.events import GENESIS, Event, Payload, seal

_METADATA = MetaData()
_EVENTS = Table(
    "events",
    _METADATA,
    Column("report_id", String(40), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("actor", String(80), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("payload", Text, nullable=False),
    Column("prev", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)
_PAYLOAD: TypeAdapter[Payload] = TypeAdapter(Payload)


class SqlReportRepository:
    """报告存储。(report_id, seq) 唯一，抢写的一方得到 Conflict。"""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        # 同一进程里排队写：SQLite 遇锁是睡着等，二十人同时写会有人一等再等
        self._writing = Lock()
        try:
            _METADATA.create_all(self._engine)
        except OperationalError as error:
            raise Unavailable(
                "数据库打不开", "请检查 JIGAO_DATABASE_URL 或数据目录的权限与磁盘空间。"
            ) from error

    def append(
        self, report_id: str, expected: int, actor: str, at: str, payloads: Sequence[Payload]
    ) -> tuple[Event, ...]:
        """在第 expected 条之后追加，全部写入或全不写。

        先读头再写：若两次之间有人抢写，(report_id, seq) 的唯一约束使本次整体失败。
        """
        seq, prev = self._head(report_id)
        if seq != expected:
            raise _conflict(report_id)
        sealed = _seal_all(report_id, seq, prev, actor, at, payloads)
        try:
            with self._writing, self._engine.begin() as connection:
                connection.execute(insert(_EVENTS), [_row(item) for item in sealed])
        except IntegrityError as error:
            raise _conflict(report_id) from error
        except SQLAlchemyError as error:
            raise Unavailable("没能写入数据库，这一步没有保存", "请检查磁盘空间后重试。") from error
        return sealed

    def _head(self, report_id: str) -> tuple[int, str]:
        query = (
            select(_EVENTS.c.seq, _EVENTS.c.hash)
            .where(_EVENTS.c.report_id == report_id)
            .order_by(_EVENTS.c.seq.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            head = connection.execute(query).first()
        return (head.seq, head.hash) if head else (0, GENESIS)

    def events(self, report_id: str) -> tuple[Event, ...]:
        """一份报告的全部事件。"""
        query = select(_EVENTS).where(_EVENTS.c.report_id == report_id).order_by(_EVENTS.c.seq)
        with self._engine.connect() as connection:
            return tuple(_event(row._mapping) for row in connection.execute(query))

    def report_ids(self) -> tuple[str, ...]:
        """全部报告编号，最近动过的在前。"""
        query = (
            select(_EVENTS.c.report_id)
            .group_by(_EVENTS.c.report_id)
            .order_by(func.max(_EVENTS.c.at).desc())
        )
        with self._engine.connect() as connection:
            return tuple(connection.execute(query).scalars())


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.drivername.startswith("sqlite") and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise BadInput(
            f"JIGAO_DATABASE_URL 用不了：{url.split('@')[-1]}", "默认不用设置；写法见 README。"
        ) from error
    if parsed.drivername.startswith("sqlite"):
        event.listen(engine, "connect", _wal)
    return engine


def _wal(connection: object, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA busy_timeout=5000")
    cursor.close()


def _seal_all(
    report_id: str, seq: int, prev: str, actor: str, at: str, payloads: Sequence[Payload]
) -> tuple[Event, ...]:
    sealed: list[Event] = []
    for number, payload in enumerate(payloads, seq + 1):
        sealed.append(seal(report_id, number, at, actor, payload, prev))
        prev = sealed[-1].hash
    return tuple(sealed)


def _row(item: Event) -> dict[str, object]:
    return {
        "report_id": item.report_id,
        "seq": item.seq,
        "at": item.at,
        "actor": item.actor,
        "kind": item.payload.kind,
        "payload": item.payload.model_dump_json(),
        "prev": item.prev,
        "hash": item.hash,
    }


def _event(row: object) -> Event:
    fields = dict(row)  # type: ignore[call-overload]
    fields.pop("kind")
    return Event(**{**fields, "payload": _PAYLOAD.validate_json(fields["payload"])})


def _conflict(report_id: str) -> Conflict:
    return Conflict(
        f"报告 {report_id} 刚被另一个窗口或命令改过，这一步没有保存",
        "请刷新后看一眼最新内容，再做一次。",
    )
