"""What is known of people and of what was done: the audit log, everything of one person, and erasing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from grader.course.access import Access, Actor
from grader.course.learning.answer import declined
from grader.course.people.roster_plan import is_last_admin
from grader.errors import UnknownPerson
from grader.model import Json, Person, Role
from grader.store import Connection, Store, audit, erase, people
from grader.store.audit import Entry, Filter
from grader.words import cell

AUDIT_COLUMNS = ("at", "actor", "actor_name", "action", "subject", "subject_name", "details")


@dataclass(frozen=True, slots=True)
class Log:
    """A page of the audit log, the newest first. `names` of those ids that still have one."""

    entries: tuple[Entry, ...]
    total: int
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Erasure:
    """How many submissions stay, without their code; and whether the file was written anew, or is too large for now."""

    submissions: int
    is_swept: bool


class Records:
    """Audit log, export and erasure. Thread-safe."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._store, self._clock, self._access = store, clock, Access(store)

    def log(self, actor: Actor, wanted: Filter, *, limit: int = 50, skip: int = 0) -> Log:
        """What was done in the actor's course. For admins."""
        by = self._access.require(actor, Role.ADMIN)
        with self._store.read() as connection:
            found, total = audit.entries(connection, by.course, wanted, limit=limit, skip=skip)
            everybody = people.of_course(connection, by.course)
        return Log(tuple(found), total, {person.id: person.name for person in everybody})

    def actions(self, actor: Actor) -> list[str]:
        """The actions that the log of the actor's course holds. For admins."""
        by = self._access.require(actor, Role.ADMIN)
        with self._store.read() as connection:
            return audit.actions(connection, by.course)

    def everything_of(self, actor: Actor, id: str) -> dict[str, Json]:
        """All that is kept of one person, secrets excepted. For instructors; noted in the log."""
        by, person = self._access.learner(actor, Role.INSTRUCTOR, id)
        if not by.role.covers(person.role):
            raise declined("roster.above")
        at = self._clock()
        self._store.write(
            lambda connection: audit.note(connection, by.course, by.id, "person.exported", id, at)
        ).result()
        return self._store.export(id)

    def erase(self, actor: Actor, id: str, *, at_any_size: bool = False) -> Erasure:
        """Erase a person for good. For admins; the last one stays.

        The second time it only sweeps the files again, should the first have been cut short or the file too large.
        """
        by, at = self._access.require(actor, Role.ADMIN), self._clock()

        def work(connection: Connection) -> int:
            person = people.find(connection, id)
            if person is None or person.course != by.course:
                return self._erased_before(connection, id, by)
            admins = [other for other in people.of_course(connection, by.course, Role.ADMIN) if not other.has_left]
            if is_last_admin(person, len(admins)):
                raise declined("roster.last-admin")
            kept = erase.erase(connection, id, at)
            audit.note(connection, by.course, by.id, "person.erased", id, at, submissions=kept)
            return kept

        kept = self._store.write(work).result()
        return Erasure(kept, self._store.sweep(at_any_size=at_any_size))

    @staticmethod
    def _erased_before(connection: Connection, id: str, by: Person) -> int:
        if people.was_erased(connection, id) != by.course:
            raise UnknownPerson("Nobody in this course has this id.")
        return 0

    def erased(self, actor: Actor) -> int:
        """How many people of the actor's course were erased. For instructors."""
        by = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return people.erased_in(connection, by.course)


def rows_of(log: Log) -> list[tuple[str, ...]]:
    """The log as cells of a spreadsheet, under `AUDIT_COLUMNS`."""
    return [_row(entry, log.names) for entry in log.entries]


def _row(entry: Entry, names: Mapping[str, str]) -> tuple[str, ...]:
    actor, subject = (str(cell(names.get(id, ""))) for id in (entry.actor, entry.subject))
    details = str(cell(said(entry.details)))
    return (entry.at.isoformat(), entry.actor, actor, entry.action, entry.subject, subject, details)


def said(details: Mapping[str, Json]) -> str:
    """Details in one line: `role=learner, uses=1`."""
    return ", ".join(f"{name}={_plain(value)}" for name, value in details.items() if value is not None)


def _plain(value: Json) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
