"""rebuild-rollups: the sums that dashboards read, worked out again from the verdicts."""

from __future__ import annotations

from functools import partial

import typer

from grader.cli import folder
from grader.cli.console import progress


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("rebuild-rollups")(rebuild_rollups)


def rebuild_rollups() -> int:
    """Work out standings, mistakes, tallies and grades again from the verdicts, while the app runs or not.

    They are kept up to date with every verdict: this is for after an update of the program, and to check them.

    Example: python -m grader rebuild-rollups
    """
    from grader.course.homework import grades
    from grader.store import people

    with folder.store() as store, progress("Working out"):
        told = store.rebuild_rollups()
        with store.read() as connection:
            courses = people.course_ids(connection)
        wrong = told.wrong
        for course in courses:
            wrong += store.write(partial(grades.rebuild, course=course)).result()
    print(f"Worked out {told.rows} standings; {_rows(wrong)} wrong.")
    return 0


def _rows(count: int) -> str:
    return "1 row was" if count == 1 else f"{count or 'no'} rows were"
