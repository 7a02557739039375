"""Connections: one that writes, and short ones that read. What differs between databases stands here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite

FILE = "dojo.sqlite3"
LARGE = 512 << 20
"""Bytes of a database that is not written anew while people wait: 100 MB take 2 s, 2 GB a minute or two."""

_PATIENCE_S = 10.0
_SWEEPING_S = 600
"""Who writes waits so long for a sweep of this or another process, instead of failing."""

_ALWAYS = ("PRAGMA foreign_keys=ON",)
_WRITER = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    f"PRAGMA busy_timeout={_SWEEPING_S * 1000}",
)
_READER = ("PRAGMA query_only=ON",)


def writer_engine(folder: Path) -> Engine:
    """One connection whose transactions begin as writers: read-then-write under a plain BEGIN runs into busy errors."""
    return _engine(
        folder, [*_ALWAYS, *_WRITER], "BEGIN IMMEDIATE", pool_size=1, max_overflow=0, pool_timeout=_SWEEPING_S
    )


def reader_engine(folder: Path) -> Engine:
    """Connections that cannot write; each sees what was committed when its transaction began."""
    return _engine(folder, [*_ALWAYS, *_READER], "BEGIN", pool_size=5, max_overflow=59)


def _engine(folder: Path, pragmas: list[str], begin: str, **pool: int) -> Engine:
    url = URL.create("sqlite", database=str(folder / FILE))
    engine = create_engine(url, connect_args={"timeout": _PATIENCE_S}, **pool)

    def prepare(raw: Any, _record: object) -> None:
        raw.isolation_level = None  # sqlite3 must not begin transactions by itself; `begin` does
        cursor = raw.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def sweep(engine: Engine, *, at_any_size: bool = True) -> bool:
    """Write the file anew from its rows and empty its log, so that no byte of a deleted row is left.

    `secure_delete` is not enough: it leaves pieces in pages that were split (measured: up to 7 of 300 deleted texts).
    The engine's only connection is taken for it: who writes waits. False for a large file, unless `at_any_size`: then
    only the log was emptied. Raises `OperationalError` when somebody was reading all the time.
    """
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        size = Path(str(engine.url.database)).stat().st_size
        is_done = at_any_size or size < LARGE
        if is_done:
            cursor.execute("VACUUM")
        cursor.execute(f"PRAGMA busy_timeout={int(_PATIENCE_S * 1000)}")
        is_busy, _, _ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={_SWEEPING_S * 1000}")
        cursor.close()
    finally:
        raw.close()
    if is_busy:
        raise OperationalError("somebody was reading all the time; try again")
    return is_done


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT, which is the same in both databases but not in standard SQL."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def upsert_into(
    connection: Connection, table: Table, *, add: tuple[str, ...] = (), keep: tuple[str, ...] = ()
) -> sqlite.Insert | postgresql.Insert:
    """Insert rows; where the primary key is there already, replace the other columns, `add` to some, `keep` some.

    Made once for each table: to build a statement costs more than to run it.
    """
    return _upsert(connection.dialect.name, table, add, keep)


@cache
def _upsert(
    dialect: str, table: Table, add: tuple[str, ...], keep: tuple[str, ...]
) -> sqlite.Insert | postgresql.Insert:
    new = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    keys = [column.name for column in table.primary_key]
    names = [column.name for column in table.columns if column.name not in {*keys, *keep}]
    values: dict[str, Any] = {name: new.excluded[name] for name in names}
    values |= {name: table.c[name] + new.excluded[name] for name in add}
    return new.on_conflict_do_update(index_elements=keys, set_=values)


def insert_new_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Insert rows; one whose key is there already stays as it is. Made once for each table."""
    return _insert_new(connection.dialect.name, table)


@cache
def _insert_new(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    return (postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)).on_conflict_do_nothing()
