"""The little course of `class_world` for tests that need many of it: filled once, then copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from class_world import a_course

from grader.store import Store


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the course, which no test may open: a copy opens ten times as quick as a new one fills."""
    folder = tmp_path_factory.mktemp("course")
    a_course(folder).close()
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """The course, open, for one test."""
    with copied(filled, tmp_path) as opened:
        yield opened


@contextmanager
def copied(folder: Path, to: Path) -> Iterator[Store]:
    """A copy of a closed data folder, open."""
    shutil.copytree(folder, to / "data")
    opened = Store.open(to / "data")
    yield opened
    opened.close()
