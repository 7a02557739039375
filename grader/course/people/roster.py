"""Who is in a course: rosters that come as files, and one person at a time. Every change leaves a row in the audit log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from grader.course.access import Access, Actor
from grader.course.homework import grades
from grader.course.learning.answer import declined
from grader.course.people.doors import new_id
from grader.course.people.people import People
from grader.course.people.roster_file import IDENTITY, RosterFile, clean, read_roster
from grader.course.people.roster_plan import (
    CHANGEABLE,
    Change,
    Kind,
    Line,
    Standing,
    fault_of,
    is_last_admin,
    plan,
    role_fault,
    with_values,
)
from grader.errors import UnknownPerson, UsageError
from grader.model import Message, Person, Role
from grader.store import Connection, Store, audit, people
from grader.words import cell

LINK_COLUMNS = ("name", "email", "login", "section", "link")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Preview:
    """What applying a file would do now, to be shown before it is done."""

    file: RosterFile
    lines: tuple[Line, ...]
    drops_missing: bool = False

    @property
    def counts(self) -> Mapping[Kind, int]:
        return Counter(line.kind for line in self.lines)

    @property
    def does_something(self) -> bool:
        return any(line.kind not in (Kind.SAME, Kind.REFUSED) for line in self.lines)


class Roster:
    """The people of a course. Thread-safe."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._store, self._clock, self._access = store, clock, Access(store)

    # ---------- looking ----------

    def everybody(self, actor: Actor) -> list[Person]:
        """All people of the actor's course by name, those who left too. For instructors."""
        by = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return people.of_course(connection, by.course)

    def came_in(self, actor: Actor) -> set[str]:
        """The ids of those who ever signed in. For instructors."""
        by = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return people.came_in(connection, by.course)

    def sections(self, actor: Actor) -> list[str]:
        """The sections of the actor's course. For assistants."""
        by = self._access.require(actor, Role.ASSISTANT)
        with self._store.read() as connection:
            everybody = people.of_course(connection, by.course)
        return sorted({person.section for person in everybody if person.section and not person.has_left})

    def find(self, actor: Actor, text: str) -> Person:
        """Whom an id, an address or a login names. For assistants. Raises `UnknownPerson`, or names all whom it fits."""
        by = self._access.require(actor, Role.ASSISTANT)
        with self._store.read() as connection:
            found = people.matching(connection, text, by.course)
        return the_one(found, text)

    # ---------- a file ----------

    def preview(self, actor: Actor, data: bytes, *, drop_missing: bool = False) -> Preview:
        """What a file would do, line by line. For instructors. Raises `Declined` where it is no roster."""
        by = self._access.require(actor, Role.INSTRUCTOR)
        file = read_roster(data)
        with self._store.read() as connection:
            lines = plan(file.rows, _standing(connection, by.course), by, drop_missing=drop_missing)
        return Preview(file, tuple(lines), drop_missing)

    def apply(self, actor: Actor, shown: Preview) -> list[str]:
        """Do what a preview showed, all but the refused lines → the ids of those whom the file names.

        Raises `Declined` where it would do something else by now.
        """
        by, at = self._access.require(actor, Role.INSTRUCTOR), self._clock()

        def work(connection: Connection) -> list[str]:
            standing = _standing(connection, by.course)
            if tuple(plan(shown.file.rows, standing, by, drop_missing=shown.drops_missing)) != shown.lines:
                raise declined("roster.changed-since")
            good = [_with_id(line) for line in shown.lines if line.kind is not Kind.REFUSED]
            _add(connection, [line.person for line in good if line.kind is Kind.NEW], by, at)
            for line in good:
                _apply(connection, line, by, at, standing)
            counts = {kind.value: n for kind, n in shown.counts.items()}
            audit.note(connection, by.course, by.id, "roster.imported", "", at, **counts)
            return [line.person.id for line in good if line.kind is not Kind.LEFT]

        return self._store.write(work).result()

    # ---------- one person ----------

    def change(self, actor: Actor, id: str, **values: str) -> Person:
        """Another name, email, login, number or section; what is not given stays. For instructors. Raises `Declined`."""
        wanted = {name: clean(value) for name, value in values.items() if name in CHANGEABLE}
        if "email" in wanted:
            wanted["email"] = wanted["email"].lower()

        def work(connection: Connection, by: Person, person: Person, at: datetime) -> Person:
            after = with_values(person, wanted)
            _refuse(fault_of({name: getattr(after, name) for name in CHANGEABLE}))
            _refuse(None if after.name else Message("roster.no-name"))
            _refuse(_taken(connection, after))
            changes = [Change(name, "", value) for name, value in wanted.items() if value != getattr(person, name)]
            _change(connection, person, changes, by, at)
            return after

        return self._on(actor, Role.INSTRUCTOR, id, work)

    def set_role(self, actor: Actor, id: str, role: Role) -> Person:
        """Another role. For admins; the last admin stays one. Raises `Declined`."""

        def work(connection: Connection, by: Person, person: Person, at: datetime) -> Person:
            if role is not person.role:
                _refuse(role_fault(person, by, _standing(connection, by.course).admins))
                _change(connection, person, [Change("role", person.role.value, role.value)], by, at)
            return with_values(person, {"role": role.value})

        return self._on(actor, Role.ADMIN, id, work)

    def take_out(self, actor: Actor, id: str) -> None:
        """They left the course: signed out at once, their work is kept. For instructors. Raises `Declined`."""

        def work(connection: Connection, by: Person, person: Person, at: datetime) -> None:
            if person.id == by.id:
                raise declined("roster.yourself")
            if is_last_admin(person, _standing(connection, by.course).admins):
                raise declined("roster.last-admin")
            if not person.has_left:
                _leave(connection, person, by, at)

        self._on(actor, Role.INSTRUCTOR, id, work)

    def take_back(self, actor: Actor, id: str) -> None:
        """They are in the course again, as they were. For instructors."""

        def work(connection: Connection, by: Person, person: Person, at: datetime) -> None:
            if person.has_left:
                people.set_left(connection, [person.id], None)
                audit.note(connection, by.course, by.id, "person.back", person.id, at)

        self._on(actor, Role.INSTRUCTOR, id, work)

    def sign_out(self, actor: Actor, id: str) -> int:
        """End all their sessions → how many that were. Their open links stay. For instructors."""

        def work(connection: Connection, by: Person, person: Person, at: datetime) -> int:
            ended = people.end_sessions(connection, person.id, at)
            audit.note(connection, by.course, by.id, "person.signed-out", person.id, at, sessions=ended)
            return ended

        return self._on(actor, Role.INSTRUCTOR, id, work)

    def links(self, actor: Actor, ids: Iterable[str], address: Callable[[str], str]) -> list[tuple[str, ...]]:
        """A fresh personal link for each, and the older ones end → rows of `LINK_COLUMNS`. For instructors.

        `address` makes an address of a secret. Whoever left gets none.
        """
        by, rows = self._access.require(actor, Role.INSTRUCTOR), []
        door = People(self._store, clock=self._clock)
        for id in ids:
            _, person = self._access.learner(actor, Role.INSTRUCTOR, id)
            if person.has_left or not by.role.covers(person.role):
                continue
            secret = door.make_link(actor, person=id).secret
            cells = (person.name, person.email, person.login, person.section)
            rows.append((*(str(cell(text)) for text in cells), address(secret)))
        return rows

    def _on(
        self, actor: Actor, role: Role, id: str, work: Callable[[Connection, Person, Person, datetime], Result]
    ) -> Result:
        """Change one person, looked up again inside the transaction. Nobody touches somebody whose role is above their own."""
        by, _ = self._access.learner(actor, role, id)
        at = self._clock()

        def checked(connection: Connection) -> Result:
            person = people.find(connection, id)
            if person is None:
                raise UnknownPerson("Nobody in this course has this id.")
            if not by.role.covers(person.role):
                raise declined("roster.above")
            return work(connection, by, person, at)

        return self._store.write(checked).result()


