"""What `bench --what course` measures: handing in while a class does, the transaction of a verdict, and each dashboard."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from grader.catalog import Catalog
from grader.cli.measure import spread
from grader.course import Learning
from grader.course.demo import demo
from grader.course.demo.demo_people import COURSE
from grader.course.homework import grades
from grader.course.learning.grading import GRADER
from grader.errors import DojoError
from grader.model import CheckResult, Json, Matrix, Message, Mode, Outcome, Role, Verdict
from grader.store import Connection, NewSubmission, Store, bulk, pack, people, submissions

PEOPLE, PER_SECOND, ATTEMPTS = 50, 100, 72
_AROUND, _PATIENCE_S = 4, 20.0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of each is measured."""

    seconds: float
    pairs: int
    learners: int
    submissions: int
    looks: int


FULL = Counts(seconds=15.0, pairs=10, learners=300, submissions=20_000, looks=20)
QUICK = Counts(seconds=2.0, pairs=2, learners=60, submissions=1_000, looks=5)


def verdict_of(exercise: str, score: int) -> Verdict:
    """A verdict of nine checks, as large as usual: a public one that failed shows its matrices."""
    shown = Matrix((3, 3), "float32", [[0.5, 1.5, 2.5]] * 3)
    failed = Message("check.values", {"at": [0, 1], "expected": 1.5, "got": 2.5})
    checks = [CheckResult(f"check-{n}", Outcome.PASSED, 1, 1, n > 3, True) for n in range(score)]
    checks += [
        CheckResult(f"check-{n}", Outcome.FAILED, 0, 1, n > 3, True, failed, None, shown, shown, (shown,))
        for n in range(score, 9)
    ]
    ended = Outcome.PASSED if score == 9 else Outcome.FAILED
    return Verdict(exercise, "v1", Mode.SUBMIT, ended, score == 9, score, 9, 1, tuple(checks))


@contextmanager
def small_course(catalog: Catalog, folder: Path | None, counts: Counts) -> Iterator[tuple[Store, float]]:
    """A course of invented verdicts in a folder that goes afterwards, and how many seconds it took to make."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=folder) as made:
        store = Store.open(Path(made))
        banks = [[_judged(exercise.id, score) for score in (2, 5, 7, 9)] for exercise in catalog.exercises]
        began = time.monotonic()
        demo.fill(store, banks, counts.learners, counts.submissions, 0, datetime.now(UTC))
        took = time.monotonic() - began
        try:
            yield store, took
        finally:
            store.close()


def _judged(exercise: str, score: int) -> bulk.Judged:
    return bulk.Judged.of(verdict_of(exercise, score), (pack(f"def answer():\n    return {score}\n", "code"),))


class _Judge:
    """Answers at once: what is measured is everything but the judging."""

    def grade(self, exercise: str, answer: Json, /, *, seed: int, **_: object) -> Future[Verdict]:
        """An invented verdict."""
        future: Future[Verdict] = Future()
        future.set_result(verdict_of(exercise, seed % 10))
        return future

    def place(self, future: Future[Verdict], /) -> int:
        """Nobody waits."""
        return 0


@dataclass(slots=True)
class _Load:
    """What people at the deadline saw: milliseconds of each submit, and what was refused."""

    took: list[float] = field(default_factory=list)
    errors: int = 0


def deadline(catalog: Catalog, store: Store, counts: Counts) -> dict[str, Json]:
    """Fifty people hand in a hundred times a second, each on disk at the return, and as many verdicts are saved."""
    with store.read() as connection:
        everybody = [one.id for one in people.of_course(connection, COURSE, Role.LEARNER)]
    learning = Learning(catalog, store, _Judge())
    load, ends = _Load(), time.monotonic() + counts.seconds
    threads = [
        threading.Thread(target=_hand_in, args=(learning, catalog, everybody[n % len(everybody)], n, ends, load))
        for n in range(PEOPLE)
    ]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(load.took) / (time.monotonic() - began)
    lost = _left_open(store)
    learning.close()
    return spread(load.took) | {"per_second": round(rate, 1), "errors": load.errors + lost}


def _left_open(store: Store) -> int:
    """How many have no verdict although nobody hands in any more."""
    ends = time.monotonic() + _PATIENCE_S
    while (count := len(store.open_submissions(datetime.now(UTC)))) and time.monotonic() < ends:
        time.sleep(0.05)
    return count


def _hand_in(learning: Learning, catalog: Catalog, who: str, n: int, ends: float, load: _Load) -> None:
    random, pause = Random(n), PEOPLE / PER_SECOND
    time.sleep(random.uniform(0, pause))
    turn = 0
    coded = [exercise.id for exercise in catalog.exercises if exercise.kind.is_code]
    while (due := time.monotonic()) < ends:
        exercise, turn = random.choice(coded), turn + 1
        began = time.perf_counter()
        try:
            learning.submit(who, exercise, f"def answer():\n    return {n}, {turn}\n", f"bench-{n}-{turn}")
            load.took.append((time.perf_counter() - began) * 1000)
        except DojoError:
            load.errors += 1
        time.sleep(max(0.0, due + pause - time.monotonic()))


def verdict_transactions(catalog: Catalog, store: Store, counts: Counts) -> dict[str, Json]:
    """Milliseconds that a verdict takes inside its transaction, about the 72nd attempt of somebody at an exercise."""
    with store.read() as connection:
        crowd = people.of_course(connection, COURSE, Role.LEARNER)
    now = datetime.now(UTC)
    exercise = demo.homework_of([one.id for one in catalog.exercises], now)[0].parts[-1].exercise
    took: list[float] = []
    for who in crowd[: counts.pairs]:
        times = [_transaction(store, who.id, exercise, n, now) for n in range(ATTEMPTS + _AROUND)]
        took += times[-2 * _AROUND :]
    return spread(took)


def _transaction(store: Store, who: str, exercise: str, n: int, now: datetime) -> float:
    at = now + timedelta(seconds=n)
    id = store.add_submission(NewSubmission(who, exercise, "v1", f"verdict-{n}", pack("pass\n", "code"), 1, at))
    found = verdict_of(exercise, n % 9)

    def work(connection: Connection) -> float:
        began = time.perf_counter()
        submissions.save_verdict(connection, id, found, GRADER, at, grades.after_verdict)
        return (time.perf_counter() - began) * 1000

    return store.write(work).result()
