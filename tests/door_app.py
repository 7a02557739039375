"""The app as `streamlit run` starts it, with a real door over the data folder and a judge of nothing: for browser tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import fakes
import streamlit as st

from app import lifespan
from grader.course.people.people import People
from grader.settings import Settings
from grader.store import Store
from ui.guard import guards
from ui.parts import services
from ui.parts.page import failed
from ui.routes import routes


def build() -> services.Services:
    """Real people, no judge."""
    settings = Settings.load()
    store = Store.open(settings.data_dir)
    ours = replace(fakes.services(), settings=settings, store=store, close=store.close)
    ours.__dict__["people"] = People(store)
    return ours


services.build = build
app = st.App(
    Path(__file__).parents[1] / "ui" / "frame.py",
    routes=routes(),
    middleware=guards(),
    lifespan=lifespan,
    on_script_error=failed,
)
