"""regrade: everything handed in to an exercise once more, first to see what would change."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli import session
from grader.cli.console import Ink, progress, warn
from grader.cli.folder import store
from grader.cli.gradebook import CourseId
from grader.course.access import Operator
from grader.errors import UsageError
from grader.words import plain

if TYPE_CHECKING:
    from grader.course.gradebook.regrade_effects import CheckShift, Effect
    from grader.course.gradebook.regrading import Preview, Regrading
    from grader.course.needs import Grader
    from grader.store import Store


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("regrade")(regrade)


def regrade(
    course: CourseId,
    exercise: Annotated[
        str | None, typer.Option(metavar="ID", help="Default: every exercise that changed since some of its verdicts.")
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Put the new verdicts in force. Old ones are kept.")] = False,
    undo: Annotated[int | None, typer.Option(metavar="ID", help="Put back what was in force before a regrade.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, max=256, help="How many at once; default: one a core.")] = None,
) -> int:
    """Grade everything handed in to an exercise again, with the seeds of then, and tell who goes up, who down, and why.

    Without --apply nothing counts. A run that was killed goes on where it was.

    Exit code 0: done, 2: wrong use, 3: some submissions could not be graded, by our fault; run it again.

    Example: python -m grader regrade autumn --exercise corr2d --apply
    """
    if undo is not None and (apply or exercise):
        raise UsageError("--undo stands alone: it puts back what was in force before that regrade.")
    with store() as opened:
        if undo is not None:
            return _undo(opened, Operator(course), undo)
        return _regrade(opened, Operator(course), exercise, apply, jobs)


def _undo(opened: Store, by: Operator, id: int) -> int:
    done = _regrading(opened, None).undo(by, id)
    warn(f"Regrade {id} of {done.exercise} is undone: {_many(done.submissions)} as before.")
    return 0


def _regrade(opened: Store, by: Operator, asked: str | None, apply: bool, jobs: int | None) -> int:
    regrading = _regrading(opened, None)
    wanted = [session.catalog().exercise(asked).id] if asked else list(regrading.stale(by))
    if not wanted:
        warn("No exercise has changed since its verdicts. Name one with --exercise to grade it again all the same.")
        return 0
    failed = sum(_judge(opened, by, exercise, jobs) for exercise in wanted if regrading.pending(by, exercise))
    for exercise in wanted:
        preview = regrading.preview(by, exercise)
        for line in _lines(preview):
            print(line)
        warn(_summary(preview))
    if apply:
        ids = regrading.apply(by, wanted)
        for id in ids:
            warn(f"Regrade {id} is in force. To put back what was before: --undo {id}.")
    else:
        warn("Dry run: nothing of this counts. To put it in force: --apply.")
    return 3 if failed else 0


def _judge(opened: Store, by: Operator, exercise: str, jobs: int | None) -> int:
    """Grade what this version has not graded yet → how much could not be, by our fault."""
    with session.judge(jobs) as dispatch:
        regrading = _regrading(opened, dispatch)
        with progress(f"Grading {exercise}", regrading.pending(by, exercise)) as advance:
            run = regrading.judge(by, exercise, step=advance, wait=lambda future: session.answer(dispatch, future))
    if run.failed:
        warn(f"{exercise}: {_many(run.failed)} could not be graded; this is our fault. Run it again.")
    return run.failed


def _regrading(opened: Store, grader: Grader | None) -> Regrading:
    from grader.course.gradebook.regrading import Regrading

    return Regrading(session.catalog(lenient=True), opened, grader)


def _lines(preview: Preview) -> Iterator[str]:
    ink = Ink(sys.stdout)
    for effect in preview.effects:
        up = effect.gain > 0
        yield f"{ink('▲ up  ' if up else '▼ down', 'good' if up else 'bad')} {_said(effect)}"


def _said(effect: Effect) -> str:
    """Who, from what to what, and which checks made it so; one line of plain text."""
    who = " ".join(filter(None, [effect.person.name, f"({effect.person.email or effect.person.id})"]))
    moved = [
        f"{grade.assignment}/{grade.exercise}: {grade.before:g} → {grade.after:g}"
        f"{' (set by hand, stays)' if grade.is_overridden else ''}"
        for grade in effect.grades
    ]
    why = [f"{check.id} {_shift(check)}" for check in effect.why]
    best = f"{effect.exercise} {effect.before} → {effect.after} of {effect.of}"
    return plain("; ".join([f"{who}  {best}", *moved, *(["why: " + ", ".join(why)] if why else [])]), 2000)


def _shift(check: CheckShift) -> str:
    """failed → passed; or points, where only they differ."""
    if check.before == check.after:
        return f"{check.points[0]} → {check.points[1]} points"
    return f"{check.before or 'new'} → {check.after or 'gone'}"


def _summary(preview: Preview) -> str:
    up = sum(effect.gain > 0 for effect in preview.effects)
    counts = f"{up} up, {len(preview.effects) - up} down"
    quiet = f", {preview.quiet} judged otherwise without moving anybody's points" if preview.quiet else ""
    return f"{preview.exercise}: {_many(preview.of)}, {counts}{quiet}."


def _many(n: int) -> str:
    return f"{n} submission{'' if n == 1 else 's'}"
