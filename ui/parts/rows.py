"""Rows that lead somewhere, and links that look like buttons. Both are real links: they open in a new tab and have an address."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from ui.parts.markup import Html


def label_of(text: str) -> str:
    """Plain text as a link label: Markdown signs in it stay signs."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+-.!|~$:" else sign for sign in text)


def row(
    key: str, page: str, query: Mapping[str, str], text: str, below: Html, *, before: str = "", after: str = ""
) -> None:
    """One line of a list. The whole line is the link; `before` and `after` are signs beside it."""
    with st.container(key=f"row-{key}", horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        if before:
            st.html(before, width="content")
        with st.container(gap=None, width="stretch"):
            st.page_link(page, label=label_of(text), query_params=dict(query))
            st.html(below)
        if after:
            st.html(after, width="content")


def button(key: str, page: str, text: str, query: Mapping[str, str] | None = None, *, primary: bool = False) -> None:
    """A link that looks like a button; a page has one primary."""
    with st.container(key=f"{'go' if primary else 'way'}-{key}", width="content"):
        st.page_link(page, label=label_of(text), query_params=dict(query or {}))
