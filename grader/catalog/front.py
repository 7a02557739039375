"""The public facts: YAML front matter, validated. An error names the file, the line and the remedy in one sentence."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import Field, Strict, ValidationError
from pydantic_core import ErrorDetails

from grader.catalog.demos import KINDS, Demo
from grader.catalog.facts import Facts, Fault, Words
from grader.errors import ContentError
from grader.model import Json, Kind

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ANSWER_CHECK = "answer"
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, in C where it was built: ten times as fast."""


class CheckFront(Facts):
    """One check of `statement.md`."""

    id: str = Field(pattern=ID)
    points: Annotated[int, Strict(), Field(ge=0)]
    title: Words
    hidden: Annotated[bool, Strict()] = False
    required: Annotated[bool, Strict()] = True


class StatementFront(Facts):
    """The front matter of `statement.md`."""

    kind: Kind
    entry: str | None = Field(None, pattern=r"^[A-Za-z_]\w*$")
    minutes: Annotated[int, Strict(), Field(gt=0)]
    cpu_s: float = Field(2.0, gt=0, le=30)
    checks: list[CheckFront] = Field(min_length=1)
    choices: dict[Annotated[str, Field(pattern=r"^[a-z]$")], Words] = {}
    shape: list[Annotated[int, Strict(), Field(gt=0)]] = []
    messages: dict[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")], Words] = {}


class WrongFront(Facts):
    """What a wrong answer says of itself; `answer` only where there is no code."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)
    accepted: Annotated[bool, Strict()] = False
    look: str | None = None
    answer: Json = None


class ConceptFront(Facts):
    """The front matter of `concept.md`."""

    glyph: str = Field(pattern=r"^[0-3]{9}$")
    demos: list[Demo] = Field(min_length=1)


class ConceptLine(Facts):
    """One concept of `course.yaml`."""

    id: str = Field(pattern=ID)
    needs: list[Annotated[str, Field(pattern=ID)]] = []
    exercises: list[Annotated[str, Field(pattern=ID)]]


class CourseFront(Facts):
    """`course.yaml`: concepts in order, exercises in order."""

    concepts: list[ConceptLine] = Field(min_length=1)


Model = TypeVar("Model", bound=Facts)


def read(model: type[Model], source: str, name: str, first_line: int = 1) -> Model:
    """Validate the YAML `source`, which begins on `first_line` of the file `name`. Raises `ContentError`."""
    try:
        data = yaml.load(source, LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or "unreadable"
        raise ContentError(
            f"{name}, line {line}: this is not YAML ({problem}); put a text that contains a colon between quotes."
        ) from None
    try:
        front = model.model_validate(data if data is not None else {})
    except ValidationError as error:
        first = error.errors()[0]
        fault: Fault = (
            tuple(part for part in first["loc"] if part not in KINDS),
            _said(first),
        )
        raise ContentError(f"{name}, line {_line(source, fault[0], first_line)}: {fault[1]}.") from None
    for where, what in _rules(front):
        raise ContentError(f"{name}, line {_line(source, where, first_line)}: {what}.")
    return front


def _said(error: ErrorDetails) -> str:
    """A pydantic error as `fact; remedy`."""
    path = ".".join(str(part) for part in error["loc"]) or "the front matter"
    if error["type"] == "missing":
        return f"{path} is missing; add it"
    if error["type"] == "extra_forbidden":
        return f"{path} is not a name we know; remove it or correct its spelling"
    reason = error["msg"].removeprefix("Value error, ").removeprefix("Input ").rstrip(".")
    return f"{path} {reason}; correct it"


def _line(source: str, where: tuple[str | int, ...], first_line: int) -> int:
    """The line on which the thing at `where` stands, or the nearest thing around it."""
    node: Any = yaml.compose(source, Loader=yaml.SafeLoader)
    line: int = node.start_mark.line if node else 0
    for part in where:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if str(key.value) == str(part)]
            if not found:
                break
            line, node = found[0][0].start_mark.line, found[0][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line
        else:
            break
    return first_line + line


def _rules(front: Facts) -> Iterator[Fault]:
    """What a type cannot say."""
    if isinstance(front, StatementFront):
        yield from _statement_rules(front)
    elif isinstance(front, CourseFront):
        yield from _course_rules(front)
    elif isinstance(front, ConceptFront):
        for i, demo in enumerate(front.demos):
            yield from ((("demos", i, *where), what) for where, what in demo.faults())
    elif isinstance(front, WrongFront) and front.look is not None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                re.compile(front.look)
        except re.error as error:
            yield ("look",), f"look is not a regular expression ({error}); correct it"
        except Warning as warning:
            yield ("look",), f"look means something else in later Pythons ({warning}); escape the bracket as \\["


def _course_rules(front: CourseFront) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, concept in enumerate(front.concepts):
        if concept.id in [earlier.id for earlier in front.concepts[:i]]:
            yield ("concepts", i, "id"), f"the concept {concept.id} stands twice; remove one"
        for j, id in enumerate(concept.needs):
            if id not in [earlier.id for earlier in front.concepts[:i]]:
                yield ("concepts", i, "needs", j), f"{id} is no concept before {concept.id}; correct it or the order"
        for j, id in enumerate(concept.exercises):
            if id in seen:
                yield ("concepts", i, "exercises", j), f"the exercise {id} stands twice; give each its own id"
            seen.add(id)


def _statement_rules(front: StatementFront) -> Iterator[Fault]:
    kind = front.kind
    if kind.is_code != (front.entry is not None):
        yield (
            ("kind",),
            f"kind {kind} needs {'an' if kind.is_code else 'no'} entry; {'add' if kind.is_code else 'remove'} it",
        )
    if (kind in (Kind.MCQ, Kind.MULTI)) != bool(front.choices):
        yield ("choices",), f"kind {kind} and choices do not go together; only mcq and multi have choices"
    if (kind is Kind.PREDICT) != bool(front.shape):
        yield (
            ("shape",),
            f"kind {kind} and shape do not go together; predict has the shape of its grid, no other kind has one",
        )
    if not kind.is_code and [check.id for check in front.checks] != [ANSWER_CHECK]:
        yield ("checks",), f"kind {kind} has exactly one check; name it {ANSWER_CHECK}"
    ids = [check.id for check in front.checks]
    for i, id in enumerate(ids):
        if id in ids[:i]:
            yield ("checks", i), f"the check {id} stands twice; give each check its own id"
    if not any(check.required for check in front.checks):
        yield ("checks",), "no check is required, so nobody can fail; make one required"
