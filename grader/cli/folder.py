"""The data folder of one command: opened beside an app that runs or not, closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.store import Store


@contextmanager
def store(*, make: bool = False) -> Iterator[Store]:
    """The store that the settings name. Raises `UsageError` where there is none yet, unless this command may `make` it."""
    from grader.settings import Settings
    from grader.store import Store
    from grader.store.connect import FILE

    folder = Settings.load().data_dir
    if not make and not (folder / FILE).exists():
        raise UsageError(
            f"There is no data in {folder} yet. Set DOJO_DATA_DIR to the folder of the app, "
            "or make a course: python -m grader course --help, or python -m grader demo."
        )
    opened = Store.visit(folder)
    try:
        yield opened
    finally:
        opened.close()
