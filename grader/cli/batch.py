"""batch: many submissions through one warm judge, in input order. A damaged file costs its own row, never the batch."""

from __future__ import annotations

import csv
import os
import secrets
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli import session
from grader.cli.answers import answer_in, name_of, read
from grader.cli.console import Ink, LangOption, language, print_json, progress, warn
from grader.cli.grade import SEEDS, confession
from grader.errors import UnknownExercise, UnreadableFile, UsageError
from grader.model import Exercise, Json, Lang, Mode, Outcome, Verdict
from grader.words import cell, plain

if TYPE_CHECKING:
    from grader.catalog import Catalog
    from grader.dispatch import Dispatch

COLUMNS = ("file", "exercise", "outcome", "passed", "score", "max_score", "misconception", "seed", "feedback")
Row = dict[str, Json]


class Format(StrEnum):
    """How `batch` prints."""

    JSONL = "jsonl"
    CSV = "csv"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to grade, or one that cannot be graded and why."""

    path: Path
    exercise: Exercise | None
    named: str
    """The exercise's id, or what stands in its place."""
    fault: str = ""


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("batch")(batch)


def batch(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A folder with a folder for each exercise, or anything with --exercise."),
    ],
    exercise: Annotated[str | None, typer.Option(help="The exercise that all files are for.")] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="How many at once; default: one for each core.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How to print; one line a file.")] = Format.JSONL,
    lang: Annotated[LangOption | None, typer.Option(help="Default: the environment's locale.")] = None,
) -> int:
    """Grade many files: PATH/<exercise-id>/*.py, or *.json where an exercise takes no code.

    Exit code 0: all passed, 1: some did not, or could not be read, 2: wrong use, 3: some of it was our fault.

    Example: python -m grader batch submissions/ --format csv
    """
    speech = language(lang)
    entries, ignored = collect(path, session.catalog(), exercise)
    if not entries:
        raise UsageError(f"There is nothing to grade in {name_of(path)}. {_expected(exercise)}")
    write = _writer(format, speech)
    codes, faults = {0}, []
    with session.judge(jobs) as dispatch, progress("Checking", len(entries)) as advance:
        for entry, verdict, fault in _graded(entries, dispatch):
            row = _row(entry, verdict, fault, speech)
            write(row)
            advance()
            codes.add(0 if row["passed"] else 3 if row["outcome"] == Outcome.INTERNAL else 1)
            faults += [fault] if fault else []
            faults += [confession(verdict, speech)] if verdict and verdict.outcome is Outcome.INTERNAL else []
    for line in [*(f"Ignored {name_of(file)}." for file in ignored), *faults]:
        warn(line)
    return max(codes)


def collect(path: Path, catalog: Catalog, asked: str | None) -> tuple[list[Entry], list[Path]]:
    """The files to grade in order of their names, and those that are no submissions."""
    one = catalog.exercise(asked) if asked else None
    if not path.is_dir():
        if not one:
            raise UsageError(_missing(path) or f"{name_of(path)} is one file. Say what it is for with --exercise.")
        return [Entry(path, one, one.id)], []
    entries, ignored = [], []
    for file in _files(path):
        entry = _entry(file, path, catalog, one)
        suffix = ".json" if entry.exercise and not entry.exercise.kind.is_code else ".py"
        if file.suffix.lower() == suffix or (entry.exercise is None and file.suffix.lower() == ".json"):
            entries.append(entry)
        else:
            ignored.append(file)
    return entries, ignored


def _entry(file: Path, root: Path, catalog: Catalog, one: Exercise | None) -> Entry:
    parts = file.relative_to(root).parts
    named = one.id if one else parts[0] if len(parts) > 1 else "."
    try:
        exercise = one or catalog.exercise(named)
    except UnknownExercise:
        return Entry(file, None, plain(named), f"{name_of(file)} lies in a folder that is no exercise: {plain(named)}.")
    links = any((root / Path(*parts[: n + 1])).is_symlink() for n in range(len(parts)))
    fault = f"{name_of(file)} is a link; links are not followed." if links else ""
    return Entry(file, exercise, exercise.id, fault)


def _files(root: Path) -> Iterator[Path]:
    """All files under `root` by name, hidden ones and what Python leaves behind left out. Links are not followed."""
    found = []
    for folder, folders, files in os.walk(root):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in ("__pycache__", "__MACOSX")]
        # a folder called x.py is a damaged submission, not a place to look into
        named_as_file = [name for name in folders if name.endswith((".py", ".json"))]
        folders[:] = [name for name in folders if name not in named_as_file and name not in links]
        found += [Path(folder) / name for name in [*files, *named_as_file, *links] if not name.startswith(".")]
    return iter(sorted(found, key=lambda file: file.parts))


def _graded(entries: list[Entry], dispatch: Dispatch) -> Iterator[tuple[Entry, Verdict | None, str]]:
    """Verdicts in input order. Only a few files at once are read and sent, however many there are."""
    open_: deque[tuple[Entry, Future[Verdict] | str]] = deque()
    rest = iter(entries)
    while True:
        while len(open_) < 4 * dispatch.slots and (entry := next(rest, None)):
            open_.append((entry, _send(entry, dispatch)))
        if not open_:
            return
        entry, sent = open_.popleft()
        if isinstance(sent, str):
            yield entry, None, sent
        else:
            yield entry, session.answer(dispatch, sent), ""


def _send(entry: Entry, dispatch: Dispatch) -> Future[Verdict] | str:
    """The verdict to come, or why there will be none."""
    if entry.fault or not entry.exercise:
        return entry.fault
    if entry.path.exists() and not (entry.path.is_file() or entry.path.is_dir()):
        return f"{name_of(entry.path)} is not a file."  # opening a pipe would wait for ever
    try:
        answer = answer_in(read(entry.path), entry.exercise.kind)
    except UnreadableFile as error:
        return str(error)
    return dispatch.grade(entry.exercise.id, answer, mode=Mode.SUBMIT, seed=secrets.randbelow(SEEDS))


def _row(entry: Entry, verdict: Verdict | None, fault: str, lang: Lang) -> Row:
    from grader.cli.report import report, ungraded

    file = {"file": str(entry.path)}
    if verdict and entry.exercise:
        return file | report(verdict, entry.exercise, lang)
    return file | ungraded(entry.named, entry.exercise, fault)


def _writer(format: Format, lang: Lang) -> Callable[[Row], None]:
    if format is Format.JSONL:
        return print_json
    if format is Format.CSV:
        sheet = csv.writer(sys.stdout, lineterminator="\n")
        sheet.writerow(COLUMNS)
        return lambda row: sheet.writerow([cell(row.get(name)) for name in COLUMNS])
    ink = Ink(sys.stdout)
    return lambda row: print(_text(row, lang, ink), flush=True)


def _text(row: Row, lang: Lang, ink: Ink) -> str:
    from grader.cli.text import SIGNS, pad, word

    outcome = Outcome(row["outcome"])
    sign, style = SIGNS[outcome]
    head = ink(pad(f"{sign} {word(f'cli.outcome.{outcome.value}', lang)}", 13), style)
    said = row["feedback"][0] if row["feedback"] else ""
    return f"{head} {row['score']:>3} / {row['max_score']:<3} {name_of(Path(row['file']))}{'  ' if said else ''}{said}"


def _missing(path: Path) -> str:
    return "" if path.exists() else f"There is no file or folder {name_of(path)}."


def _expected(asked: str | None) -> str:
    return f"Expected files for {asked}." if asked else "Expected folders named as exercises, or --exercise."
