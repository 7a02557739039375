"""What pages talk to. One place builds it, the lifespan warms it, tests replace `build`."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from grader.catalog import Catalog
from grader.course.learning import Learning
from grader.dispatch import Dispatch
from grader.settings import Settings
from grader.store import Store


@dataclass(frozen=True)
class Services:
    """Everything a page may use."""

    settings: Settings
    catalog: Catalog
    learning: Learning
    dispatch: Dispatch
    store: Store

    def close(self) -> None:
        """Stop grading, then close the store: what was submitted stays open in it and is graded at the next start."""
        self.dispatch.close()
        self.store.close()


def build() -> Services:
    """The real services from the environment. Raises `StoreError` or `ContentError` with one clear line."""
    settings = Settings.load()
    catalog = Catalog.load(settings.exercises)
    store = Store.open(settings.data_dir)
    dispatch = Dispatch(settings.exercises, slots=settings.slots)
    dispatch.start()
    return Services(settings, catalog, Learning(catalog, store, dispatch), dispatch, store)


@st.cache_resource(show_spinner=False)
def services() -> Services:
    """The services of this process."""
    return build()


def me() -> str:
    """Who is learning. One person on their own computer is `you`."""
    return "you"
