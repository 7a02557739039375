"""demo: a made-up class with a past, in an empty data folder only."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from grader.catalog import Catalog
from grader.cli import demo as command
from grader.cli import session
from grader.cli.bench import model_answers
from grader.cli.edge import app, main
from grader.cli.measure_course import verdict_of
from grader.course.access import Operator
from grader.course.classroom.classroom import Classroom
from grader.course.demo import demo
from grader.course.demo.demo_people import COURSE, everybody
from grader.course.homework.homework import Homework
from grader.course.people.people import People
from grader.model import Json, Role, Verdict
from grader.store import Store, bulk, pack, people
from grader.store.schema import drafts, progress, submissions
from grader.store.schema_courses import daily

NOW = datetime(2026, 3, 20, 15, 30, tzinfo=UTC)
LEARNERS, SUBMISSIONS = 24, 900


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return session.catalog()


@pytest.fixture(scope="module")
def banks(catalog: Catalog) -> list[list[bulk.Judged]]:
    """Of each exercise three wrong answers and a right one, with invented verdicts."""
    return [
        [bulk.Judged.of(verdict_of(exercise.id, score), (pack(f"# {score}\n", "code"),)) for score in (2, 5, 7, 9)]
        for exercise in catalog.exercises
    ]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, banks: list[list[bulk.Judged]]) -> Iterator[tuple[Store, list[Any]]]:
    store = Store.open(tmp_path_factory.mktemp("demo"))
    yield store, demo.fill(store, banks, LEARNERS, SUBMISSIONS, 0, NOW)
    store.close()


@pytest.fixture
def store(made: tuple[Store, list[Any]]) -> Store:
    return made[0]


def count_of(store: Store, what: Any) -> int:
    with store.read() as connection:
        return int(connection.execute(what).scalar_one())


def test_demo_has_as_many_submissions_as_asked_for(store: Store) -> None:
    assert count_of(store, select(func.count()).select_from(submissions)) == SUBMISSIONS


def test_demo_uses_every_exercise(store: Store, catalog: Catalog) -> None:
    assert count_of(store, select(func.count(func.distinct(submissions.c.exercise)))) == len(catalog.exercises)


def test_nobody_hands_in_tomorrow(store: Store) -> None:
    assert count_of(store, select(func.count()).where(submissions.c.at > NOW)) == 0


def test_somebody_never_began(store: Store) -> None:
    assert count_of(store, select(func.count(func.distinct(submissions.c.learner)))) < LEARNERS


def test_editors_hold_what_was_handed_in_last(store: Store) -> None:
    assert count_of(store, select(func.count()).select_from(drafts)) >= count_of(
        store, select(func.count()).select_from(progress)
    )


def test_rollups_of_the_demo_are_right(store: Store) -> None:
    assert store.rebuild_rollups().wrong == 0 < count_of(store, select(func.count()).select_from(daily))


def test_one_homework_is_closed_and_the_other_open(store: Store, catalog: Catalog) -> None:
    first, second = Homework(catalog, store).all(Operator(COURSE))
    assert first.closes < NOW and second.opens < NOW < second.due


def test_some_are_stuck_right_now_and_some_work(store: Store, catalog: Catalog) -> None:
    room = Classroom(catalog, store, clock=lambda: NOW).now(Operator(COURSE))
    assert 3 <= len(room.stuck) <= 4 and len(room.working) >= 3


def test_links_open_for_each_role_and_again(made: tuple[Store, list[Any]]) -> None:
    door = People(made[0], clock=lambda: NOW + timedelta(days=6))
    roles = [door.look(way.secret).role for way in made[1] for _ in range(2)]
    assert roles[::2] == [Role.INSTRUCTOR, Role.ASSISTANT, Role.LEARNER]


def test_same_seed_makes_the_same_people() -> None:
    assert everybody(40, Random(3)) == everybody(40, Random(3)) != everybody(40, Random(4))


def test_nobody_of_a_small_class_has_a_namesake() -> None:
    names = [person.name for person in everybody(30, Random(0))[2]]
    assert len(set(names)) == len(names)


def test_addresses_are_plain_and_nobodys() -> None:
    addresses = [person.email for person in everybody(300, Random(1))[2]]
    assert all(one.isascii() and one.endswith("@example.org") for one in addresses) and len(set(addresses)) == 300


def test_what_is_handed_in_does_not_say_what_is_wrong(catalog: Catalog) -> None:
    samples = list(demo.samples_of(catalog, model_answers(catalog), Random(0)))
    said = [str(sample.answer)[:400] for sample in samples if sample.exercise.kind.is_code]
    assert said and not any("zh:" in text for text in said)


# ---------- the command ----------


class FakeDispatch:
    """Passes the first answer of every exercise, which is the model answer."""

    slots = 2
    state = "ready"

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def grade(self, exercise: str, answer: Json, /, **_: Any) -> Future[Verdict]:
        future: Future[Verdict] = Future()
        future.set_result(verdict_of(exercise, 4 if exercise in self.seen else 9))
        self.seen.add(exercise)
        return future


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalog: Catalog) -> Path:
    @contextmanager
    def judge() -> Iterator[FakeDispatch]:
        yield FakeDispatch()

    monkeypatch.setattr(session, "judge", judge)
    monkeypatch.setattr(session, "catalog", lambda: catalog)
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path))
    return tmp_path


def test_command_prints_three_links_that_open(folder: Path) -> None:
    said = CliRunner().invoke(app, ["demo", "--learners", "4", "--submissions", "100"], standalone_mode=False)
    links = said.stdout.split()
    store = Store.open(folder)
    roles = [People(store).look(link.rpartition("/")[2]).role for link in links]
    store.close()
    assert roles == [Role.INSTRUCTOR, Role.ASSISTANT, Role.LEARNER] and not (folder / command.UNFINISHED).exists()


def test_folder_with_people_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(folder)
    store.write(lambda c: people.add_course(c, "autumn", "Autumn", "UTC", NOW)).result()
    store.close()
    assert main(["demo"]) == 2 and "in use already" in capsys.readouterr().err


def test_folder_of_an_app_that_runs_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(folder)
    code = main(["demo"])
    store.close()
    assert code == 2 and len(capsys.readouterr().err.splitlines()) == 1


def test_half_a_demo_is_refused_with_the_remedy(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "fill", killed)
    main(["demo"])
    capsys.readouterr()
    assert main(["demo"]) == 2 and command.UNFINISHED in capsys.readouterr().err
