"""Exercises that lie on disk and stand in no line of `course.yaml`: most often a new one, whose author forgot the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from grader.catalog.front import CourseFront

COURSE = "course.yaml"


def unlisted(folder: Path, listed: CourseFront) -> Iterator[str]:
    """One sentence for each."""
    known = {concept.id: concept.exercises for concept in listed.concepts}
    for statement in sorted(folder.glob("*/*/statement.md")):
        concept, id = statement.parts[-3:-1]
        if id not in known.get(concept, []):
            remedy = f"add {id} to the exercises of" if concept in known else f"add {id} under a new concept"
            line = _line_of(folder / COURSE, concept)
            yield f"{COURSE}, line {line}: the exercise {concept}/{id} is not listed; {remedy} {concept}."


def _line_of(course: Path, concept: str) -> int:
    """The line on which this concept begins, or the last one."""
    lines = course.read_text("utf-8").splitlines()
    begins = re.compile(rf"\bid: *{re.escape(concept)}(?![\w-])")
    return next((number for number, line in enumerate(lines, 1) if begins.search(line)), len(lines))