def the_one(found: list[Person], text: str) -> Person:
    """The only one whom a text names. Raises `UnknownPerson` for nobody, `UsageError` that names all whom it fits."""
    if not found:
        raise UnknownPerson(f"Nobody here has the id, address or login {text!r}.")
    if len(found) > 1:
        named = ", ".join(f"{person.id} ({person.course}, {person.role.value})" for person in found[:10])
        raise UsageError(f"{text!r} fits {len(found)} people: {named}. Use the id.")
    return found[0]


def _standing(connection: Connection, course: str) -> Standing:
    return Standing(people.of_course(connection, course), frozenset(people.typed_in(connection, course)))


def _refuse(fault: Message | None) -> None:
    if fault is not None:
        raise declined(fault.code, **fault.args)


def _taken(connection: Connection, person: Person) -> Message | None:
    """Whether somebody else has the address, login or number. Two people with one login could not be told apart."""
    others = [other for other in people.of_course(connection, person.course) if other.id != person.id]
    for name in IDENTITY:
        mine = getattr(person, name).casefold()
        if mine and any(getattr(other, name).casefold() == mine for other in others):
            return Message("roster.taken", {"field": name})
    return None


def _with_id(line: Line) -> Line:
    return replace(line, person=replace(line.person, id=new_id())) if line.kind is Kind.NEW else line


def _add(connection: Connection, new: list[Person], by: Person, at: datetime) -> None:
    people.add_all(connection, new, at)
    roles = [(person.id, {"role": person.role.value}) for person in new]
    audit.note_all(connection, by.course, by.id, "person.added", roles, at)


def _apply(connection: Connection, line: Line, by: Person, at: datetime, standing: Standing) -> None:
    """Do what one line says of somebody who is there already."""
    person = line.person
    if line.kind is Kind.LEFT:
        _leave(connection, person, by, at)
    elif line.kind is Kind.BACK:
        people.set_left(connection, [person.id], None)
        audit.note(connection, by.course, by.id, "person.back", person.id, at)
    if line.kind in (Kind.SAME, Kind.CHANGED, Kind.BACK):
        proved = [Change("email", person.email, person.email)] if person.id in standing.typed and person.email else []
        _change(connection, person, [*proved, *line.changes], by, at)


def _change(connection: Connection, person: Person, changes: Iterable[Change], by: Person, at: datetime) -> None:
    """Names and addresses stay out of the audit log; which fields changed is enough."""
    values = {change.field: change.after for change in changes}
    if not values:
        return
    people.change(connection, person.id, values)
    if "section" in values:  # another section may have other dates
        grades.refresh(connection, by.course, person.id)
    for change in changes:
        if change.field == "role":
            said = {"before": change.before, "after": change.after}
            audit.note(connection, by.course, by.id, "person.role", person.id, at, **said)
    fields = [name for name in values if name != "role"]
    if fields:
        audit.note(connection, by.course, by.id, "person.changed", person.id, at, fields=fields)


def _leave(connection: Connection, person: Person, by: Person, at: datetime) -> None:
    people.set_left(connection, [person.id], at)
    people.end_sessions(connection, person.id, at)
    audit.note(connection, by.course, by.id, "person.left", person.id, at)
