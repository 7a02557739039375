"""What applying a roster would do, line by line. Pure: the same lines and people always give the same plan."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from grader.course.people.roster_file import IDENTITY, Row
from grader.model import Message, Person, Role

MOST = {"name": 200, "email": 254, "login": 120, "number": 120, "section": 80}
CHANGEABLE = ("name", "email", "login", "number", "section")
_EMAIL = re.compile(r"[^\s@<>\"(),:;\\\[\]]+@[^\s@.<>\"(),:;\\\[\]]+(\.[^\s@.<>\"(),:;\\\[\]]+)+")
_FORMULA = tuple("=+@＝＋＠")
_ROLES: Mapping[Role, str] = {
    Role.LEARNER: "learner student 学生 学习者 studierende participant",
    Role.ASSISTANT: "assistant ta teaching-assistant teachingassistant grader reader non-editing-teacher tutor 助教",
    Role.INSTRUCTOR: "instructor teacher lecturer 教师 老师 讲师 dozent",
    Role.ADMIN: "admin administrator 管理员",
}
ROLES = {word: role for role, words in _ROLES.items() for word in words.split()}


class Kind(StrEnum):
    """What a line does."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BACK = "back"
    LEFT = "left"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a person, before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file and what it does. `person` as they will be; a new one has no id yet. Line 0: not in the file."""

    line: int
    kind: Kind
    person: Person
    changes: tuple[Change, ...] = ()
    reason: Message | None = None


@dataclass(slots=True)
class _Seen:
    """What the lines so far have used up."""

    by: dict[tuple[str, str], int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Standing:
    """The course as a plan meets it. `typed`: whose address is only what they said of themselves."""

    people: Sequence[Person]
    typed: frozenset[str] = frozenset()

    @property
    def admins(self) -> int:
        return sum(person.role is Role.ADMIN and not person.has_left for person in self.people)


def plan(rows: Iterable[Row], standing: Standing, giver: Person, *, drop_missing: bool = False) -> list[Line]:
    """What each line does to the people of a course, as `giver` may; then who is missing, if they shall leave."""
    everybody = standing.people
    index: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in everybody:
        for key in _keys({name: getattr(person, name) for name in IDENTITY}):
            index[key].append(person)
    seen, lines = _Seen(), []
    for row in rows:
        line = _line(row, index, seen, giver, standing)
        if line.kind is not Kind.REFUSED:
            seen.by.update(dict.fromkeys(_keys(row.values), row.line))
            if line.person.id:
                seen.people[line.person.id] = row.line
        lines.append(line)
    if drop_missing and any(line.kind is not Kind.REFUSED for line in lines):
        lines += [_leaving(person) for person in everybody if _is_missing(person, seen)]
    return lines


def fault_of(values: Mapping[str, str]) -> Message | None:
    """Why these values can be nobody's."""
    for name, most in MOST.items():
        if len(values.get(name, "")) > most:
            return Message("roster.too-long", {"field": name, "most": most})
    if values.get("email") and not _EMAIL.fullmatch(values["email"]):
        return Message("roster.bad-email", {"email": values["email"]})
    for name in IDENTITY:
        if values.get(name, "").startswith(_FORMULA):
            return Message("roster.formula", {"field": name})
    if not any(values.get(name) for name in IDENTITY):
        return Message("roster.nobody")
    return None


def role_of(word: str) -> Role | None:
    """The role that a roster means; None for a word that we do not know."""
    return ROLES.get("-".join(word.lower().split()))


def _line(
    row: Row, index: Mapping[tuple[str, str], list[Person]], seen: _Seen, giver: Person, standing: Standing
) -> Line:
    values = row.values
    shown = with_values(Person("", giver.course), {name: values.get(name, "") for name in CHANGEABLE})
    found = {person.id: person for key in _keys(values) for person in index.get(key, ())}
    seen.mentioned |= set(found)
    reason = fault_of(values) or _twice(values, found, seen)
    if reason is None and len(found) > 1:
        reason = Message("roster.two", {"first": sorted(found)[0], "second": sorted(found)[1]})
    role = role_of(values["role"]) if values.get("role") else None
    if reason is None and values.get("role") and role is None:
        reason = Message("roster.role-unknown", {"role": values["role"]})
    if reason is not None:
        return Line(row.line, Kind.REFUSED, shown, reason=reason)
    if found:
        return _known(row, next(iter(found.values())), role, giver, standing)
    return _new(row, replace(shown, role=role or Role.LEARNER), giver)


def _new(row: Row, person: Person, giver: Person) -> Line:
    if not person.name:
        return Line(row.line, Kind.REFUSED, person, reason=Message("roster.no-name"))
    if not giver.role.covers(person.role):
        return Line(row.line, Kind.REFUSED, person, reason=Message("roster.role-above", {"role": person.role.value}))
    return Line(row.line, Kind.NEW, person)


def _known(row: Row, person: Person, role: Role | None, giver: Person, standing: Standing) -> Line:
    """Somebody who is there already. An empty cell changes nothing."""
    given = {name: row.values[name] for name in CHANGEABLE if row.values.get(name)}
    changes = [
        Change(name, getattr(person, name), after)
        for name, after in given.items()
        if (_folded(after) != _folded(getattr(person, name)) if name in IDENTITY else after != getattr(person, name))
    ]
    reason = None
    if role is not None and role is not person.role:
        changes.append(Change("role", person.role.value, role.value))
        reason = role_fault(person, giver, standing.admins)
    if person.id in standing.typed and _folded(given.get("name", person.name)) != _folded(person.name):
        reason = Message("roster.typed", {"name": person.name})
    if (changes or person.has_left) and not giver.role.covers(person.role):
        reason = Message("roster.above")
    after = with_values(replace(person, has_left=False), {change.field: change.after for change in changes})
    if reason is not None:
        return Line(row.line, Kind.REFUSED, after, tuple(changes), reason)
    kind = Kind.BACK if person.has_left else Kind.CHANGED if changes else Kind.SAME
    return Line(row.line, kind, after, tuple(changes))


def with_values(person: Person, values: Mapping[str, str]) -> Person:
    """The same person with other values; `role` by its word."""
    changed: dict[str, Any] = {name: Role(value) if name == "role" else value for name, value in values.items()}
    return replace(person, **changed)


def role_fault(person: Person, giver: Person, admins: int) -> Message | None:
    """Why `giver` may not give this person another role. Roles are for admins, and one admin always stays."""
    if giver.role is not Role.ADMIN:
        return Message("roster.role-admin")
    if is_last_admin(person, admins):
        return Message("roster.last-admin")
    return None


def is_last_admin(person: Person, admins: int) -> bool:
    """Whether the course would have no admin without this one."""
    return person.role is Role.ADMIN and not person.has_left and admins <= 1


def _twice(values: Mapping[str, str], found: Mapping[str, Person], seen: _Seen) -> Message | None:
    for key in _keys(values):
        if key in seen.by:
            return Message("roster.twice", {"field": key[0], "line": seen.by[key]})
    again = next((seen.people[id] for id in found if id in seen.people), None)
    return None if again is None else Message("roster.same-person", {"line": again})


def _is_missing(person: Person, seen: _Seen) -> bool:
    """Only learners: rosters often leave out who teaches."""
    return person.role is Role.LEARNER and not person.has_left and person.id not in seen.mentioned


def _leaving(person: Person) -> Line:
    return Line(0, Kind.LEFT, replace(person, has_left=True))


def _keys(values: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, _folded(values[name])) for name in IDENTITY if values.get(name)]


def _folded(text: str) -> str:
    return text.strip().casefold()
