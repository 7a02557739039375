"""What pages talk to. One place builds it, the lifespan warms it, tests replace `build`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from grader.course.learning import Learning
    from grader.settings import Settings

    from grader.catalog import Catalog
    from grader.dispatch import Dispatch


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
    """The real services from the environment. Raises `StoreError` or `ContentError` with one clear line."""
    from grader.course.learning import Learning
    from grader.settings import Settings

    from grader.catalog import Catalog
    from grader.dispatch import Dispatch
    from grader.store import Store

    settings = Settings.load()
    catalog = Catalog.load(settings.exercises)
    store = Store.open(settings.data_dir)
    dispatch = Dispatch(settings.exercises, slots=settings.slots)
    dispatch.start()

    def close() -> None:
        dispatch.close()
        store.close()

    return Services(settings, catalog, Learning(catalog, store, dispatch), dispatch, close)


@st.cache_resource(show_spinner=False)
def services() -> Services:
    """The services of this process."""
    return build()


def me() -> str:
    """Who is learning. One person on their own computer is `you`."""
    return "you"
