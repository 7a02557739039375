"""The gradebook as tables to take away. Numbers are written with a point; empty is where nothing counted."""

from __future__ import annotations

from collections.abc import Iterator

from grader.course.gradebook.gradebook import Line, Sheet, Whole
from grader.course.gradebook.ledger import total
from grader.model import Person

WHO = ("learner_id", "name", "email", "login", "section")
SUMS = ("points", "grade")


def of_sheet(sheet: Sheet) -> Iterator[list[str]]:
    """`learner_id,name,email,login,section,<exercise id>…,points,grade` of one assignment.

    An exercise's column holds points after the late policy and before overrides, and `points` their sum; `grade` is the
    sum after overrides.
    """
    yield [*WHO, *(part.exercise for part in sheet.parts), *SUMS]
    for line in sheet.lines:
        yield [*_who(line.person), *_points(sheet, line), number(line.points), number(line.grade)]


def of_course(whole: Whole) -> Iterator[list[str]]:
    """The same over all assignments, with columns named `<assignment id>/<exercise id>`."""
    names = [f"{sheet.assignment.id}/{part.exercise}" for sheet in whole.sheets for part in sheet.parts]
    yield [*WHO, *names, *SUMS]
    for person in whole.people:
        lines = whole.lines.get(person.id, ())
        cells = [cell for sheet, line in zip(whole.sheets, lines, strict=True) for cell in _points(sheet, line)]
        sums = total(line.points for line in lines), total(line.grade for line in lines)
        yield [*_who(person), *cells, *(number(sum_ or 0.0) for sum_ in sums)]


def number(value: float | None) -> str:
    """9.5 as `9.5`, ten as `10`, nothing as nothing."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def _who(person: Person) -> list[str]:
    return [person.id, person.name, person.email, person.login, person.section]


def _points(sheet: Sheet, line: Line) -> list[str]:
    return [number(line.entries[part.exercise].points) for part in sheet.parts]
