"""gradebook and lms: everybody's grades as a table, and into the LMS's own file."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli.answers import name_of, read
from grader.cli.console import warn
from grader.cli.folder import store
from grader.course.access import Operator
from grader.errors import UnreadableFile, UsageError
from grader.words import cell, plain

if TYPE_CHECKING:
    from grader.course.gradebook.gradebook import Gradebook
    from grader.course.gradebook.lms import Filled

CourseId = Annotated[str, typer.Argument(metavar="COURSE", help="The course's id.")]
_FEW = 10
"""So many are named who stand in the course alone: a file is often that of one section."""


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("gradebook")(gradebook)
    app.command("lms")(lms)


def gradebook(
    course: CourseId,
    assignment: Annotated[str | None, typer.Option(metavar="ID", help="Default: all assignments.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="No table: work out every grade anew and tell what differs.")
    ] = False,
) -> int:
    """Print the gradebook as CSV: learner_id,name,email,login,section,<exercise id>...,points,grade.

    An exercise's column and `points`, their sum, are after the late policy and before overrides; `grade` is the sum
    after overrides. An empty cell: nothing counted. Without --assignment the columns are <assignment id>/<exercise id>.

    Example: python -m grader gradebook autumn --assignment homework-1 > grades.csv
    """
    from grader.course.gradebook import gradebook_tables as tables
    from grader.course.gradebook.gradebook import Gradebook

    by = Operator(course)
    with store() as opened:
        book = Gradebook(opened)
        if check:
            return _check(book, by, assignment)
        rows = tables.of_sheet(book.sheet(by, assignment)) if assignment else tables.of_course(book.whole(by))
        csv.writer(sys.stdout, lineterminator="\n").writerows([cell(value) for value in row] for row in rows)
    return 0


def _check(book: Gradebook, by: Operator, assignment: str | None) -> int:
    """One line for each thing that is stored and does not follow."""
    found = book.check_ledger(by, assignment)
    for one in found:
        where = f"{one.assignment}/{one.exercise} of {one.learner}"
        warn(plain(f"{where}: {one.what} is stored as {one.stored}, but {one.derived} follows.", 2000))
    warn(f"{len(found)} differences." if found else "Every grade follows from what was handed in.")
    return 1 if found else 0


def lms(
    course: CourseId,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The file as the LMS exports it.")],
    assignment: Annotated[str, typer.Option(metavar="ID", help="Whose grades go into it.")],
    output: Annotated[Path, typer.Option(metavar="OUT.csv", help="The file to upload; never the one that was read.")],
    column: Annotated[
        str | None, typer.Option(metavar="NAME", help="The column to fill. Default: the one of the assignment's title.")
    ] = None,
    scale: Annotated[
        bool, typer.Option("--scale", help="Let full points here be full points there, where the LMS has other points.")
    ] = False,
) -> int:
    """Fill our column in the LMS's own file (Canvas, Moodle, Blackboard, Brightspace, Gradescope); all else stays as it is.

    Who handed in nothing gets 0 once it has closed for them; before that, and where the LMS says EX, the cell stays.

    Exit code 0: everybody in the file is known, 1: some are not, and are named on stderr, 2: nothing was written.

    Example: python -m grader lms autumn canvas.csv --assignment homework-1 --output filled.csv
    """
    from grader.course.gradebook.gradebook import Gradebook
    from grader.course.gradebook.sheet import MOST_BYTES

    data = read(file, MOST_BYTES)
    if output.exists() and output.samefile(file):
        raise UsageError(
            f"--output is {name_of(file)} itself. Name another file: the one that was read stays as it is."
        )
    with store() as opened:
        try:
            done = Gradebook(opened).round_trip(Operator(course), assignment, data, column, scale=scale)
        except UnreadableFile as error:
            raise UsageError(f"{name_of(file)} is no table: {error}") from None
    try:
        output.write_bytes(done.data)
    except OSError as error:
        raise UsageError(f"{name_of(output)} cannot be written: {error.strerror}.") from None
    return _told(done)


def _told(done: Filled) -> int:
    """What was done, and everybody who needs a look."""
    warn(plain(f"{done.lms.value}: {done.filled} grades in the column {done.column}."))
    _names("Nobody here", done.unmatched)
    _names("Left as it was, excused or locked in the LMS", done.kept)
    if done.waiting:
        warn(f"Left as they were, still being checked, or nothing handed in and still time: {len(done.waiting)}.")
    absent = [f"{person.name} ({person.email or person.login or person.id})" for person in done.absent]
    _names("Not in this file", absent[:_FEW])
    if absent[_FEW:]:
        warn(f"Not in this file: {len(absent) - _FEW} more, of other sections perhaps.")
    return 1 if done.unmatched else 0


def _names(what: str, names: Sequence[str]) -> None:
    for name in names:
        warn(f"{what}: {plain(' '.join(name.split()))}")
