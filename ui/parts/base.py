"""Under which path this app is served."""

from __future__ import annotations

import streamlit as st


def base_path() -> str:
    """`server.baseUrlPath` as a prefix: "" or "/dojo"."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
