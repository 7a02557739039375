"""Receipts: what was handed in, when, and what it was worth, signed. Whoever holds one can prove it offline."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from grader.course.access import Access, Actor
from grader.course.signing import Keys
from grader.errors import NotAllowed, UnknownPerson, UsageError
from grader.model import Json, Outcome, Person, Role, Verdict
from grader.store import Store, Submission

FORMAT = 1


class Receipts:
    """Receipts of a data folder. Thread-safe."""

    def __init__(self, store: Store, data_dir: Path) -> None:
        self._store, self._access, self.keys = store, Access(store), Keys(data_dir)

    def of(self, actor: Actor, submission: int, *, shows_score: bool = True) -> bytes:
        """The receipt of one submission, of one's own or, for an assistant, of somebody in the course.

        The same submission and verdict always give the same bytes. Raises `NotAllowed` for what is not theirs.
        """
        found = self._store.submission(submission)
        person = self._owner(actor, found)
        assert found is not None
        return self.keys.sign(_body(person, found, found.verdict if shows_score else None))

    def counting(self, actor: Actor, learner: str, exercise: str) -> bytes:
        """The receipt of the submission that counts: the best one, of equals the first. Raises `UsageError` for none."""
        _, person = self._access.learner(actor, Role.INSTRUCTOR, learner)
        judged = [one for one in self._store.history(person.id, exercise) if _counts(one.verdict)]
        if not judged:
            raise UsageError(f"{learner} has handed in nothing for {exercise} that was checked.")
        best = max(judged, key=lambda one: (one.verdict.score if one.verdict else 0, -one.id))
        return self.keys.sign(_body(person, best, best.verdict))

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
