"""Receipts: what was handed in, when, and what it was worth, signed. Whoever holds one can prove it offline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from grader.course.access import Access, Actor
from grader.course.handin.signing import Keys
from grader.course.homework.terms import veils_of
from grader.errors import NotAllowed, UnknownPerson, UsageError
from grader.model import Json, Outcome, Person, Role, Verdict
from grader.store import Store, Submission, grades

FORMAT = 1


class Receipts:
    """Receipts of a data folder. Thread-safe."""

    def __init__(
        self, store: Store, data_dir: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store, self._access, self.keys, self._clock = store, Access(store), Keys(data_dir), clock

    def of(self, actor: Actor, submission: int) -> bytes:
        """The receipt of one submission, of one's own or, for an assistant, of somebody in the course.

        The same submission and verdict always give the same bytes. While hidden checks are not shown, its learner gets
        one without a score. Raises `NotAllowed` for what is not theirs.
        """
        found = self._store.submission(submission)
        person = self._owner(actor, found)
        assert found is not None
        return self.keys.sign(_body(person, found, None if self._is_veiled(actor, found) else found.verdict))

    def counting(self, actor: Actor, learner: str, exercise: str) -> bytes:
        """The receipt of the submission that counts; where no homework asks, of the best one, of equals the first.

        Raises `UsageError` for none.
        """
        _, person = self._access.learner(actor, Role.INSTRUCTOR, learner)
        judged = [one for one in self._store.history(person.id, exercise) if _counts(one.verdict)]
        if not judged:
            raise UsageError(f"{learner} has handed in nothing for {exercise} that was checked.")
        if (counting := self._counting(person.id, exercise)) is not None:
            judged = [one for one in judged if one.id == counting] or judged
        best = max(judged, key=lambda one: (one.verdict.score if one.verdict else 0, -one.id))
        return self.keys.sign(_body(person, best, best.verdict))

    def _counting(self, learner: str, exercise: str) -> int | None:
        """What counts for homework; of several assignments where it is worth most."""
        with self._store.read() as connection:
            rows = [row for row in grades.of_learner(connection, learner).values() if row.exercise == exercise]
        return max(rows, key=lambda row: (row.points, -row.submission)).submission if rows else None

    def _is_veiled(self, actor: Actor, submission: Submission) -> bool:
        if actor != submission.learner:
            return False
        with self._store.read() as connection:
            return submission.exercise in veils_of(connection, submission.learner, self._clock())

    def _owner(self, actor: Actor, submission: Submission | None) -> Person:
        asking = self._access.require(actor, Role.LEARNER)
        if submission is None:
            raise NotAllowed("No such submission is theirs.")
        if submission.learner == asking.id:
            return asking
        try:
            return self._access.learner(actor, Role.ASSISTANT, submission.learner)[1]
        except UnknownPerson:
            raise NotAllowed("No such submission is theirs.") from None


def _counts(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.outcome is not Outcome.INTERNAL


def _body(person: Person, submission: Submission, verdict: Verdict | None) -> dict[str, Json]:
    """Plain facts. Without a verdict it proves the handing in alone."""
    score = {"score": verdict.score, "max_score": verdict.max_score, "passed": verdict.passed} if verdict else {}
    return {
        "receipt": FORMAT,
        "course": person.course,
        "learner": {"id": person.id, "name": person.name},
        "exercise": submission.exercise,
        "version": submission.version,
        "submission": submission.id,
        "handed_in": submission.at.astimezone(UTC).isoformat(),
        "sha256": submission.sha256,
        **score,
    }
