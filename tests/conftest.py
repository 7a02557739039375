"""Shared by every test: one warm pool for the whole session (it takes seconds to start)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.sandbox.pool import Pool


@pytest.fixture(scope="session")
def pool() -> Iterator[Pool]:
    """A real pool: zygote, jail and cells."""
    with Pool() as started:
        yield started
