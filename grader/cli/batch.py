"""batch: many submissions through one warm judge, in input order. A damaged file costs its own row, never the batch."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli import session
from grader.cli.answers import answer_of, name_of, told_of
from grader.cli.console import LangOption, language, progress, warn
from grader.cli.entries import Entry, collect
from grader.cli.grade import SEEDS, confession
from grader.cli.reports import Format, output_to, writer
from grader.cli.resume import Kept, Row, key_of, resumed
from grader.errors import UnreadableFile, UsageError
from grader.model import Lang, Mode, Outcome, Verdict

if TYPE_CHECKING:
    from grader.course.handin.uploads import Upload
    from grader.dispatch import Dispatch


Judge = Callable[[], "Dispatch"]
_AHEAD = 32
"""Files that are read and sent before their turn has come."""
_NOBODY = ("learner", "lms_id", "late")


@dataclass(frozen=True, slots=True)
class _Sent:
    """A file on its way: the verdict to come, the row of an earlier run, or why there will be neither."""

    entry: Entry
    sha256: str = ""
    verdict: Future[Verdict] | None = None
    upload: Upload | None = None
    row: Row | None = None
    fault: str = ""


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("batch")(batch)


def batch(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="A folder with a folder for each exercise, what Moodle, Canvas or Gradescope packed (folder or .zip), "
            "or anything with --exercise.",
        ),
    ],
    exercise: Annotated[str | None, typer.Option(help="The exercise that all files are for.")] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="How many at once; default: one for each core.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to print; html is one file to read.")] = Format.JSONL,
    lang: Annotated[LangOption | None, typer.Option(help="Default: the environment's locale.")] = None,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write there instead of printing.")] = None,
    resume: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Keep rows there; do not grade again what it holds.")
    ] = None,
) -> int:
    """Grade many files: PATH/<exercise-id>/*.py or *.ipynb, *.json where an exercise takes no code, or an LMS download.

    In an LMS download a file is for the exercise that it is called like, or whose entry it alone defines. Exit code 0:
    all passed, 1: some did not, or could not be read, 2: wrong use, 3: some of it was our fault.

    Example: python -m grader batch moodle.zip --resume rows.jsonl --format html --output report.html
    """
    if output and resume and output.resolve() == resume.resolve():
        raise UsageError("--output and --resume name the same file. Name two.")
    speech = language(lang)
    found = collect(path, session.catalog(), exercise)
    if not found.entries:
        for line in found.said:
            warn(line)
        raise UsageError(f"There is nothing to grade in {name_of(path)}. {_expected(exercise)}")
    codes, faults = {0}, []
    with resumed(resume) as kept, output_to(output) as out, writer(format, speech, out) as write:
        bar = progress("Checking", len(found.entries), beside=output is not None)
        with ExitStack() as stack, bar as advance:
            judge = cache(lambda: stack.enter_context(session.judge(jobs)))  # not at all where every row is kept
            for row, fault in _rows(found.entries, judge, kept, speech):
                write(row)
                advance()
                codes.add(0 if row["passed"] else 3 if row["outcome"] == Outcome.INTERNAL else 1)
                faults += [fault] if fault else []
    for line in [*found.said, *faults]:
        warn(line)
    return max(codes)


def _rows(entries: list[Entry], judge: Judge, kept: Kept, lang: Lang) -> Iterator[tuple[Row, str]]:
    """Rows in input order, kept before they are given, each with what stderr is to say of it."""
    for sent in _graded(entries, judge, kept, lang):
        if sent.row:
            yield sent.row, ""
            continue
        verdict = session.answer(judge(), sent.verdict) if sent.verdict else None
        row = _row(sent, verdict, lang)
        if key_of(row) not in kept.rows and row["outcome"] != Outcome.INTERNAL:
            kept.keep(row)
        yield row, confession(verdict, lang) if verdict and verdict.outcome is Outcome.INTERNAL else sent.fault


def _graded(entries: list[Entry], judge: Judge, kept: Kept, lang: Lang) -> Iterator[_Sent]:
    """What was sent, in input order. Only a few files at once are read and sent, however many there are."""
    open_: deque[_Sent] = deque()
    rest = iter(entries)
    while True:
        while len(open_) < _AHEAD and (entry := next(rest, None)):
            open_.append(_send(entry, judge, kept, lang))
        if not open_:
            return
        yield open_.popleft()


def _send(entry: Entry, judge: Judge, kept: Kept, lang: Lang) -> _Sent:
    """The verdict to come, or why there will be none."""
    if entry.fault or not entry.exercise:
        return _Sent(entry, fault=entry.fault)
    try:
        data = entry.file.read()
        digest = sha256(data).hexdigest()
        if row := kept.find(entry.file.name, digest, entry.named, entry.exercise.version):
            return _Sent(entry, digest, row=row)
        answer, upload = answer_of(entry.file.name, data, entry.exercise, lang)
    except UnreadableFile as error:
        return _Sent(entry, fault=str(error))
    verdict = judge().grade(entry.exercise.id, answer, mode=Mode.SUBMIT, seed=secrets.randbelow(SEEDS))
    return _Sent(entry, digest, verdict, upload)


def _row(sent: _Sent, verdict: Verdict | None, lang: Lang) -> Row:
    from grader.cli.report import report, ungraded

    entry = sent.entry
    row: Row = {"file": entry.file.name}
    if verdict and entry.exercise:
        row |= report(verdict, entry.exercise, lang)
        row["feedback"] += told_of(sent.upload, verdict, lang)
    else:
        row |= ungraded(entry.named, entry.exercise, sent.fault)
    owner = entry.owner
    row |= {"learner": owner.name, "lms_id": owner.id, "late": owner.late} if owner else dict.fromkeys(_NOBODY)
    return row | {"sha256": sent.sha256}


def _expected(asked: str | None) -> str:
    return f"Expected files for {asked}." if asked else "Expected folders named as exercises, or --exercise."
