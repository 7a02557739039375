"""A grid of cells for numbers: arrows move between them, a pasted block fills them, Submit checks that all are filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "kernel_dojo_cells",
    html="<div class='cells'></div>\n",
    css=(HERE / "cells.css").read_text("utf-8"),
    js=(HERE / "cells.js").read_text("utf-8"),
)


def cells(
    key: str,
    shape: Sequence[int],
    values: Sequence[str],
    rev: int,
    words: dict[str, str],
    *,
    busy: bool,
    quiet: bool,
    answered: str,
    on_action: Callable[[], None],
    on_draft: Callable[[], None],
) -> None:
    """Show the grid. `values` are the cells' texts, row by row; they replace what stands there when `rev` is another."""
    data: dict[str, Any] = {
        "shape": list(shape) or [1],
        "values": list(values),
        "rev": rev,
        "words": words,
        "busy": busy,
        "quiet": quiet,
        "answered": answered,
    }
    _mount(key=key, data=data, on_action_change=on_action, on_draft_change=on_draft, default={"draft": None})
