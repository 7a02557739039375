"""What an exercise.py defines: `exercise = Exercise(…)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grader.authoring.checks import Check, values
from grader.authoring.inputs import Case, On
from grader.errors import ContentError
from grader.model import Curve, Json


@dataclass(frozen=True)
class Report:
    """What `diagnose` and `curves` may look at: the learner's source, and what each case of each check returned.

    `outputs[check]` has one entry a case: None where the case did not return, else tensors (float64), numbers, lists,
    mappings as they came: **hostile**, of any shape and type.

    >>> Report("lr = 1", {}, {}, frozenset()).source
    'lr = 1'
    """

    source: str
    outputs: Mapping[str, Sequence[Any]]
    cases: Mapping[str, Sequence[Case]]
    failed: frozenset[str]
    """Ids of the checks that did not pass."""


@dataclass(frozen=True)
class Exercise:
    """What is right. Every check id of the front matter stands in `checks`, and no other; answers without code give
    `answer` (and `accept`, further right ones) instead.

    >>> Exercise(answer="b").answer
    'b'
    >>> Exercise(answer=[[19, 25], [37, 43]], accept=[[[19.0, 25.0], [37.0, 43.0]]]).accept[0][0]
    [19.0, 25.0]
    """

    reference: Callable[..., Any] | None = None
    checks: Mapping[str, Check | On] = field(default_factory=dict)
    answer: Json = None
    accept: Sequence[Json] = ()
    tolerance: float = 1e-4
    """A value may differ from the expected one by this much, plus this share of it."""
    diagnose: Callable[[Report], str | None] | None = None
    """For training: the id of the wrong answer that explains the report, or None. Replaces comparing behaviour."""
    curves: Callable[[Report], Mapping[str, Curve]] | None = None
    """For training: what to chart, recomputed from the report."""

    def __post_init__(self) -> None:
        if (self.answer is None) == (not self.checks):
            raise ContentError("An Exercise has either checks (code) or an answer (no code). Give exactly one of them.")

    def check(self, id: str) -> Check:
        """The check with this id; a bare list of cases or a Draw as `values`.

        >>> Exercise(reference=conv2d, checks={"random": random_pairs(8)}).check("random").family
        'values'
        """
        found = self.checks[id]
        return found if isinstance(found, Check) else values(found)
