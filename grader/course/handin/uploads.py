"""A file that somebody hands in, as code: `.py` as it stands, `.ipynb` by what its code cells define. Nothing is executed.

The web and the command line call `read_upload`; everything that cannot be used is a `Declined` with one sentence.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from grader.course.handin import notebook
from grader.course.learning.answer import MOST_KB, declined
from grader.model import Message

MOST_MB = 5
"""Megabytes of a file; pictures in a notebook's outputs count."""

SUFFIXES = (".py", ".ipynb")
_PATIENCE_S = 20
_turns = threading.BoundedSemaphore(2)
"""Notebooks read at once: one that is made to take long takes nobody else's processor."""
_DEFINED = re.compile(r"^(?:async +def|def|class) +(\w+)|^(\w+) *(?::[^=\n]*)?= *lambda\b", re.M)


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a notebook: the code cell and the line in it, both counted from 1."""

    cell: int
    line: int


@dataclass(frozen=True, slots=True)
class Upload:
    """Code that was handed in as a file."""

    code: str
    cells: int = 0
    """Code cells of the notebook; 0: it was no notebook."""
    places: tuple[Place | None, ...] = ()
    """For each line of a notebook's code, where it stood; None for a blank line between."""
    notes: tuple[Message, ...] = ()
    """Cells that were left out, and why."""

    def place(self, line: int) -> Place | None:
        """Where a line of `code`, counted from 1, stood in the notebook."""
        return self.places[line - 1] if 0 < line <= len(self.places) else None


def read_upload(name: str, data: bytes, entry: str | None = None) -> Upload:
    """The code in a file. `entry` is what it should define: a broken cell that may have held it is a fault.

    Raises `Declined`, whatever the bytes are.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise declined("uploads.kind", name=name)
    if len(data) > MOST_MB << 20:
        raise declined("uploads.file-too-large", size=-(-len(data) >> 20), most=MOST_MB)
    upload = _from_notebook(data, entry) if suffix == ".ipynb" else Upload(_text(data))
    if not upload.code.strip():
        raise declined("uploads.empty")
    _check_code(upload.code)
    return upload


def defined_in(code: str) -> frozenset[str]:
    """Functions and classes defined at top level, by the look of the lines: nothing is parsed."""
    return frozenset(first or second for first, second in _DEFINED.findall(code))


def _text(data: bytes) -> str:
    try:
        return notebook.text_of(data)
    except notebook.Fault as fault:
        raise declined(fault.code, **fault.fields) from None


def _check_code(code: str) -> None:
    try:
        size = len(code.encode())
    except UnicodeEncodeError:  # half a surrogate pair
        raise declined("uploads.not-text") from None
    if "\0" in code:
        raise declined("uploads.not-text")
    if size > MOST_KB * 1024:
        raise declined("uploads.too-large", size=-(-size // 1024), most=MOST_KB)


def _from_notebook(data: bytes, entry: str | None) -> Upload:
    found = _asked(data)
    if "fault" in found:
        raise declined(found["fault"], **found["fields"])
    code = "".join(f"{line}\n" for line in found["lines"])
    broken = [_broken(*one) for one in found["broken"]]
    if broken and (not code or (entry and entry not in defined_in(code))):
        raise declined(broken[0].code, **broken[0].args)
    if not code:
        raise declined("uploads.nothing" if found["cells"] else "uploads.no-code", cells=found["cells"])
    places = tuple(Place(cell, line) if cell else None for cell, line in found["places"])
    return Upload(code, found["cells"], places, tuple(broken))


def _broken(cell: int, line: int, why: str) -> Message:
    if why == "damaged":
        return Message("uploads.damaged-cell", {"cell": cell})
    return Message("uploads.broken-cell", {"cell": cell, "line": line, "why": why})


def _asked(data: bytes) -> Mapping[str, Any]:
    """What the program `notebook` says; it may die of what it reads."""
    command = [sys.executable, "-I", notebook.__file__]
    if not _turns.acquire(timeout=_PATIENCE_S):
        raise declined("uploads.busy")
    try:
        done = subprocess.run(command, input=data, capture_output=True, env={}, timeout=_PATIENCE_S, check=True)
        found: Mapping[str, Any] = json.loads(done.stdout)
        return found
    except (OSError, ValueError, subprocess.SubprocessError):
        raise declined("uploads.unreadable") from None
    finally:
        _turns.release()


__all__ = ["MOST_MB", "SUFFIXES", "Place", "Upload", "defined_in", "read_upload"]
