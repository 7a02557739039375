"""Regrading: everything handed in to an exercise goes to the judge again, and nothing counts until somebody says so.

A dry run keeps its verdicts beside those in force, one for each submission and version of the exercise: killed halfway,
it goes on where it was. What would change is worked out by doing it and taking it back, so it is what will happen.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from dataclasses import dataclass
from datetime import UTC, datetime

from grader.course.access import Access, Actor
from grader.course.gradebook.regrade_effects import Effect, effects_of, put_in_force, tried
from grader.course.learning.answer import declined
from grader.course.learning.grading import GRADER
from grader.course.needs import Course, Grader
from grader.errors import DojoError, JudgeError
from grader.model import Mode, Outcome, Role, Verdict
from grader.store import Connection, Store, audit, people, regrades, submissions
from grader.store.regrades import Regrade, key_of

log = logging.getLogger(__name__)

PERSON = "regrade"
"""Who asks the judge: one person among all, so that nobody who learns waits for a regrade."""
AT_ONCE = 8
_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change. `quiet`: submissions that are judged otherwise without anybody's points moving."""

    exercise: str
    effects: tuple[Effect, ...]
    quiet: int
    of: int
    pending: int
    """Submissions that this version has not judged: not yet, or by our fault."""


@dataclass(slots=True)
class Run:
    """A dry run that goes on, or has ended."""

    exercise: str
    of: int
    done: int = 0
    failed: int = 0
    is_over: bool = False


