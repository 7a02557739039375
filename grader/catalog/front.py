"""The public facts: YAML front matter, validated. An error names the file, the line and the remedy in one sentence."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, ValidationError
from pydantic_core import ErrorDetails

from grader.errors import ContentError
from grader.model import Json, Kind, Text

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ANSWER_CHECK = "answer"
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader, in C where it was built: ten times as fast."""


class _Front(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Front):
    """`{en: …, zh: …}`."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)

    def text(self) -> Text:
        return Text(self.en.strip(), self.zh.strip())


class CheckFront(_Front):
    """One check of `statement.md`."""

    id: str = Field(pattern=ID)
    points: Annotated[int, Strict(), Field(ge=0)]
    title: Words
    hidden: Annotated[bool, Strict()] = False
    required: Annotated[bool, Strict()] = True


class StatementFront(_Front):
    """The front matter of `statement.md`."""

    kind: Kind
    entry: str | None = Field(None, pattern=r"^[A-Za-z_]\w*$")
    minutes: Annotated[int, Strict(), Field(gt=0)]
    cpu_s: float = Field(2.0, gt=0, le=30)
    checks: list[CheckFront] = Field(min_length=1)
    choices: dict[Annotated[str, Field(pattern=r"^[a-z]$")], Words] = {}
    shape: list[Annotated[int, Strict(), Field(gt=0)]] = []
    messages: dict[Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")], Words] = {}


class WrongFront(_Front):
    """What a wrong answer says of itself; `answer` only where there is no code."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)
    accepted: Annotated[bool, Strict()] = False
    look: str | None = None
    answer: Json = None


def _is_grid(rows: list[list[int | float]]) -> list[list[int | float]]:
    if not rows or not rows[0] or len({len(row) for row in rows}) != 1:
        raise ValueError("rows of equal length are needed")
    return rows


Grid = Annotated[list[list[int | float]], AfterValidator(_is_grid)]


class WindowPreset(_Front):
    """A picture and a kernel that fits into it."""

    name: Words
    X: Grid
    K: Grid


class ChannelPreset(_Front):
    """Channels of equal size, and W with a row for each output channel and a column for each input channel."""

    name: Words
    X: list[Grid] = Field(min_length=1)
    W: Grid


class RatePreset(_Front):
    """One way to train: the settings of the learning-rate page."""

    name: Words
    lr: float = Field(gt=0)
    bias: Literal["off", "on", "frozen"] = "off"
    loss: Literal["sum", "mean"] = "sum"
    zero_grad: Annotated[bool, Strict()] = True


class WindowDemo(_Front):
    """A window that slides, and what it makes of the picture."""

    kind: Literal["stepper", "im2col"]
    presets: list[WindowPreset] = Field(min_length=1)
    start: int = 0


class ChannelDemo(_Front):
    """A 1×1 kernel: each output channel is a mix of the input channels."""

    kind: Literal["channels"]
    presets: list[ChannelPreset] = Field(min_length=1)
    start: int = 0


class Begin(_Front):
    """Where training begins: the same for everybody, so that what the page says of the curve is true."""

    K: Grid
    b: float = 0.0


class RateDemo(_Front):
    """Learn K from X and Y = X ⋆ K: the curve, the path of the weights and the critical rate."""

    kind: Literal["learning-rate"]
    X: Grid
    K: Grid
    begin: Begin
    steps: Annotated[int, Strict(), Field(gt=0, le=400)] = 40
    presets: list[RatePreset] = Field(min_length=1)
    start: int = 0


class ConceptFront(_Front):
    """The front matter of `concept.md`."""

    glyph: str = Field(pattern=r"^[0-3]{9}$")
    demo: Annotated[WindowDemo | ChannelDemo | RateDemo, Field(discriminator="kind")]


class ConceptLine(_Front):
    """One concept of `course.yaml`."""

    id: str = Field(pattern=ID)
    exercises: list[Annotated[str, Field(pattern=ID)]]


class CourseFront(_Front):
    """`course.yaml`: concepts in order, exercises in order."""

    concepts: list[ConceptLine] = Field(min_length=1)


Model = TypeVar("Model", bound=_Front)
Fault = tuple[tuple[str | int, ...], str]
"""Where in the YAML, and what to say: `fact; remedy`."""


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
            tuple(p for p in first["loc"] if p not in ("stepper", "im2col", "channels", "learning-rate")),
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


def _rules(front: _Front) -> Iterator[Fault]:
    """What a type cannot say."""
    if isinstance(front, StatementFront):
        yield from _statement_rules(front)
    elif isinstance(front, CourseFront):
        yield from _course_rules(front)
    elif isinstance(front, ConceptFront):
        yield from _demo_rules(front.demo)
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


def _demo_rules(demo: WindowDemo | ChannelDemo | RateDemo) -> Iterator[Fault]:
    if not 0 <= demo.start < len(demo.presets):
        yield ("demo", "start"), f"start {demo.start} is not a preset; choose 0 to {len(demo.presets) - 1}"
    for i, preset in enumerate(demo.presets):
        where = ("demo", "presets", i)
        if isinstance(preset, WindowPreset) and not _fits(preset.K, preset.X):
            yield where, "K is larger than X; choose a kernel that fits into the picture"
        if isinstance(preset, ChannelPreset) and not _mixes(preset.W, preset.X):
            yield where, "W needs one column for each channel of X, and the channels one size; correct X or W"
    if isinstance(demo, RateDemo) and not (_fits(demo.K, demo.X) and _same_size(demo.K, demo.begin.K)):
        yield ("demo", "K"), "K must fit into X and begin.K be of its size; correct them"


def _fits(kernel: list[list[int | float]], image: list[list[int | float]]) -> bool:
    return len(kernel) <= len(image) and len(kernel[0]) <= len(image[0])


def _same_size(one: list[list[int | float]], other: list[list[int | float]]) -> bool:
    return (len(one), len(one[0])) == (len(other), len(other[0]))


def _mixes(weights: list[list[int | float]], channels: list[list[list[int | float]]]) -> bool:
    sizes = {(len(channel), len(channel[0])) for channel in channels}
    return len(weights[0]) == len(channels) and len(sizes) == 1
