"""How rows of graded files are written: lines as they come, or one whole document at the end."""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from grader.cli.answers import name_of
from grader.cli.console import Ink, to_json
from grader.errors import UsageError
from grader.model import Json, Lang, Outcome
from grader.words import cell

_GRADED = ("file", "exercise", "outcome", "passed", "score", "max_score", "misconception", "seed", "feedback")
COLUMNS = (*_GRADED, "learner", "lms_id", "late")
Row = dict[str, Json]


class Format(StrEnum):
    """How `batch` prints."""

    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    JUNIT = "junit"
    TEXT = "text"


@contextmanager
def output_to(path: Path | None) -> Iterator[TextIO]:
    """Where a report goes: stdout, or a file that appears when it is whole. Raises `UsageError` for one that cannot."""
    if path is None:
        yield sys.stdout
        return
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
    except OSError as error:
        raise UsageError(f"{name_of(path)} cannot be written: {error.strerror}.") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            yield file
        _put(Path(temporary), path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _put(temporary: Path, path: Path) -> None:
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    try:
        temporary.replace(path)
    except OSError as error:
        raise UsageError(f"{name_of(path)} cannot be written: {error.strerror}.") from None


@contextmanager
def writer(format: Format, lang: Lang, out: TextIO) -> Iterator[Callable[[Row], None]]:
    """What takes a row; a document is written when all are there."""
    if format is Format.JSONL:
        yield lambda row: print(to_json(row), file=out, flush=True)
    elif format is Format.TEXT:
        ink = Ink(out)
        yield lambda row: print(_text(row, lang, ink), file=out, flush=True)
    elif format is Format.CSV:
        sheet = csv.writer(out, lineterminator="\n")
        sheet.writerow(COLUMNS)
        yield lambda row: sheet.writerow([cell(row.get(name)) for name in COLUMNS])
    else:
        rows: list[Row] = []
        yield rows.append
        print(_document(format, rows, lang), file=out, flush=True)


def _document(format: Format, rows: list[Row], lang: Lang) -> str:
    if format is Format.JSON:
        return to_json(rows, indent=1)
    if format is Format.JUNIT:
        from grader.cli.junit import junit

        return junit(rows)
    from grader.cli.html_report import Speech, page
    from grader.cli.session import catalog

    return page(rows, Speech.of(catalog(lenient=True).exercises, lang))


def _text(row: Row, lang: Lang, ink: Ink) -> str:
    from grader.cli.text import SIGNS, pad, word

    outcome = Outcome(row["outcome"])
    sign, style = SIGNS[outcome]
    head = ink(pad(f"{sign} {word(f'cli.outcome.{outcome.value}', lang)}", 13), style)
    said = row["feedback"][0] if row["feedback"] else ""
    return f"{head} {row['score']:>3} / {row['max_score']:<3} {name_of(Path(row['file']))}{'  ' if said else ''}{said}"
