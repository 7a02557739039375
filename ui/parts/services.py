"""What pages talk to. One place builds it, the lifespan warms it, tests replace `build`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import streamlit as st

from grader.catalog import Catalog
from grader.course import Learning
from grader.course.classroom.classroom import Classroom
from grader.course.classroom.insight import Insight
from grader.course.classroom.mistakes import Mistakes
from grader.course.gradebook.gradebook import Gradebook
from grader.course.gradebook.regrading import Regrading
from grader.course.handin.receipts import Receipts
from grader.course.health import Caretaking
from grader.course.homework.homework import Homework
from grader.course.learning.variants import Variants
from grader.course.metrics import Measured, Metrics
from grader.course.people.people import People
from grader.course.people.records import Records
from grader.course.people.roster import Roster
from grader.dispatch import Dispatch
from grader.errors import UsageError
from grader.model import Person, Role
from grader.settings import Settings
from grader.store import Store
from ui.guard import refuse_nobodys

YOU = Person("you", name="you")
"""The one person of local mode."""

COOKIE = "dojo_session"


@dataclass(frozen=True)
class Services:
    """Everything a page may use."""

    settings: Settings
    catalog: Catalog
    learning: Learning
    dispatch: Dispatch
    store: Store
    close: Callable[[], None] = lambda: None
    """Stops grading, then closes the store; what is still open there is graded at the next start."""
    metrics: Metrics = field(default_factory=Metrics)

    @cached_property
    def receipts(self) -> Receipts:
        """Signed proofs of handing in."""
        return Receipts(self.store, self.settings.data_dir)

    @cached_property
    def caretaking(self) -> Caretaking:
        """Whether the server is well."""
        return Caretaking(self.store, self.settings.data_dir)

    @cached_property
    def classroom(self) -> Classroom:
        """Who is where, who is stuck and why."""
        return Classroom(self.catalog, self.store)

    @cached_property
    def homework(self) -> Homework:
        """Assignments, for those who set them and those who do them."""
        return Homework(self.catalog, self.store)

    @cached_property
    def people(self) -> People:
        """Who is who."""
        return People(self.store)

    @cached_property
    def roster(self) -> Roster:
        """Who is in a course."""
        return Roster(self.store)

    @cached_property
    def records(self) -> Records:
        """What was done, and everything of one person."""
        return Records(self.store)

    @cached_property
    def gradebook(self) -> Gradebook:
        """What everybody has, and why."""
        return Gradebook(self.store)

    @cached_property
    def regrading(self) -> Regrading:
        """Everything handed in once more, after an exercise was mended."""
        return Regrading(self.catalog, self.store, self.dispatch)

    @cached_property
    def mistakes(self) -> Mistakes:
        """Failures in common, and comments to whoever has them."""
        return Mistakes(self.catalog, self.store)

    @cached_property
    def insight(self) -> Insight:
        """What a class says of the exercises."""
        return Insight(self.catalog, self.store)


def build() -> Services:
    """The real services from the environment. Raises a `DojoError` with one clear line.

    For people on other computers it waits until the jail is proved, and refuses where a wall is missing.
    """
    settings = Settings.load()
    catalog = Catalog.load(settings.exercises, lenient=True)
    store = Store.open(settings.data_dir)
    try:
        refuse_nobodys(settings.hosts, has_courses=People(store).has_courses())
    except UsageError:
        store.close()
        raise
    dispatch = Dispatch(settings.exercises, slots=settings.slots, for_others=bool(settings.hosts))
    metrics = Metrics()
    learning = Learning(catalog, store, Measured(dispatch, metrics), variants=Variants(settings.data_dir))
    metrics.watch("dojo_waiting", "Answers that wait for the judge.", lambda: dispatch.waiting)
    metrics.watch("dojo_judge_ready", "1 while the judge takes answers.", lambda: dispatch.state == "ready")
    dispatch.start()
    learning.start()

    def close() -> None:
        learning.close()
        dispatch.close()
        store.close()

    if settings.hosts and not dispatch.proved().is_full:
        close()
        raise UsageError(
            "DOJO_HOSTS lets other computers in, but not every wall of the jail holds here. "
            "`python -m grader doctor` says what is missing; without DOJO_HOSTS it serves this computer alone."
        )
    return Services(settings, catalog, learning, dispatch, store, close, metrics)


@st.cache_resource(show_spinner=False)
def services() -> Services:
    """The services of this process."""
    return build()


def for_the_author() -> tuple[str, ...]:
    """What is wrong in the course, file, line and remedy: for the one who writes it on their own computer."""
    ours = services()
    is_theirs = not ours.people.has_courses() or person().role.covers(Role.INSTRUCTOR)
    return ours.catalog.faults if is_theirs and not ours.settings.hosts else ()


def person() -> Person:
    """Who this request is from, looked up anew each time. Local mode has one person; a course only those who came in.

    Raises `NotAllowed` for a stranger. What a role may do is for the use cases to say.
    """
    if not services().people.has_courses():
        return YOU
    return services().people.of_session(st.context.cookies.get(COOKIE, ""))


def me() -> str:
    """The id of whoever this request is from."""
    return person().id
