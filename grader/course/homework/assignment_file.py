"""Assignments as YAML: what an instructor writes, with times as the clocks of the course show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from pydantic import ValidationError

from grader.course.homework.assignment import Assignment
from grader.course.homework.dates import moment_of, wall
from grader.course.learning.answer import declined
from grader.course.needs import Course
from grader.errors import Declined
from grader.model import Json

DATES = ("opens", "due", "closes")
MOST = 500
"""Assignments in one file."""
_DEFAULTS = {name: field.get_default() for name, field in Assignment.model_fields.items() if not field.is_required()}


def read_assignments(text: str, zone: ZoneInfo, course: Course) -> list[Assignment]:
    """All assignments of a file: several documents, or a list. Raises `Declined` with the place and the remedy."""
    try:
        documents = [one for one in yaml.safe_load_all(text) if one is not None]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "the file"
        raise _wrong(where, "this is not YAML. Mind the indentation, and put texts with a colon into quotes.") from None
    except (ValueError, RecursionError):  # 2026-13-01 looks like a date to YAML
        raise _wrong("the file", "a date in it does not exist, or it is nested too deeply.") from None
    entries = [one for document in documents for one in (document if isinstance(document, list) else [document])]
    if not entries:
        raise _wrong("the file", "there is no assignment in it.")
    if len(entries) > MOST:
        raise _wrong("the file", f"at most {MOST} assignments fit into one file.")
    found = [_assignment(entry, n, zone, course) for n, entry in enumerate(entries, 1)]
    ids = [one.id for one in found]
    if twice := next((id for id in ids if ids.count(id) > 1), None):
        raise _wrong(twice, "this id stands twice.")
    return found


def _assignment(entry: Json, n: int, zone: ZoneInfo, course: Course) -> Assignment:
    where = f"assignment {n}"
    if not isinstance(entry, dict):
        raise _wrong(where, "write fields such as id, title, opens, due and exercises.")
    values: dict[str, Any] = {str(name): value for name, value in entry.items()}
    where = values["id"] if isinstance(values.get("id"), str) else where
    if isinstance(values.get("title"), str):
        values["title"] = {"en": values["title"], "zh": values["title"]}
    for name in DATES:
        if values.get(name) is not None:
            values[name] = _moment(values[name], f"{where}: {name}", zone)
    if "exercises" in values:
        values["parts"] = _parts(values.pop("exercises"), where, course)
    return build(values, where)


def build(values: Mapping[str, Any], where: str) -> Assignment:
    """The assignment of checked or unchecked values; closes when it is due (and grace is over) unless said otherwise.

    Raises `Declined` for what does not fit.
    """
    given = dict(values)
    if given.get("closes") is None and isinstance(given.get("due"), datetime):
        late = given.get("late")
        grace = late.get("grace_minutes", 0) if isinstance(late, dict) else 0
        given["closes"] = given["due"] + timedelta(minutes=grace if isinstance(grace, int) else 0)
    try:
        return Assignment.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["type"] == "value_error" and not first["loc"] and "order" in first["msg"]:
            raise declined("homework.no-order") from None
        place = ".".join(str(part) for part in first["loc"])
        what = _REMEDIES.get(first["type"], first["msg"].removeprefix("Value error, ").rstrip(".") + ".")
        raise _wrong(f"{where}: {place}" if place else where, what) from None


_REMEDIES = {
    "missing": "this is missing.",
    "extra_forbidden": "there is no such field.",
    "string_pattern_mismatch": "use small letters, digits and hyphens, such as homework-1.",
}


def _moment(value: Json, where: str, zone: ZoneInfo) -> datetime:
    try:
        return moment_of(str(value), zone)
    except Declined as error:
        raise _wrong(where, str(error)) from None


def _parts(given: Json, where: str, course: Course) -> list[dict[str, Json]]:
    """`{corr2d: 10}`, or a list of ids that are worth what the exercises themselves say."""
    if isinstance(given, dict):
        return [{"exercise": str(id), "points": points} for id, points in given.items()]
    if isinstance(given, list) and all(isinstance(id, str) for id in given):
        return [{"exercise": id, "points": course.exercise(id).points} for id in given]
    raise _wrong(f"{where}: exercises", "write each exercise with its points, such as {corr2d: 10}.")


def _wrong(where: str, what: str) -> Declined:
    return declined("homework.wrong", where=where[:120], what=what)


def write_assignments(assignments: Iterable[Assignment], zone: ZoneInfo) -> str:
    """The same as YAML, one document each; what is as by default is left out. Reading it again gives the same."""
    documents = [_entry(one, zone) for one in assignments]
    return yaml.safe_dump_all(documents, allow_unicode=True, sort_keys=False, width=120) if documents else ""


def _entry(one: Assignment, zone: ZoneInfo) -> dict[str, Json]:
    title: Json = {"en": one.title.en, "zh": one.title.zh} if one.title.en != one.title.zh else one.title.en
    dates = {name: wall(getattr(one, name), zone) for name in DATES}
    exercises = {part.exercise: _number(part.points) for part in one.parts}
    entry: dict[str, Json] = {"id": one.id, "title": title, **dates, "exercises": exercises}
    plain = one.model_dump(mode="json", exclude_defaults=True)
    return entry | {name: plain[name] for name in _DEFAULTS if name in plain}


def _number(points: float) -> float:
    return int(points) if points == int(points) else points
