"""demo: a synthetic class in an empty data folder, so that an instructor can look around."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli import session
from grader.cli.bench import model_answers
from grader.cli.console import progress, warn
from grader.cli.link import HERE
from grader.errors import FolderInUse, UsageError
from grader.model import Mode, Verdict
from grader.words import plain

if TYPE_CHECKING:
    from grader.course.demo.demo import Sample, Way
    from grader.dispatch import Dispatch
    from grader.store import Store

UNFINISHED = "demo.unfinished"
EACH = 60


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("demo")(demo)


def demo(
    learners: Annotated[int, typer.Option(min=1, max=5000, help="How many learners.")] = 30,
    submissions: Annotated[
        int | None, typer.Option(min=1, max=5_000_000, help=f"How many submissions; default: {EACH} a learner.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, other people.")] = 0,
) -> int:
    """Fill the empty data folder with a made-up course, `demo`: people, homework, three weeks of submissions.

    The answers are catalogued mistakes and model answers; each is graded once, in the real jail.

    Example: DOJO_DATA_DIR=/tmp/demo python -m grader demo --learners 30
    """
    from grader.course.demo import demo as course
    from grader.settings import Settings

    folder, now = Settings.load().data_dir, datetime.now(UTC)
    with _empty(folder) as store:
        catalog = session.catalog()
        samples = list(course.samples_of(catalog, model_answers(catalog), Random(seed)))
        with session.judge() as dispatch, progress("Grading answers", len(samples)) as advance:
            judged = list(_graded(samples, dispatch, advance))
        with progress("Writing the course"):
            ways = course.fill(store, course.banks_of(judged), learners, submissions or EACH * learners, seed, now)
    _tell(folder, ways)
    return 0


@contextmanager
def _empty(folder: Path) -> Iterator[Store]:
    """The store of a folder that nobody has used. Raises `UsageError` for any other."""
    from grader.store import Store, bulk
    from grader.store.connect import FILE

    mark = folder / UNFINISHED
    if mark.exists():
        said = f"The data folder {folder} holds a demo course that was not finished."
        raise UsageError(f"{said} Remove the files {FILE}* and {UNFINISHED} in it and run demo again.")
    try:
        store = Store.open(folder)
    except FolderInUse as error:
        raise UsageError(str(error)) from None
    try:
        with store.read() as connection:
            if not bulk.is_empty(connection):
                raise UsageError(
                    f"The data folder {folder} is in use already. Set DOJO_DATA_DIR to an empty folder: "
                    "a demo is never mixed with real people."
                )
        mark.touch()
        yield store
    finally:
        store.close()
    mark.unlink()


def _graded(samples: list[Sample], dispatch: Dispatch, advance: Callable[[], None]) -> Iterator[tuple[Sample, Verdict]]:
    """A verdict for each, in order; a few on their way at once."""
    from grader.course.demo.demo import SEED

    waiting: deque[tuple[Sample, Future[Verdict]]] = deque()
    for sample in samples:
        waiting.append((sample, dispatch.grade(sample.exercise.id, sample.answer, mode=Mode.SUBMIT, seed=SEED)))
        if len(waiting) > 4 * dispatch.slots:
            yield _next(waiting, dispatch)
            advance()
    while waiting:
        yield _next(waiting, dispatch)
        advance()


def _next(waiting: deque[tuple[Sample, Future[Verdict]]], dispatch: Dispatch) -> tuple[Sample, Verdict]:
    sample, future = waiting.popleft()
    return sample, session.answer(dispatch, future)


def _tell(folder: Path, ways: list[Way]) -> None:
    for way in ways:
        warn(f"{way.person.role.value}, {plain(way.person.name)}:")
        print(f"{HERE}/join/{way.secret}", flush=True)
    warn(f"Each link opens again and again for a week. Now start the app: DOJO_DATA_DIR={folder} make run")
