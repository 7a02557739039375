"""The nouns of the project, as plain data. Imports nothing of ours; every other module speaks in these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

Lang = Literal["en", "zh"]
LANGS: tuple[Lang, ...] = ("en", "zh")

Json = Any
"""None, bool, int, float, str, list of Json or dict[str, Json]."""


class Kind(StrEnum):
    """What a learner hands in. The last five are answers without code."""

    FUNCTION = "function"
    MODULE = "module"
    TRAINING = "training"
    FIXBUG = "fixbug"
    PREDICT = "predict"
    NUMERIC = "numeric"
    SHAPE = "shape"
    MCQ = "mcq"
    MULTI = "multi"

    @property
    def is_code(self) -> bool:
        return self in (Kind.FUNCTION, Kind.MODULE, Kind.TRAINING, Kind.FIXBUG)


class Outcome(StrEnum):
    """How a check or a submission ended."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    REFUSED = "refused"
    SKIPPED = "skipped"
    INTERNAL = "internal"


class Mode(StrEnum):
    """run: free, public cases, prints, records nothing. submit: all cases, recorded."""

    RUN = "run"
    SUBMIT = "submit"


class Role(StrEnum):
    """What somebody may do in their course; each role may do what the one before it may."""

    LEARNER = "learner"
    ASSISTANT = "assistant"
    INSTRUCTOR = "instructor"
    ADMIN = "admin"

    def covers(self, other: Role) -> bool:
        """Whether this role may do what `other` may."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(other)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in one course. Names and addresses come from files and forms: plain text, never markup.

    `course` is empty for the one person of local mode. `has_left`: out of the course, their work is kept.
    """

    id: str
    course: str = ""
    role: Role = Role.LEARNER
    section: str = ""
    name: str = ""
    email: str = ""
    login: str = ""
    """The user name in the LMS."""
    number: str = ""
    """The student number, whatever the school calls it."""
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or title in both languages."""

    en: str
    zh: str

    def to(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Message:
    """A message before it is put into words: a code of `words` and its arguments (plain JSON; learner text is hostile)."""

    code: str
    args: Mapping[str, Json] = field(default_factory=dict)


# ---------- What an exercise says in public (front matter and files; never its reference or cases) ----------


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """One line of the result, before anything ran."""

    id: str
    title: Text
    points: int
    hidden: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Misconception:
    """A catalogued wrong answer, as far as a learner may hear of it: its name and what it says in both languages.

    `headline` is the first sentence, `feedback` the rest. `accepted`: the answer passes, the text is a note.
    """

    id: str
    headline: Text
    feedback: Text
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise as the web knows it. `version` is a hash over all files of its folder."""

    id: str
    concept: str
    kind: Kind
    title: Text
    lead: Text
    """One sentence that opens the page; plain text."""
    task: Text
    """Markdown: everything between the lead and the hints."""
    hints: tuple[Text, ...]
    explanation: Text
    """Markdown, shown after passing."""
    checks: tuple[CheckFacts, ...]
    entry: str | None = None
    starter: str = ""
    choices: Mapping[str, Text] = field(default_factory=dict)
    shape: tuple[int, ...] = ()
    """predict: the shape of the answer grid; else empty."""
    minutes: int = 10
    cpu_s: float = 2.0
    """CPU seconds a case may take."""
    misconceptions: Mapping[str, Misconception] = field(default_factory=dict)
    messages: Mapping[str, Text] = field(default_factory=dict)
    """The exercise's own message codes, spoken of as `exercise.<code>`; fields in braces are filled from the arguments."""
    version: str = ""

    @property
    def points(self) -> int:
        return sum(check.points for check in self.checks)


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept page: explanation, something to play with, and its exercises in order."""

    id: str
    title: Text
    lead: Text
    body: Text
    """Markdown after the lead, with `##` sections."""
    glyph: str
    """Nine digits, row by row: 0 empty, 1 light, 2 full, 3 amber."""
    demos: tuple[Mapping[str, Json], ...]
    """`{kind: …, …}` each: what the page offers to play with, by the names of `catalog.demos`."""
    exercises: tuple[str, ...]
    needs: tuple[str, ...] = ()
    """Concepts that this one builds on. A recommendation: nothing is locked."""


# ---------- What happened to a submission ----------


@dataclass(frozen=True, slots=True)
class Matrix:
    """A value as shown to a person: `values` nested lists (NaN and infinities as the strings nan, inf, -inf), None when too large to show."""

    shape: tuple[int, ...]
    dtype: str
    values: Json = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check after grading. A hidden one carries no message arguments that tell inputs or values, no expected, no got."""

    id: str
    outcome: Outcome
    points: int
    max_points: int
    hidden: bool
    required: bool
    message: Message | None = None
    """What happened; `args["line"]`, where present, is a line of the learner's code."""
    case: Message | None = None
    """Which case the message speaks of: `exercise.<name>` or `case.shapes`. None for hidden checks."""
    expected: Matrix | None = None
    got: Matrix | None = None
    inputs: tuple[Matrix, ...] = ()
    """The arguments of the case that is shown (public checks only)."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A training curve to chart. Missing things are empty. `losses` is what the learner recorded, `recomputed` what the judge found."""

    losses: tuple[float, ...] = ()
    recomputed: tuple[float, ...] = ()
    training: tuple[float, ...] = ()
    """The loss on the training data where `losses` are those on other data, both after each epoch."""
    reference: tuple[float, ...] = ()
    path: tuple[tuple[float, ...], ...] = ()
    """The learner's parameters before each step, as recomputed."""
    reference_path: tuple[tuple[float, ...], ...] = ()
    best: tuple[float, ...] = ()
    hessian: tuple[tuple[float, ...], ...] = ()
    lr: float | None = None
    reference_lr: float | None = None
    critical_lr: float | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a training run is: so many epochs of so many, and the loss there. A cell says so: shown, never believed."""

    done: int
    of: int
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Isolation:
    """What start-up canaries proved: tier `full` or `language`, and the layers that were on."""

    tier: str
    layers: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether every wall holds: only then may others than the person at this computer be served."""
        return self.tier == "full"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judge's answer to one submission or run. Codes, never sentences."""

    exercise: str
    version: str
    mode: Mode
    outcome: Outcome
    passed: bool
    score: int
    max_score: int
    seed: int
    checks: tuple[CheckResult, ...]
    misconception: str | None = None
    misconception_line: int | None = None
    notes: tuple[str, ...] = ()
    """Ids of accepted entries that apply."""
    message: Message | None = None
    """Said of the whole submission: a syntax error, a refusal, an internal reference."""
    line: int | None = None
    """Line of the learner's code that `message` speaks of."""
    stdout: str = ""
    curves: Mapping[str, Curve] = field(default_factory=dict)
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    isolation: Isolation | None = None
