"""The gradebook's table in the browser: the class room's grid with points in its cells."""

from __future__ import annotations

from collections.abc import Mapping
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


def grades(data: Mapping[str, Json], *, key: str) -> str:
    """The table → the address of the link that was just clicked, or nothing."""
    result: Any = _GRADES(key=key, data={**data, "words": browser.words("grades")}, on_opened_change=_nothing)
    return str(getattr(result, "opened", None) or "")


def _nothing() -> None:
    """Streamlit keeps a trigger only where somebody listens."""
