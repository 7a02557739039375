"""A database of any age becomes today's; one of tomorrow, or none at all, gets one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect
from store_world import handed_in

from grader.errors import StoreError
from grader.store import Store, connect
from grader.store.connect import FILE, writer_engine
from grader.store.migrate import MIGRATIONS, revisions, upgrade
from grader.store.schema import metadata


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = writer_engine(tmp_path)
    yield made
    made.dispose()


def schema(engine: Engine) -> dict[str, set[str]]:
    look = inspect(engine)
    return {table: {column["name"] for column in look.get_columns(table)} for table in look.get_table_names()}


def test_migrations_make_what_the_schema_says(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_migrations_make_the_same_indexes_and_constraints(engine: Engine) -> None:
    def declared(of: Engine) -> set[str]:
        with of.connect() as connection:
            rows = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'")
            lines = "\n".join(sql for (sql,) in rows if sql).replace('"', "").splitlines()
        return {" ".join(line.replace("PRIMARY KEY AUTOINCREMENT", "").split()).rstrip(", ") for line in lines} - {""}

    upgrade(engine)
    straight = create_engine("sqlite://")
    metadata.create_all(straight)
    difference = declared(engine) ^ declared(straight)
    straight.dispose()
    assert difference == set()


@pytest.mark.parametrize("revision", revisions())
def test_every_earlier_schema_becomes_todays(engine: Engine, tmp_path: Path, revision: str) -> None:
    upgrade(engine, revision)
    Store.open(tmp_path).close()
    assert set(schema(engine)) == {*metadata.tables, "alembic_version"}


@pytest.mark.parametrize("revision", revisions())
def test_every_earlier_schema_keeps_its_learners(engine: Engine, tmp_path: Path, revision: str) -> None:
    upgrade(engine, revision)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO learners (id, language, since) VALUES ('you', 'zh', '2026-01-01 00:00:00')"
        )
    store = Store.open(tmp_path)
    language = store.language("you")
    store.close()
    assert language == "zh"


def test_second_upgrade_changes_nothing(tmp_path: Path) -> None:
    first = Store.open(tmp_path)
    id = first.add_submission(handed_in())
    first.close()
    second = Store.open(tmp_path)
    found = second.submission(id)
    second.close()
    assert found is not None


def test_revisions_are_a_line_of_numbers() -> None:
    assert revisions() == [f"{n:04}" for n in range(1, len(list((MIGRATIONS / "versions").glob("v*.py"))) + 1)]


def test_database_of_a_newer_program_is_refused(engine: Engine, tmp_path: Path) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer Kernel Dojo \(schema 9999.*Update the program"):
        Store.open(tmp_path)


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match=r"cannot be used: file is not a database\."):
        Store.open(tmp_path)


def test_refused_folder_is_not_held(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError):
        Store.open(tmp_path)
    (tmp_path / FILE).unlink()
    Store.open(tmp_path).close()


def test_failed_migration_leaves_nothing_behind(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE progress (mine TEXT)"
        )  # the migration makes others before it meets this
    with pytest.raises(StoreError, match="already exists"):
        upgrade(engine)
    assert set(schema(engine)) == {"progress"}


def test_database_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "_WRITER", ("PRAGMA query_only=ON",))
    with pytest.raises(StoreError, match=r"cannot be used: attempt to write a readonly database\. Set DOJO_DATA_DIR"):
        Store.open(tmp_path)
