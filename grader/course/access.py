"""Who asks, and what they may do: looked up anew at every call, so that taking a role away works at once."""

from __future__ import annotations

from dataclasses import dataclass

from grader.errors import NotAllowed, UnknownCourse, UnknownPerson
from grader.model import Person, Role
from grader.store import Store, people

OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever runs a command on the server: the data folder is theirs, and with it every course."""

    course: str


Actor = str | Operator
"""A person's id as the session gives it, or the operator of the server. Never a role that a page claims."""


class Access:
    """The one place that says yes or no. Thread-safe."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def require(self, actor: Actor, role: Role) -> Person:
        """The person, if they may do what `role` may. Raises `NotAllowed`, `UnknownCourse` for an operator's slip."""
        if isinstance(actor, Operator):
            return self._operator(actor)
        with self._store.read() as connection:
            person = people.find(connection, actor)
        if person is None or person.has_left or not person.role.covers(role):
            raise NotAllowed(f"This needs the role {role.value}.")
        return person

    def learner(self, actor: Actor, role: Role, id: str) -> tuple[Person, Person]:
        """The person, and somebody of their own course. Raises `UnknownPerson` for anybody else, as for nobody."""
        person = self.require(actor, role)
        with self._store.read() as connection:
            other = people.find(connection, id)
        if other is None or other.course != person.course:
            raise UnknownPerson("Nobody in this course has this id.")
        return person, other

    def _operator(self, actor: Operator) -> Person:
        with self._store.read() as connection:
            known = people.course_ids(connection)
        if actor.course not in known:
            said = f"There are: {', '.join(known)}." if known else "There is none yet."
            raise UnknownCourse(f"There is no course {actor.course!r}. {said}")
        return Person(OPERATOR, actor.course, Role.ADMIN, name=OPERATOR)
