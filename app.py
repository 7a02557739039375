"""The frame around the pages. `streamlit run app.py` starts everything: pages, routes, guards, store and judge."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import anyio
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from grader.errors import DojoError
from grader.logs import configure
from grader.settings import Settings
from ui.guard import guards, refuse_strangers
from ui.parts.page import failed
from ui.parts.services import Services, services
from ui.routes import routes


def refuse(error: DojoError) -> NoReturn:
    """End with one clear line. Nothing runs yet; an exception would leave through the server as pages of traceback."""
    print(f"Kernel Dojo cannot start. {error}", file=sys.stderr, flush=True)
    os._exit(2)


def warm() -> Services:
    """Everything that the first learner would wait for: services, and the modules of the largest page."""
    import_module("ui.parts.workbench")
    return services()


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Open everything before the first visit, close it in order at the end."""
    try:
        ours = await anyio.to_thread.run_sync(warm)
    except DojoError as error:
        refuse(error)
    try:
        yield
    finally:
        await anyio.to_thread.run_sync(ours.close)


def settings() -> Settings:
    """The settings, or one clear line and exit code 2."""
    try:
        found = Settings.load()
        refuse_strangers(str(st.get_option("server.address") or "0.0.0.0"), found.hosts)
    except DojoError as error:
        refuse(error)
    configure(found.log or ("json" if found.hosts else "text"))
    return found


# `ui/pages` is ours. Streamlit would take it for its older kind of pages until the first `st.navigation` of the process,
# and run the page of the first learner's address without the frame.
PagesManager.uses_pages_directory = False

app = st.App(
    Path(__file__).parent / "ui" / "frame.py",
    routes=routes(),
    middleware=guards(settings().hosts),
    lifespan=lifespan,
    on_script_error=failed,
)