class Regrading:
    """For instructors. Thread-safe. Without a grader only what needs none."""

    def __init__(
        self,
        course: Course,
        store: Store,
        grader: Grader | None,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._course, self._store, self._grader, self._clock = course, store, grader, clock
        self._access = Access(store)
        self._lock = threading.Lock()
        self._runs: dict[tuple[str, str], Run] = {}
        self._stale: dict[str, tuple[object, tuple[str, ...]]] = {}
        """By course. What is handed in is graded by the present version, so only a new version or a regrade changes it."""

    def stale(self, actor: Actor) -> tuple[str, ...]:
        """Exercises that changed since some of their verdicts, in course order."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        versions = {one.id: one.version for one in self._course.exercises}
        with self._store.read() as connection:
            made = tuple((one.id, one.undone_at) for one in regrades.of_course(connection, person.course))
            stamp = (tuple(versions.items()), made)
            known = self._stale.get(person.course)
            if known is None or known[0] != stamp:
                found = regrades.stale_exercises(connection, person.course, versions, GRADER)
                known = self._stale[person.course] = stamp, tuple(id for id in versions if id in found)
        return known[1]

    def applied(self, actor: Actor) -> list[Regrade]:
        """Regrades of the course, the newest first."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return regrades.of_course(connection, person.course)

    def pending(self, actor: Actor, exercise: str) -> int:
        """How many submissions this version of the exercise has not judged."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return regrades.count(connection, person.course, exercise, self._key(exercise))[1]

    # ---------- the dry run ----------

    def judge(
        self,
        actor: Actor,
        exercise: str,
        *,
        step: Callable[[], None] = lambda: None,
        wait: Callable[[Future[Verdict]], Verdict] = lambda future: future.result(),
    ) -> Run:
        """Judge what this version has not judged yet, and keep the verdicts aside. Blocks; killed, it goes on next time."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        run = self._begin(person.course, exercise)
        self._go_on(person.course, run, step, wait)
        return run

    def start(self, actor: Actor, exercise: str) -> None:
        """The same in the background. Raises `Declined` while one goes on."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        run = self._begin(person.course, exercise)
        work = threading.Thread(target=self._in_peace, args=(person.course, run), name="regrade", daemon=True)
        work.start()

    def progress(self, actor: Actor, exercise: str) -> Run | None:
        """How far the dry run is that this process started; None: there was none."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        with self._lock:
            return self._runs.get((person.course, exercise))

    def _begin(self, course: str, exercise: str) -> Run:
        key = self._key(exercise)
        with self._store.read() as connection:
            _, pending = regrades.count(connection, course, exercise, key)
        with self._lock:
            known = self._runs.get((course, exercise))
            if known is not None and not known.is_over:
                raise declined("regrade.running", exercise=exercise)
            run = self._runs[course, exercise] = Run(exercise, pending)
        return run

    def _in_peace(self, course: str, run: Run) -> None:
        try:
            self._go_on(course, run)
        except DojoError as error:  # the store was closed, or the judge: the next run goes on from here
            log.warning("the dry run of %s stopped: %s", run.exercise, error)

    def _go_on(
        self,
        course: str,
        run: Run,
        step: Callable[[], None] = lambda: None,
        wait: Callable[[Future[Verdict]], Verdict] = lambda future: future.result(),
    ) -> None:
        key = self._key(run.exercise)
        sent: deque[tuple[int, Future[Verdict]]] = deque()
        saved: list[Future[bool]] = []
        rest = self._pending(course, run.exercise, key)
        try:
            while True:
                while len(sent) < AT_ONCE and (id := next(rest, None)) is not None:
                    sent.append((id, self._send(id)))
                if not sent:
                    break
                id, future = sent.popleft()
                verdict = wait(future)
                if verdict.outcome is Outcome.INTERNAL:
                    run.failed += 1
                else:
                    saved.append(self._keep(id, verdict, key))
                run.done += 1
                step()
            for one in saved:
                one.result()
        finally:
            for _, future in sent:
                future.cancel()
            wait_for(saved)
            run.is_over = True

    def _pending(self, course: str, exercise: str, key: str) -> Iterator[int]:
        last = 0
        while True:
            with self._store.read() as connection:
                ids = regrades.pending(connection, course, exercise, key, last, _CHUNK)
            if not ids:
                return
            last = ids[-1]
            yield from ids

    def _send(self, id: int) -> Future[Verdict]:
        one = self._store.submission(id)
        if one is None or self._grader is None:
            raise JudgeError(f"Submission {id} cannot be judged.")
        return self._grader.grade(one.exercise, one.answer, mode=Mode.SUBMIT, seed=one.seed, person=PERSON)

    def _keep(self, id: int, verdict: Verdict, key: str) -> Future[bool]:
        at = self._clock()
        return self._store.write(lambda connection: submissions.keep_verdict(connection, id, verdict, key, at))

    def _key(self, exercise: str) -> str:
        return key_of(GRADER, self._course.exercise(exercise).version)

    # ---------- what it would do ----------

    def preview(self, actor: Actor, exercise: str) -> Preview:
        """Who would go up, who down, and why."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        key = self._key(exercise)
        with self._store.read() as connection:
            of, pending = regrades.count(connection, person.course, exercise, key)
            changed = regrades.shifts(connection, person.course, exercise, key)
            told = regrades.verdicts_by(connection, [one.submission for one in changed], key)
            known = {one.id: one for one in people.of_course(connection, person.course, Role.LEARNER)}
        before, after = self._store.write(lambda c: tried(c, person.course, exercise, key, changed)).result()
        effects = list(effects_of(exercise, known, changed, told, before, after))
        loud = {effect.person.id for effect in effects}
        quiet = sum(one.learner not in loud for one in changed)
        return Preview(exercise, tuple(sorted(effects, key=lambda one: one.gain)), quiet, of, pending)

    # ---------- in force, and back ----------

    def apply(self, actor: Actor, exercises: Sequence[str]) -> list[int]:
        """Put the kept verdicts in force, all in one transaction → the regrades; none where nothing changes."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        keys = {exercise: self._key(exercise) for exercise in exercises}
        now = self._clock()

        def work(connection: Connection) -> list[int]:
            made = []
            for exercise, key in keys.items():
                changed = regrades.shifts(connection, person.course, exercise, key)
                if changed:
                    id = regrades.begin(connection, person.course, exercise, key, person.id, now)
                    regrades.remember(connection, id, changed)
                    put_in_force(connection, person.course, [(one.submission, key) for one in changed])
                    said = {"regrade": id, "exercise": exercise, "submissions": len(changed)}
                    audit.note(connection, person.course, person.id, "regrade.applied", "", now, **said)
                    made.append(id)
            return made

        return self._store.write(work).result()

    def undo(self, actor: Actor, id: int) -> Regrade:
        """Put back exactly what was in force before. Raises `Declined` for one that is not in force, or was built upon."""
        person = self._access.require(actor, Role.INSTRUCTOR)
        now = self._clock()

        def work(connection: Connection) -> Regrade:
            found = regrades.find(connection, person.course, id)
            if found is None:
                raise declined("regrade.unknown", id=id)
            if found.applied_at is None or found.undone_at is not None:
                raise declined("regrade.not-applied", id=id)
            if newer := regrades.covering(connection, id):
                raise declined("regrade.covered", id=id, newer=newer)
            put_in_force(connection, person.course, regrades.changed(connection, id))
            regrades.end(connection, id, now)
            said = {"regrade": id, "exercise": found.exercise, "submissions": found.submissions}
            audit.note(connection, person.course, person.id, "regrade.undone", "", now, **said)
            return found

        return self._store.write(work).result()
