"""One thread writes for all: nobody meets a locked database, and a future that resolved is on disk."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, text
from store_world import at, handed_in, verdict

from grader.errors import StoreError, UsageError
from grader.store import Store
from grader.store.connect import FILE, writer_engine
from grader.store.writer import Writer


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = writer_engine(tmp_path)
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE notes (word TEXT UNIQUE)"))
    yield made
    made.dispose()


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    made = Writer(engine)
    yield made
    made.close()


def note(word: str) -> Callable[[Connection], str]:
    def work(connection: Connection) -> str:
        connection.execute(text("INSERT INTO notes VALUES (:word)"), {"word": word})
        return word

    return work


def words(folder: Path) -> list[str]:
    """What another process would see."""
    seen = sqlite3.connect(folder / FILE)
    try:
        return [word for (word,) in seen.execute("SELECT word FROM notes ORDER BY rowid")]
    finally:
        seen.close()


def held(writer: Writer) -> threading.Event:
    """Keep the writer busy until the event is set, so that what comes meanwhile shares one commit."""
    begun, go = threading.Event(), threading.Event()

    def stay(_: Connection) -> None:
        begun.set()
        go.wait(30)

    writer.write(stay)
    begun.wait(30)
    return go


def test_result_comes_back(writer: Writer) -> None:
    assert writer.write(lambda _: 42).result(30) == 42


def test_future_resolves_after_the_commit(writer: Writer, tmp_path: Path) -> None:
    seen: list[list[str]] = []
    future = writer.write(note("a"))
    future.add_done_callback(lambda _: seen.append(words(tmp_path)))
    future.result(30)
    writer.close()
    assert seen == [["a"]]


def test_requests_that_wait_share_one_commit(writer: Writer, engine: Engine) -> None:
    commits: list[object] = []
    go = held(writer)
    event.listen(engine, "commit", commits.append)
    futures = [writer.write(note(f"{n}")) for n in range(20)]
    go.set()
    wait(futures, 30)
    assert len(commits) == 2


def test_failed_request_costs_its_neighbours_nothing(writer: Writer, tmp_path: Path) -> None:
    go = held(writer)
    futures = [writer.write(note(word)) for word in ("a", "a", "b")]
    go.set()
    failed = [future.exception(30) is not None for future in futures]
    assert (failed, words(tmp_path)) == ([False, True, False], ["a", "b"])


def test_failed_request_undoes_all_it_did(writer: Writer, tmp_path: Path) -> None:
    def half(connection: Connection) -> None:
        connection.execute(text("INSERT INTO notes VALUES ('half')"))
        raise UsageError("no")

    with pytest.raises(UsageError, match="no"):
        writer.write(half).result(30)
    assert words(tmp_path) == []


def test_failed_commit_is_told_to_everyone_in_it(writer: Writer, engine: Engine) -> None:
    go = held(writer)
    futures = [writer.write(note(word)) for word in ("a", "b")]

    def full(_: Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    event.listen(engine, "commit", full)
    go.set()
    failed = [future.exception(30) for future in futures]
    event.remove(engine, "commit", full)
    assert all(error is not None for error in failed)


def test_writer_goes_on_after_a_failed_commit(writer: Writer, engine: Engine, tmp_path: Path) -> None:
    def full(_: Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    event.listen(engine, "commit", full)
    writer.write(note("lost")).exception(30)
    event.remove(engine, "commit", full)
    writer.write(note("kept")).result(30)
    assert words(tmp_path) == ["kept"]


def test_close_finishes_what_was_asked(writer: Writer, tmp_path: Path) -> None:
    go = held(writer)
    for n in range(300):
        writer.write(note(f"{n}"))
    go.set()
    writer.close()
    assert len(words(tmp_path)) == 300


def test_closed_writer_takes_nothing(writer: Writer) -> None:
    writer.close()
    with pytest.raises(StoreError, match="closed"):
        writer.write(lambda _: 1)


def test_commits_reach_the_disk(engine: Engine) -> None:
    with engine.connect() as connection:
        synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar()
        journal = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    assert (synchronous, journal) == (2, "wal")  # 2 is FULL


def test_twenty_threads_write_and_read_without_a_locked_database(tmp_path: Path) -> None:
    store = Store.open(tmp_path)

    def work(n: int) -> int:
        for _ in range(5):
            id = store.add_submission(handed_in(f"learner-{n}"))
            store.record(f"learner-{n}", "corr2d")
            store.save_verdict(id, verdict(), "1", at(1)).result()
        return store.record(f"learner-{n}", "corr2d").attempts

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(work, range(20))) == [5] * 20
    store.close()


def test_twenty_threads_with_one_key_make_one_submission(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    with ThreadPoolExecutor(20) as pool:
        ids = set(pool.map(lambda _: store.add_submission(handed_in(key="k")), range(20)))
    store.close()
    assert len(ids) == 1


def test_reader_cannot_write(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    with pytest.raises(StoreError, match="readonly"), store.read() as connection:
        connection.exec_driver_sql("DELETE FROM learners")
    store.close()


def test_whoever_waits_goes_before_what_can_wait(
    writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.store.writer.PATIENCE_S", 60.0)
    go = held(writer)
    patient = [writer.write(note(f"verdict-{n}"), can_wait=True) for n in range(3)]
    waited_for = [writer.write(note(f"submission-{n}")) for n in range(3)]
    go.set()
    wait([*patient, *waited_for], 30)
    assert words(tmp_path) == [*(f"submission-{n}" for n in range(3)), *(f"verdict-{n}" for n in range(3))]


def test_what_can_wait_does_not_wait_for_ever(writer: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.store.writer.PATIENCE_S", 0.0)
    go = held(writer)
    patient = [writer.write(note(f"verdict-{n}"), can_wait=True) for n in range(3)]
    waited_for = [writer.write(note(f"submission-{n}")) for n in range(3)]
    go.set()
    wait([*patient, *waited_for], 30)
    assert words(tmp_path)[0] == "verdict-0"


def test_commit_takes_no_more_of_what_can_wait_than_its_time_holds(
    writer: Writer, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.store.writer.BUDGET_S", 0.0)
    monkeypatch.setattr("grader.store.writer.PATIENCE_S", 60.0)
    commits: list[Connection] = []
    go = held(writer)
    patient = [writer.write(note(f"verdict-{n}"), can_wait=True) for n in range(5)]
    event.listen(engine, "commit", commits.append)
    go.set()
    wait(patient, 30)
    writer.close()
    assert len(commits) == 1 + 5  # the one that was held, too


def test_what_can_wait_is_finished_before_the_end(engine: Engine, tmp_path: Path) -> None:
    writer = Writer(engine)
    go = held(writer)
    patient = [writer.write(note(f"{n}"), can_wait=True) for n in range(300)]
    go.set()
    writer.close()
    assert all(one.done() for one in patient) and len(words(tmp_path)) == 300
