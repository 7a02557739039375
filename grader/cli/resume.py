"""Going on where a batch was stopped: rows are kept in a file as they come, and a row that is there is not graded again."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from grader.cli.answers import name_of
from grader.cli.console import to_json
from grader.errors import UsageError
from grader.model import Json, Outcome

Row = dict[str, Json]
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows of earlier runs, and what keeps one more: on disk when it returns."""

    rows: dict[Key, Row] = field(default_factory=dict)
    keep: Callable[[Row], None] = lambda row: None

    def find(self, file: str, sha256: str, exercise: str, version: str) -> Row | None:
        """The row of the same file with the same bytes, graded by the same exercise."""
        return self.rows.get((file, sha256, exercise, version))


@contextmanager
def resumed(path: Path | None) -> Iterator[Kept]:
    """Rows of a file, which need not be there yet; a last line that was torn off is cut away.

    Raises `UsageError` when it cannot be used, or another batch is using it.
    """
    if path is None:
        yield Kept()
        return
    try:
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
    except OSError as error:
        raise UsageError(f"{name_of(path)} cannot be written: {error.strerror}.") from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise UsageError(f"Another batch is writing {name_of(path)}.") from None
        data = file.read()
        whole = data.rfind(b"\n") + 1
        rows = _rows(data[:whole])
        if data.strip() and not rows:
            raise UsageError(f"{name_of(path)} holds no rows of a batch. Name a new file to start one.")
        file.seek(whole)
        file.truncate()

        def keep(row: Row) -> None:
            file.write(to_json(row).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())

        yield Kept(rows, keep)


def _rows(data: bytes) -> dict[Key, Row]:
    """Every line that is a row; what our own fault left undone is done again."""
    rows: dict[Key, Row] = {}
    for line in data.splitlines():
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict) and "sha256" in row and row.get("outcome") in set(Outcome) - {Outcome.INTERNAL}:
            rows[key_of(row)] = row
    return rows


def key_of(row: Row) -> Key:
    """What makes a row the same one."""
    return str(row.get("file")), str(row.get("sha256")), str(row.get("exercise")), str(row.get("version"))
