"""backup and restore: everything of a data folder in one file, while the app runs, and back into an empty folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from grader.cli.console import progress


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")]) -> int:
    """Write everything of the data folder to one file; the app may run on. The copy is checked.

    It holds names, answers and keys: keep it where only you can read it.

    Example: python -m grader backup dojo-2026-12-01.zip
    """
    from grader.settings import Settings
    from grader.store.backup import backup as write

    with progress("Copying") as advance:
        size = write(Settings.load().data_dir, file, datetime.now(UTC), advance)
    print(f"{file}: {size / 1e6:.1f} MB, checked.")
    return 0


def restore(file: Annotated[Path, typer.Argument(metavar="FILE", help="What `backup` wrote.")]) -> int:
    """Put a backup into the data folder, which must be empty. Nothing is used before everything was checked.

    Example: DOJO_DATA_DIR=/srv/dojo python -m grader restore dojo-2026-12-01.zip
    """
    from grader.settings import Settings
    from grader.store.backup import restore as put_back

    folder = Settings.load().data_dir
    with progress("Checking") as advance:
        facts = put_back(file, folder, advance)
    print(f"{folder}: restored as it was at {facts['made']}.")
    return 0
