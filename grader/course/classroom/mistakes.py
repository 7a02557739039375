"""Mistakes in common: clusters of failed submissions, and what staff say to whoever makes them.

A cluster is everybody who failed one exercise with one signature (`store.signature`): the same kind of failure at every
check. No text is compared and nobody's likeness to anybody is scored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import median

from grader.course.access import Access, Actor
from grader.course.classroom.failing import Failing, failing_of
from grader.course.homework.terms import veils_of
from grader.course.learning.answer import declined
from grader.course.needs import Course
from grader.errors import NotAllowed, UnknownExercise
from grader.model import Person, Role
from grader.store import Store, comments, mistakes, people
from grader.store.comments import Comment, Target
from grader.store.mistakes import Group, Member, Sample, Wanted
from grader.words import plain

SHOWN = 20
"""Clusters of one list."""
SAMPLES = 5
LONGEST = 2000
"""Characters of a comment."""
MOST_AN_HOUR = 60
"""Comments that one person may write."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Everybody who fails one exercise in the same way.

    `misconception`: what most members' failures are called; None: most have no name, `failing` says what they look like.
    `attempts`: the median number of attempts until they passed, of those who failed like this before. `past` have passed.
    """

    exercise: str
    signature: str
    misconception: str | None
    failing: tuple[Failing, ...]
    learners: int
    times: int
    past: int
    attempts: float | None
    first_at: datetime
    last_at: datetime
    comments: int = 0


@dataclass(frozen=True, slots=True)
class Clusters:
    """The largest clusters first; `total` counts those that are not listed too."""

    listed: tuple[Cluster, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Story:
    """One cluster in full: typical answers, who is in it, and what was said to them."""

    cluster: Cluster
    samples: tuple[Sample, ...]
    members: tuple[Member, ...]
    comments: tuple[Comment, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A comment as its reader sees it. `is_current`: said to them alone, or of the way their newest failure went."""

    id: int
    text: str
    author: str
    at: datetime
    is_current: bool


