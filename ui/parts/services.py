"""What pages talk to. One place builds it, the lifespan warms it, tests replace `build`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from grader.catalog import Catalog
from grader.course import Learning
from grader.dispatch import Dispatch
from grader.errors import UsageError
from grader.settings import Settings
from grader.store import Store


@dataclass(frozen=True)
class Services:
    """Everything a page may use."""

    settings: Settings
    catalog: Catalog
    learning: Learning
    dispatch: Dispatch
    close: Callable[[], None] = lambda: None
    """Stops grading, then closes the store; what is still open there is graded at the next start."""


def build() -> Services:
    """The real services from the environment. Raises a `DojoError` with one clear line.

    For people on other computers it waits until the jail is proved, and refuses where a wall is missing.
    """
    settings = Settings.load()
    catalog = Catalog.load(settings.exercises, lenient=True)
    store = Store.open(settings.data_dir)
    dispatch = Dispatch(settings.exercises, slots=settings.slots, for_others=bool(settings.hosts))
    learning = Learning(catalog, store, dispatch)
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
    return Services(settings, catalog, learning, dispatch, close)


@st.cache_resource(show_spinner=False)
def services() -> Services:
    """The services of this process."""
    return build()


def for_the_author() -> tuple[str, ...]:
    """What is wrong in the course, file, line and remedy: for the one who writes it on their own computer."""
    ours = services()
    return () if ours.settings.hosts else ours.catalog.faults


def me() -> str:
    """Who is learning. One person on their own computer is `you`."""
    return "you"
