"""The frame around the pages. `streamlit run app.py` starts everything."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.parts.page import failed

app = st.App(Path(__file__).parent / "ui" / "frame.py", on_script_error=failed)
