"""Connections: one that writes, and short ones that read. What differs between databases stands here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite

FILE = "dojo.sqlite3"
_PATIENCE_S = 10.0
_ALWAYS = ("PRAGMA foreign_keys=ON",)
_WRITER = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")
_READER = ("PRAGMA query_only=ON",)


def writer_engine(folder: Path) -> Engine:
    """One connection whose transactions begin as writers: read-then-write under a plain BEGIN runs into busy errors."""
    return _engine(folder, [*_ALWAYS, *_WRITER], "BEGIN IMMEDIATE", pool_size=1, max_overflow=0)


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


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that knows ON CONFLICT, which is the same in both databases but not in standard SQL."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
