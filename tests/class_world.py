"""A little course for tests: an instructor, an assistant, learners of two sections, homework, and hand-ins with verdicts."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

import fakes
from store_world import handed_in, verdict

from grader.course.homework import grades
from grader.course.homework.assignment import Assignment
from grader.course.learning.grading import GRADER
from grader.course.people.people import People
from grader.model import Person, Role, Text, Verdict
from grader.store import Store, people
from ui.parts.services import Services

COURSE = "autumn"
INES = Person("p-ines", COURSE, Role.INSTRUCTOR, "", "Ines Vidal", "ines@example.org", "ines")
TOM = Person("p-tom", COURSE, Role.ASSISTANT, "A", "Tom Okafor", "tom@example.org", "tom")
ROOT = Person("p-root", COURSE, Role.ADMIN, "", "Rita Root", "rita@example.org", "rita")
ADA = Person("p-ada", COURSE, Role.LEARNER, "A", "Ada Osei", "ada@example.org", "ada1", "1001")
BEN = Person("p-ben", COURSE, Role.LEARNER, "A", "Ben Carter", "ben@example.org", "ben1", "1002")
CHEN = Person("p-chen", COURSE, Role.LEARNER, "B", "陈宇", "chen@example.org", "chen1", "1003")
EVE = Person("p-eve", "other", Role.INSTRUCTOR, "", "Eve Elsewhere", "eve@example.org", "eve")
EVERYBODY = (INES, TOM, ROOT, ADA, BEN, CHEN, EVE)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def a_course(folder: Path) -> Store:
    """A store with the course `autumn` (Europe/Berlin) and another one of which nobody here may see anything."""
    shutil.copytree(_made(), folder, dirs_exist_ok=True)  # migrating anew for every test takes ten times as long
    return Store.open(folder)


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="class-world-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store = Store.open(folder)

    def fill(connection: Any) -> None:
        for id in (COURSE, "other"):
            people.add_course(connection, id, f"{id.title()} course", "Europe/Berlin", NOON - timedelta(days=30))
        for person in EVERYBODY:
            people.add(connection, person, NOON - timedelta(days=30))

    store.write(fill).result()
    store.close()
    return folder


def homework(id: str = "hw-1", **more: Any) -> Assignment:
    """corr2d and edges, ten points each; opened a week before NOON, due at NOON, closes three days later."""
    values: dict[str, Any] = {
        "title": Text("Homework 1", "作业 1"),
        "parts": [{"exercise": "corr2d", "points": 10}, {"exercise": "edges", "points": 10}],
        "opens": NOON - timedelta(days=7),
        "due": NOON,
        "closes": NOON + timedelta(days=3),
    }
    return Assignment(id=id, **{**values, **more})


def submit(
    store: Store, who: Person, score: int = 3, *, exercise: str = "corr2d", hours: float = -1, **said: Any
) -> int:
    """A submission with its verdict (of five points, five pass), so many hours after NOON → its id."""
    at = NOON + timedelta(hours=hours)
    id = store.add_submission(
        handed_in(who.id, exercise, (at - datetime(2026, 3, 1, 12, tzinfo=UTC)).total_seconds() / 60)
    )
    judged: Verdict = verdict(score, exercise=exercise, **said)
    store.save_verdict(id, judged, GRADER, at + timedelta(seconds=1), grades.after_verdict).result()
    return id


class ClassServices(Services):
    """Real use cases over a real store, somebody signed in, and the small course of `fakes`."""

    who: Person = INES

    @cached_property
    def people(self) -> Any:
        """The door, open for `who`."""
        door: Any = People(self.store)
        door.of_session = lambda secret: self.who
        return door


def services_for(who: Person, store: Store) -> Services:
    """Services for a page test as `who` sees it; monkeypatch `ui.parts.services.build` to return them."""
    plain = fakes.services()
    ours = ClassServices(plain.settings, cast(Any, fakes.FakeCatalog()), plain.learning, plain.dispatch, store)
    object.__setattr__(ours, "who", who)
    return ours
