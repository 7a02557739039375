"""Who is who: the use cases of the door. Everything that a stranger may try stands here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime

from grader.errors import NotAllowed
from grader.model import Person
from grader.store import Store, people


class People:
    """Sessions and the people behind them. Thread-safe."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._store, self._clock = store, clock
        self._known_courses = False

    def has_courses(self) -> bool:
        """Whether this data folder holds a course: then nobody is anybody without a session. Never false again."""
        if not self._known_courses:
            with self._store.read() as connection:
                self._known_courses = bool(people.course_ids(connection))
        return self._known_courses

    def of_session(self, secret: str) -> Person:
        """Whose session this is. Raises `NotAllowed` for none, an ended or a revoked one."""
        with self._store.read() as connection:
            person = people.of_session(connection, hash_of(secret), self._clock()) if secret else None
        if person is None:
            raise NotAllowed("Nobody is signed in here.")
        return person


def hash_of(secret: str) -> str:
    """How a secret is kept: links and sessions are 32 random bytes, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
