"""Shared by every test: one warm pool for the whole session (it takes seconds to start)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import app_test

from grader.sandbox.pool import Pool

collect_ignore = ["attacks", "cheats", "fresh", "submissions"]
"""Programs that learners and attackers might hand in: read as text, never imported here."""


class OurPages(PagesManager):
    """Every AppTest run takes `ui/pages` for Streamlit's older kind of pages and would run them without the frame."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        PagesManager.uses_pages_directory = False


@pytest.fixture(scope="session", autouse=True)
def pages_inside_the_frame() -> Iterator[None]:
    """AppTest on `ui/frame.py` runs the frame first, as the app does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app_test, "PagesManager", OurPages)
        # every AppTest run would read the metadata of all installed packages, which takes ten times as long as the page
        patch.setattr(manifest_scanner, "scan_component_manifests", list)
        yield


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    """A real pool: zygote, jail and cells."""
    with Pool() as started:
        yield started


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """In CI nothing may be skipped: what is missing there would go unnoticed."""
    skipped = terminalreporter.stats.get("skipped", [])
    if os.environ.get("CI") and skipped:
        terminalreporter.write_line(f"CI skips nothing, but {len(skipped)} tests were skipped:", red=True)
        for report in skipped:
            terminalreporter.write_line(f"  {report.nodeid}: {report.longrepr}")
        assert terminalreporter._session is not None
        terminalreporter._session.exitstatus = 1
