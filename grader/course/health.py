"""Whether the server is well, for those who look after it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from grader.course.access import Access, Actor
from grader.model import Role
from grader.store import Store, health
from grader.store.connect import FILE
from grader.store.health import Counts


@dataclass(frozen=True, slots=True)
class Health:
    """Sizes in bytes."""

    counts: Counts
    database: int
    free: int


class Caretaking:
    """What an administrator may ask about the server."""

    def __init__(
        self, store: Store, data_dir: Path, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store, self._data_dir, self._clock = store, data_dir, clock
        self._access = Access(store)

    def look(self, actor: Actor) -> Health:
        """How much there is, and how much room is left. Raises `NotAllowed` below an administrator."""
        self._access.require(actor, Role.ADMIN)
        with self._store.read() as connection:
            counted = health.counts(connection, self._clock())
        files = self._data_dir.glob(f"{FILE}*")
        return Health(counted, sum(file.stat().st_size for file in files), shutil.disk_usage(self._data_dir).free)
