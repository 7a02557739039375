"""The gradebook's table in the browser: the class room's grid with points in its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from grader.model import Json
from ui.components import browser, classroom

HERE = Path(__file__).parent
_FILES = (classroom.HERE / "lead.js", classroom.HERE / "heat.js", HERE / "grades.js")
_GRADES = st.components.v2.component(
    "kernel_dojo_grades",
    html="<div class='kd-heatbox'></div>",
    js=browser.module(_FILES, "export default grades"),
    isolate_styles=False,
)


def grades(data: Mapping[str, Json], follow: Callable[[str], None], *, key: str) -> None:
    """The table. `follow` hears the address of a link that was clicked, before anything is drawn again."""

    def clicked() -> None:
        state: Any = st.session_state.get(key)
        if address := str(getattr(state, "opened", None) or ""):
            follow(address)

    _GRADES(key=key, data={**data, "words": browser.words("grades")}, on_opened_change=clicked)
