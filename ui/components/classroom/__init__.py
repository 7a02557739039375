"""The class room in the browser: a large table and HTML of ours, both brought up to date in place.

A tick every few seconds would else redraw thousands of cells, and take focus, scrolling and open details away. They
stand in the page itself (no shadow root), so its classes draw them; names and titles are set as text, never as markup.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st

from grader.model import Json
from ui.components import browser
from ui.parts.markup import Html

HERE = Path(__file__).parent


def source(name: str) -> str:
    """The JavaScript of `heat` or `living` as a module."""
    return browser.module([HERE / "lead.js", HERE / f"{name}.js"], f"export default {name}")


_HEAT = st.components.v2.component(
    "kernel_dojo_heat", html="<div class='kd-heatbox'></div>", js=source("heat"), isolate_styles=False
)
_LIVING = st.components.v2.component(
    "kernel_dojo_living", html="<div class='kd-living'></div>", js=source("living"), isolate_styles=False
)


def heat(data: Mapping[str, Json], *, key: str) -> str:
    """The table → the address of the link that was just clicked, or nothing."""
    return _clicked(_HEAT(key=key, data={**data, "words": browser.words("heat")}, on_opened_change=_nothing))


def living(html: Html, *, key: str, words: Mapping[str, str] | None = None) -> str:
    """Markup of ours, brought up to date in place → the address of the link that was just clicked, or nothing.

    With `words`, the element `[data-clock]` in it counts the seconds since the last time, also when no time comes.
    """
    data = {"html": html, **({"words": dict(words), "tick": time.monotonic()} if words else {})}
    return _clicked(_LIVING(key=key, data=data, on_opened_change=_nothing))


def _clicked(result: Any) -> str:
    return str(getattr(result, "opened", None) or "")


def _nothing() -> None:
    """Streamlit keeps a trigger only where somebody listens."""
