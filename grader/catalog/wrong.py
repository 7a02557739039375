"""Catalogued wrong answers: what each says of itself. Their code is parsed, never run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from grader.catalog import front
from grader.catalog.notes import notes_of
from grader.catalog.pages import read_text
from grader.errors import ContentError
from grader.model import Json, Misconception, Text


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A wrong answer with what the judge needs beside its words: its code or its answer, and where to look."""

    misconception: Misconception
    source: str = ""
    answer: Json = None
    look: str | None = None


def read_wrong(folder: Path, name: str, *, is_code: bool) -> tuple[WrongAnswer, ...]:
    """All wrong answers of the exercise at `folder`, called `name`, by id. Raises `ContentError`."""
    suffix = ".py" if is_code else ".yaml"
    files = sorted((folder / "wrong").glob(f"*{suffix}"))
    return tuple(_read(file, f"{name}/wrong/{file.name}", is_code) for file in files)


def _read(file: Path, name: str, is_code: bool) -> WrongAnswer:
    source = read_text(file, name)
    if not re.match(front.ID, file.stem):
        raise ContentError(f"{name}, line 1: this name is no id; use small letters, digits and hyphens.")
    notes, line = notes_of(source, name) if is_code else (source, 1)
    said = front.read(front.WrongFront, notes, name, line)
    if is_code == (said.answer is not None):
        raise ContentError(
            f"{name}, line {line}: {'code has no answer; remove it' if is_code else 'answer is missing; add it'}."
        )
    headline, feedback = zip(_split(said.en, ". "), _split(said.zh, "。"), strict=True)
    misconception = Misconception(file.stem, Text(*headline), Text(*feedback), said.accepted)
    return WrongAnswer(misconception, source if is_code else "", said.answer, said.look)


def _split(text: str, end: str) -> tuple[str, str]:
    """The headline (the first sentence, with its full stop) and the rest."""
    first, found, rest = " ".join(text.split()).partition(end)
    return first + found.strip(), rest.strip()
