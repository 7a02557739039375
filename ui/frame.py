"""Navigation: the script that `st.App` runs for every session and rerun (AppTest loads this one)."""

from __future__ import annotations

import logging
from pathlib import Path

import streamlit as st

from grader.errors import ContentError
from ui.parts.page import guarded
from ui.parts.services import services
from ui.parts.speak import t

_LOG = logging.getLogger("kernel_dojo.ui")
HERE = Path(__file__).parent
MARK = str(HERE / "static" / "mark.svg")


def run() -> None:
    """Build the navigation and run the page of this request. A teacher's edit shows on the next rerun."""
    try:
        services().catalog.refresh()
    except ContentError as error:
        _LOG.warning("the course stays as it was: %s", error)
    pages = [
        st.Page("pages/learn.py", title=t("nav.learn"), default=True),
        st.Page("pages/progress.py", title=t("nav.progress"), url_path="progress"),
        st.Page("pages/concept.py", title=t("nav.concept"), url_path="concept", visibility="hidden"),
        st.Page("pages/exercise.py", title=t("nav.exercise"), url_path="exercise", visibility="hidden"),
    ]
    st.navigation(pages, position="top").run()


st.set_page_config(page_title="Kernel Dojo", page_icon=MARK, layout="wide")
st.logo(MARK, size="medium")
guarded(run)