class Mistakes:
    """What staff see of mistakes in common, and comments both ways. Thread-safe.

    Raises `NotAllowed` for whoever is not at least an assistant of the course.
    """

    def __init__(
        self, course: Course, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._course, self._store, self._clock = course, store, clock
        self._access = Access(store)

    # ---------- clusters ----------

    def clusters(
        self,
        actor: Actor,
        *,
        exercise: str = "",
        section: str = "",
        days: int | None = None,
        is_open: bool = False,
        most: int = SHOWN,
    ) -> Clusters:
        """Clusters by number of learners. `days`: failed within so many; `is_open`: counting only who has not passed yet."""
        person = self._access.require(actor, Role.ASSISTANT)
        since = self._clock() - timedelta(days=days) if days else None
        wanted = Wanted(exercise, section, since, is_open)
        with self._store.read() as connection:
            groups, total = mistakes.groups(connection, person.course, wanted, most)
            groups = [group for group in groups if self._knows(group.exercise)]
            found = mistakes.verdicts_of(connection, [group.last_submission for group in groups])
            said = comments.counts(connection, person.course)
        failing = {id: failing_of(verdict) for id, verdict in found.items()}
        made = [
            _cluster(group, failing.get(group.last_submission, ()), said.get((group.exercise, group.signature), 0))
            for group in groups
        ]
        return Clusters(tuple(made), total)

    def story(self, actor: Actor, exercise: str, signature: str, *, section: str = "") -> Story | None:
        """One cluster in full; None when nobody of the course failed like this."""
        person = self._access.require(actor, Role.ASSISTANT)
        wanted = Wanted(exercise, section, signature=signature)
        with self._store.read() as connection:
            groups, _ = mistakes.groups(connection, person.course, wanted, 1)
            if not groups or not signature or not self._knows(exercise):
                return None
            inside = mistakes.members(connection, person.course, wanted)
            found = mistakes.verdicts_of(connection, [groups[0].last_submission])
            samples = mistakes.samples(connection, person.course, wanted, SAMPLES)
            said = comments.of_target(connection, Target(person.course, exercise, signature=signature))
        failing = failing_of(found[groups[0].last_submission]) if found else ()
        cluster = _cluster(groups[0], failing, len(said))
        return Story(cluster, tuple(samples), tuple(inside), tuple(said))

    def sections(self, actor: Actor) -> tuple[str, ...]:
        """The sections that learners of the course are in."""
        person = self._access.require(actor, Role.ASSISTANT)
        with self._store.read() as connection:
            return tuple(mistakes.sections(connection, person.course))

    def _knows(self, exercise: str) -> bool:
        try:
            return bool(self._course.exercise(exercise))
        except UnknownExercise:
            return False

    # ---------- comments, as staff write them ----------

    def comment(
        self, actor: Actor, exercise: str, text: str, *, learner: str | None = None, signature: str = ""
    ) -> int:
        """Say something to one learner, or to everybody who fails like this, now or later → the comment's id.

        The same words to the same again change nothing. Raises `Declined` for no text, too long a one, too many, or
        nobody to hear it; `UnknownPerson` for somebody of another course; `UnknownExercise`.
        """
        if (learner is None) == (not signature):
            raise declined("comments.two-targets")
        person = self._access.require(actor, Role.ASSISTANT)
        target = Target(person.course, self._course.exercise(exercise).id, learner, signature)
        self._require_somebody(actor, target)
        words, now = _checked(text), self._clock()
        with self._store.read() as connection:
            if comments.made_since(connection, person.course, person.id, now - timedelta(hours=1)) >= MOST_AN_HOUR:
                raise declined("comments.too-many", most=MOST_AN_HOUR)
        return self._store.write(lambda c: comments.add(c, target, words, person.id, now)).result()

    def edit_comment(self, actor: Actor, id: int, text: str) -> None:
        """Other words. Assistants may change their own, instructors everybody's. Raises `Declined`, `NotAllowed`."""
        person, one = self._own(actor, id)
        words, now = _checked(text), self._clock()
        self._store.write(lambda c: comments.edit(c, one, words, person.id, now)).result()

    def remove_comment(self, actor: Actor, id: int) -> None:
        """Take a comment back: nobody sees it any more. Raises `Declined` for one that is gone, `NotAllowed`."""
        person, one = self._own(actor, id)
        now = self._clock()
        self._store.write(lambda c: comments.remove(c, one, person.id, now)).result()

    def comments_to(
        self, actor: Actor, exercise: str, *, learner: str | None = None, signature: str = ""
    ) -> tuple[Comment, ...]:
        """What staff have said to a learner alone, or to a cluster, in one exercise; oldest first."""
        person = self._access.require(actor, Role.ASSISTANT)
        with self._store.read() as connection:
            return tuple(comments.of_target(connection, Target(person.course, exercise, learner, signature)))

    def may_change(self, actor: Actor, one: Comment) -> bool:
        """Whether this person may edit or remove the comment."""
        person = self._access.require(actor, Role.ASSISTANT)
        return one.course == person.course and (one.made_by == person.id or person.role.covers(Role.INSTRUCTOR))

    def _own(self, actor: Actor, id: int) -> tuple[Person, Comment]:
        person = self._access.require(actor, Role.ASSISTANT)
        with self._store.read() as connection:
            one = comments.find(connection, person.course, id)
        if one is None:
            raise declined("comments.gone")
        if not self.may_change(actor, one):
            raise NotAllowed("Assistants change their own comments only.")
        return person, one

    def _require_somebody(self, actor: Actor, target: Target) -> None:
        if target.learner is not None:
            self._access.learner(actor, Role.ASSISTANT, target.learner)
            return
        wanted = Wanted(target.exercise, signature=target.signature)
        with self._store.read() as connection:
            if not mistakes.groups(connection, target.course, wanted, 1)[0]:
                raise declined("comments.no-cluster")

    # ---------- comments, as a learner reads them ----------

    def comments_for(self, learner: str, exercise: str) -> tuple[Note, ...]:
        """What was said to this learner in this exercise, the newest first.

        A comment to a cluster reaches everybody who ever failed like that, but not while hidden checks are not shown to
        them: it would tell how those went.
        """
        with self._store.read() as connection:
            person = people.find(connection, learner)
            if person is None or not person.course or person.has_left:
                return ()
            failed = mistakes.signatures_of(connection, learner, exercise)
            found = comments.for_learner(connection, person.course, exercise, learner, failed)
            shared = any(one.learner is None for one in found)
            is_veiled = shared and exercise in veils_of(connection, learner, self._clock())
        told = [one for one in reversed(found) if one.learner is not None or not is_veiled]
        newest = failed[0] if failed else ""
        return tuple(_note(one, one.learner is not None or one.signature == newest) for one in told)


def _note(one: Comment, is_current: bool) -> Note:
    return Note(one.id, one.text, one.author, one.made_at, is_current)


def _checked(text: str) -> str:
    """The comment as it is kept: plain text. Raises `Declined`."""
    words = plain(text.encode("utf-8", "ignore").decode(), 10**9).strip()
    if not words:
        raise declined("comments.empty")
    if len(words) > LONGEST:
        raise declined("comments.too-long", size=len(words), most=LONGEST)
    return words


def _cluster(group: Group, failing: tuple[Failing, ...], said: int) -> Cluster:
    most = [name for name, count in group.names.items() if count == max(group.names.values())]
    return Cluster(
        exercise=group.exercise,
        signature=group.signature,
        misconception=min(filter(None, most), default=None),
        failing=failing,
        learners=group.learners,
        times=group.times,
        past=group.past,
        attempts=float(median(group.until.elements())) if group.until else None,
        first_at=group.first_at,
        last_at=group.last_at,
        comments=said,
    )
