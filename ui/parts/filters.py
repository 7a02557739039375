"""What a page is narrowed to: choices that the address keeps, so that a view can be sent to somebody."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from ui.parts.speak import t


def choice(room: str, name: str, said: Mapping[str, str], width: int) -> str:
    """One of several, the first by default. Called by the sentence `<room>.<name>`."""
    options = [*said]
    wanted = st.query_params.get(name, options[0])
    return st.selectbox(
        t(f"{room}.{name}"),
        options,
        options.index(wanted) if wanted in options else 0,
        format_func=lambda id: said[id],
        key=f"{room}-{name}",
        on_change=partial(_remember, room, name, options[0]),
        width=width,
    )


def switch(room: str, name: str, help: str | None = None) -> bool:
    """On or off, off by default."""
    return st.toggle(
        t(f"{room}.{name}"),
        st.query_params.get(name) == "1",
        key=f"{room}-{name}",
        help=help,
        on_change=partial(_remember, room, name, ""),
    )


def _remember(room: str, name: str, default: str) -> None:
    value = st.session_state[f"{room}-{name}"]
    text = ("1" if value else "") if isinstance(value, bool) else value
    if text == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = text
