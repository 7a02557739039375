"""Whatever happens in whatever order: the rollups are what a rebuild from the verdicts makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, INES, NOON, a_course
from hypothesis import given, settings
from hypothesis import strategies as st
from proof import count
from sqlalchemy import Engine, create_engine, delete, select, update
from sqlalchemy.pool import StaticPool
from store_world import CODE, handed_in, internal, verdict
from typer.testing import CliRunner

from grader.cli.edge import app
from grader.model import CheckResult, Message, Outcome, Verdict
from grader.store import Connection, Store, learners, pack, people, progress, rollups, submissions
from grader.store.schema import learners as learners_table
from grader.store.schema import metadata, verdicts
from grader.store.schema import progress as progress_table
from grader.store.schema_courses import check_tallies, daily, mistakes
from grader.store.trail import Attempt, Trail, trail_of

TABLES = (progress_table, mistakes, check_tallies, daily)
WHO = (ADA.id, BEN.id, INES.id, "you")


def everything(connection: Connection) -> list[set[tuple[Any, ...]]]:
    return [{tuple(row) for row in connection.execute(select(table))} for table in TABLES]


def rebuilt(connection: Connection) -> list[set[tuple[Any, ...]]]:
    """What the tables hold after they were worked out from nothing."""
    for table in TABLES:
        connection.execute(delete(table))
    rollups.apply(connection, rollups.drift(connection))
    for learner in connection.execute(select(learners_table.c.id)).scalars().all():
        progress.rebuild(connection, learner)
    return everything(connection)


def failed(score: int, code: str, misconception: str | None = None) -> Verdict:
    """A verdict whose one public check failed in a way that `code` names."""
    said = Message(f"check.{code}")
    checks = (CheckResult("example", Outcome.FAILED, score, 5, False, True, said),)
    return verdict(score, checks=checks, misconception=misconception)


VERDICTS = (verdict(5), failed(3, "values", "flipped"), failed(0, "shape"), failed(3, "dtype"), internal())
EVENTS = st.one_of(
    st.tuples(st.just("hand in"), st.sampled_from(WHO), st.sampled_from(("corr2d", "edges")), st.integers(0, 5000)),
    *2 * (st.tuples(st.just("judge"), st.integers(0, 9), st.sampled_from(VERDICTS), st.sampled_from("12")),),
    st.tuples(st.just("put back"), st.integers(0, 9), st.just(None), st.just("1")),
    st.tuples(st.just("promote"), st.sampled_from((ADA.id, BEN.id)), st.sampled_from(("learner", "assistant"))),
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = create_engine("sqlite://", poolclass=StaticPool)
    metadata.create_all(made)
    yield made
    made.dispose()


@given(events=st.lists(EVENTS, min_size=8, max_size=24))
@settings(deadline=None, max_examples=count(25, 1000))
def test_rollups_of_any_history_are_what_a_rebuild_makes(engine: Engine, events: list[tuple[Any, ...]]) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        people.add_course(connection, ADA.course, "Autumn", "Europe/Berlin", NOON)
        for person in (ADA, BEN, INES):
            people.add(connection, person, NOON)
        learners.ensure(connection, "you", NOON)
        ids: list[int] = []
        for event in events:
            happen(connection, ids, *event)
        assert everything(connection) == rebuilt(connection)
        transaction.rollback()


def happen(connection: Connection, ids: list[int], what: str, *about: Any) -> None:
    """One event; what speaks of a submission is nothing before there is one."""
    if what == "hand in":
        who, exercise, minutes = about
        ids.append(submissions.add(connection, handed_in(who, exercise, minutes)))
    elif what == "promote":
        learner, role = about
        with rollups.moving(connection, learner):
            connection.execute(update(learners_table).where(learners_table.c.id == learner).values(role=role))
    elif ids:
        which, found, grader = about
        id = ids[which % len(ids)]
        has = select(verdicts.c.submission).where(verdicts.c.submission == id, verdicts.c.grader == grader)
        if found is not None:
            submissions.save_verdict(connection, id, found, grader, NOON)
        elif connection.execute(has).scalar():
            submissions.put_in_force(connection, id, grader)


# ---------- what the columns of progress mean ----------


def trail(*attempts: tuple[float, int, str]) -> Trail:
    """Attempts as (minute, score, signature); an empty signature passed."""
    return trail_of(
        [
            Attempt(n, NOON + timedelta(minutes=minute), score, not signature, None, signature)
            for n, (minute, score, signature) in enumerate(attempts, 1)
        ]
    )


def test_same_failure_in_a_row_is_counted_from_the_newest() -> None:
    assert trail((0, 1, "a"), (1, 1, "b"), (2, 1, "b")).same == 2


def test_pass_ends_the_row_of_like_failures() -> None:
    assert trail((0, 1, "a"), (1, 1, "a"), (2, 5, "")).same == 0


def test_long_break_counts_five_minutes_of_work() -> None:
    assert trail((0, 1, "a"), (2, 1, "a"), (600, 1, "a")).active.total_seconds() == 60 + 120 + 300


def test_work_ends_with_the_first_pass() -> None:
    assert trail((0, 1, "a"), (2, 5, ""), (4, 5, "")).active.total_seconds() == 60 + 120


def test_idle_time_begins_again_with_a_better_score() -> None:
    found = trail((0, 1, "a"), (3, 2, "b"), (5, 2, "b"), (6, 0, "a"))
    assert (found.idle.total_seconds(), found.better_at) == (180, NOON + timedelta(minutes=3))


def test_first_pass_is_told_by_its_ordinal() -> None:
    assert trail((0, 1, "a"), (1, 5, ""), (2, 5, "")).passed_attempt == 2


def test_clock_that_goes_back_takes_no_time_away() -> None:
    assert trail((10, 1, "a"), (0, 1, "a")).active.total_seconds() == 60


# ---------- a rebuild beside people who hand in ----------


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_course(tmp_path)
    yield opened
    opened.close()


def hand_in(store: Store, who: str, given: Verdict, minutes: float = 0) -> None:
    id = store.add_submission(handed_in(who, minutes=minutes, answer=pack(CODE, "code")))
    store.save_verdict(id, given, "1", NOON).result()


def test_rebuild_of_what_is_right_finds_nothing_wrong(store: Store) -> None:
    hand_in(store, ADA.id, failed(3, "values"))
    hand_in(store, BEN.id, verdict(5))
    assert store.rebuild_rollups() == rollups.Rebuilt(rows=2, wrong=0)


def test_rebuild_mends_what_is_wrong_and_tells_how_much(store: Store) -> None:
    hand_in(store, ADA.id, failed(3, "values"))
    with store.read() as connection:
        right = everything(connection)
    store.write(lambda c: [c.execute(delete(table)) for table in TABLES]).result()
    told = store.rebuild_rollups()
    with store.read() as connection:
        assert (everything(connection), told.wrong) == (right, 3)


def test_submission_graded_during_a_rebuild_is_counted_once(store: Store) -> None:
    hand_in(store, ADA.id, verdict(5))
    store.write(lambda c: c.execute(update(daily).values(submissions=40))).result()
    with store.read() as connection:
        sums = rollups.drift(connection)
    hand_in(store, ADA.id, verdict(5))
    store.write(lambda connection: rollups.apply(connection, sums)).result()
    with store.read() as connection:
        assert connection.execute(select(daily.c.submissions)).scalar_one() == 2


def test_failure_of_an_older_program_gets_its_signature(store: Store) -> None:
    hand_in(store, ADA.id, failed(3, "values"))
    store.write(lambda c: c.execute(update(verdicts).values(signature=""))).result()
    store.rebuild_rollups()
    with store.read() as connection:
        signed = connection.execute(select(verdicts.c.signature)).scalar_one()
        assert signed and connection.execute(select(mistakes.c.signature)).scalar_one() == signed


def test_day_is_the_day_where_the_course_is(store: Store) -> None:
    hand_in(store, ADA.id, verdict(5), minutes=11.5 * 60)  # 23:30 in UTC, half past midnight in Berlin
    with store.read() as connection:
        assert connection.execute(select(daily.c.day)).scalar_one() == "2026-03-02"


def test_what_staff_try_out_counts_for_no_course(store: Store) -> None:
    hand_in(store, INES.id, verdict(5))
    with store.read() as connection:
        assert set(connection.execute(select(check_tallies.c.course)).scalars()) == {rollups.NO_COURSE}


def test_command_says_what_it_mended(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(store, ADA.id, verdict(5))
    store.write(lambda c: c.execute(update(daily).values(passed=7))).result()
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path))
    said = CliRunner().invoke(app, ["rebuild-rollups"])
    assert (said.exit_code, said.stdout.splitlines()[0]) == (0, "Worked out 1 standings; 1 row was wrong.")
