"""An assignment: which exercises, what they are worth, when, and by which rules. Plain data, checked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from grader.model import Text

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Percent = Annotated[float, Field(ge=0, le=100)]


class _Plain(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LatePolicy(_Plain):
    """What handing in late costs, and early gains. Percent are of the points that the submission earned."""

    grace_minutes: int = Field(default=0, ge=0, le=24 * 60)
    """Late by no more than this is on time."""
    percent_per_day: Percent = 0.0
    """Taken off for each day begun after `due`."""
    floor_percent: Percent = 0.0
    """Lateness never takes more than leaves this."""
    uses_bank: bool = False
    """Days of the learner's own bank (`courses.late_days`) pay for late days first, whole days, automatically."""
    early_days: int = Field(default=0, ge=0, le=60)
    """Handed in at least so many days before `due`; 0: no bonus."""
    early_percent: Percent = 0.0


class Part(_Plain):
    """One exercise of an assignment and what it is worth there."""

    exercise: str
    points: float = Field(gt=0, le=1000)


class Bucket(_Plain):
    """At most `size` submissions at once; one comes back every `minutes`."""

    size: int = Field(ge=1, le=100)
    minutes: float = Field(gt=0, le=24 * 60)


class Assignment(_Plain):
    """Homework. All times are moments in UTC; days are meant in the course's time zone."""

    id: Slug
    title: Text
    parts: tuple[Part, ...] = Field(min_length=1, max_length=100)
    opens: AwareDatetime
    due: AwareDatetime
    closes: AwareDatetime
    """Up to here a late submission counts; after it, it is practice."""
    late: LatePolicy = LatePolicy()
    counts: Literal["best", "last", "chosen"] = "best"
    attempts: int | None = Field(default=None, ge=1, le=1000)
    """For each exercise; None: as many as one likes."""
    bucket: Bucket | None = None
    hidden_until: Literal["now", "due", "closes"] = "now"
    """When what the hidden checks found is shown."""
    variants: bool = False
    """Each learner meets inputs of their own, the same ones at every attempt."""
    practice: bool = True
    """After `closes` the exercises stay open, for no credit."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.opens < self.due <= self.closes:
            raise ValueError("opens, due and closes must come in this order")
        ids = [part.exercise for part in self.parts]
        if len(set(ids)) != len(ids):
            raise ValueError("an exercise stands twice")
        return self

    @property
    def points(self) -> float:
        return sum(part.points for part in self.parts)

    def part(self, exercise: str) -> Part | None:
        """The exercise's part, if it belongs to this assignment."""
        return next((part for part in self.parts if part.exercise == exercise), None)


class Dates(_Plain):
    """When an assignment opens, is due and closes for one learner: after extensions."""

    opens: datetime
    due: datetime
    closes: datetime

    def holds(self, at: datetime) -> bool:
        """Whether a submission of this moment counts."""
        return self.opens <= at.astimezone(UTC) <= self.closes
