"""Navigation: the script that `st.App` runs for every session and rerun (AppTest loads this one)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from grader.errors import ContentError, NotAllowed
from grader.model import Person, Role
from ui.parts.page import guarded
from ui.parts.services import person, services
from ui.parts.speak import t

_LOG = logging.getLogger("kernel_dojo.ui")


@dataclass(frozen=True, slots=True)
class Page:
    """A file of `pages/`, and whose navigation shows it. Hidden is not protected: each page asks for its role itself."""

    name: str
    is_shown: bool = True
    role: Role = Role.LEARNER
    is_for_class: bool = False
    """Local mode has no use for it."""


PAGES = (
    Page("learn"),
    Page("progress"),
    Page("assignments", is_for_class=True),
    Page("concept", is_shown=False),
    Page("exercise", is_shown=False),
    Page("class", role=Role.ASSISTANT),
    Page("mistakes", role=Role.ASSISTANT),
    Page("mistake", is_shown=False),
    Page("items", role=Role.ASSISTANT),
    Page("learner", is_shown=False),
    Page("gradebook", role=Role.INSTRUCTOR),
    Page("people", role=Role.INSTRUCTOR),
    Page("admin", role=Role.ADMIN),
)
HERE = Path(__file__).parent
MARK = str(HERE / "static" / "mark.svg")


def run() -> None:
    """Build the navigation and run the page of this request. A teacher's edit shows on the next rerun."""
    try:
        services().catalog.refresh()
    except ContentError as error:
        _LOG.warning("the course stays as it was: %s", error)
    try:
        asking = person()
    except NotAllowed:
        asking = None
    recognise(asking.id if asking else "")
    if asking is None:
        shut_door()
        return
    pages = [
        st.Page(
            f"pages/{page.name}.py",
            title=t(f"nav.{page.name}"),
            default=page is PAGES[0],
            **({} if page is PAGES[0] else {"url_path": page.name}),
            visibility="visible" if _is_shown(page, asking) else "hidden",
        )
        for page in PAGES
    ]
    st.navigation(pages, position="top").run()


def _is_shown(page: Page, asking: Person) -> bool:
    return page.is_shown and asking.role.covers(page.role) and (bool(asking.course) or not page.is_for_class)


def recognise(id: str) -> None:
    """Forget what this browser tab showed to somebody else: a tab outlives a session when its connection comes back."""
    if st.session_state.get("who", id) != id:
        spoken = st.session_state.get("lang")
        st.session_state.clear()
        if spoken and not id:
            st.session_state.lang = spoken
    st.session_state.who = id


def shut_door() -> None:
    """Whatever the address: the stranger's page, without navigation. It stays, so that a reload after joining opens it."""
    title, (_, *others) = t("door.title"), PAGES
    pages = [st.Page("pages/door.py", title=title, default=True)]
    pages += [st.Page("pages/door.py", title=title, url_path=page.name) for page in others]
    st.navigation(pages, position="hidden").run()


st.set_page_config(page_title="Kernel Dojo", page_icon=MARK, layout="wide")
st.logo(MARK, size="medium")
guarded(run)
