"""Other right answers, shown beside the model answer once somebody has passed: `approaches/*.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from grader.catalog import front
from grader.catalog.facts import Words
from grader.catalog.notes import code_of, notes_of
from grader.catalog.pages import read_text
from grader.errors import ContentError
from grader.model import Text

FOLDER = "approaches"


@dataclass(frozen=True, slots=True)
class Approach:
    """A right answer in another style: what is different, and its code."""

    name: str
    says: Text
    source: str


def read_approaches(folder: Path, name: str) -> tuple[Approach, ...]:
    """All approaches of the exercise at `folder`, called `name`, by file name. Raises `ContentError`."""
    return tuple(_read(file, f"{name}/{FOLDER}/{file.name}") for file in sorted((folder / FOLDER).glob("*.py")))


def _read(file: Path, name: str) -> Approach:
    if not re.match(front.ID, file.stem):
        raise ContentError(f"{name}, line 1: this name is no id; use small letters, digits and hyphens.")
    source = read_text(file, name)
    notes, line = notes_of(source, name)
    return Approach(file.stem, front.read(Words, notes, name, line).text(), code_of(source, name))
