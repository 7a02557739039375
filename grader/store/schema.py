"""The tables. Portable SQL only: SQLite today, PostgreSQL later. A change here needs a migration beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
)

OPEN, GRADED, INTERNAL = "open", "graded", "internal"
"""States of a submission: no verdict yet; judged; our fault, so that it is no attempt."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, with its zone in Python. SQLite keeps no zone, so it is taken off on the way in."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return value and (value.astimezone(UTC).replace(tzinfo=None) if dialect.name == "sqlite" else value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return value and (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC))


_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=_NAMES)
EMPTY = text("''")
ID = BigInteger().with_variant(Integer, "sqlite")


def learner_column(*, primary_key: bool = False) -> Column[str]:
    return Column("learner", String(64), ForeignKey("learners.id"), primary_key=primary_key, nullable=False)


def exercise_column(*, primary_key: bool = False) -> Column[str]:
    return Column("exercise", String(120), primary_key=primary_key, nullable=False)


courses = Table(
    "courses",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("title", String(200), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("late_days", Integer, nullable=False, server_default="0"),
    Column("since", Instant, nullable=False),
    comment="zone: the IANA time zone in which days and deadlines are meant. late_days: each learner's bank.",
)

learners = Table(
    "learners",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("language", String(8)),
    Column("since", Instant, nullable=False),
    Column("course", String(64), ForeignKey("courses.id")),
    Column("role", String(12)),
    Column("section", String(80), nullable=False, server_default=EMPTY),
    Column("name", String(200)),
    Column("email", String(254)),
    Column("email_typed", Boolean, nullable=False, server_default=false()),
    Column("login", String(120)),
    Column("number", String(120)),
    Column("left_at", Instant),
    Column("erased_at", Instant),
    UniqueConstraint("course", "email"),
    Index("ix_learners_course_section", "course", "section"),
    comment="Everybody who may sign in, in one course each; the learner of local mode has none. email_typed: the address "
    "is what somebody typed at a join link, so it proves nothing.",
)

codes = Table(
    "codes",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("blob", LargeBinary, nullable=False),
    comment="What was handed in, once for each text; zlib-compressed.",
)

submissions = Table(
    "submissions",
    metadata,
    Column("id", ID, primary_key=True),
    learner_column(),
    exercise_column(),
    Column("version", String(64), nullable=False),
    Column("key", String(100), nullable=False),
    Column("form", String(8), nullable=False),
    Column("sha256", String(64), ForeignKey("codes.sha256"), nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("state", String(12), nullable=False, server_default=OPEN),
    Column("graded_by", String(32)),
    UniqueConstraint("learner", "key"),
    Index("ix_submissions_learner_exercise", "learner", "exercise", "id"),
    Index("ix_submissions_sha256", "sha256"),
    sqlite_autoincrement=True,
    comment="Submits only, append-only: a run leaves nothing. graded_by names the verdict in force.",
)
IS_OPEN = submissions.c.state == text("'open'")
"""Whether there is no verdict yet. Written out, not bound: otherwise the index of the few open ones is not used."""

Index("ix_submissions_open", submissions.c.at, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)

verdicts = Table(
    "verdicts",
    metadata,
    Column("submission", ID, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    Column("grader", String(32), primary_key=True),
    Column("outcome", String(12), nullable=False),
    Column("score", Integer, nullable=False),
    Column("max_score", Integer, nullable=False),
    Column("passed", Boolean, nullable=False),
    Column("misconception", String(120)),
    Column("at", Instant, nullable=False),
    Column("signature", String(32), nullable=False, server_default=EMPTY),
    Column("verdict", Text, nullable=False),
    comment="One for each submission and grader version, never changed; the whole verdict as compact JSON.",
)

drafts = Table(
    "drafts",
    metadata,
    learner_column(primary_key=True),
    exercise_column(primary_key=True),
    Column("form", String(8)),
    Column("blob", LargeBinary),
    Column("rev", Integer, nullable=False, server_default="1"),
    Column("at", Instant, nullable=False),
    Column("reset_at", Instant),
    Index("ix_drafts_at", "at"),
    comment="The newest text of a learner; rev counts how often the program, not the learner, replaced it.",
)

hints_used = Table(
    "hints_used",
    metadata,
    learner_column(primary_key=True),
    exercise_column(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
)

progress = Table(
    "progress",
    metadata,
    learner_column(primary_key=True),
    exercise_column(primary_key=True),
    Column("best", Integer, nullable=False, server_default="0"),
    Column("passed", Boolean, nullable=False, server_default=false()),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("last_submission", ID),
    Column("last_misconception", String(120)),
    Column("last_at", Instant),
    Column("passed_at", Instant),
    Column("first_at", Instant),
    Column("passed_attempt", Integer),
    Column("last_signature", String(32), nullable=False, server_default=EMPTY),
    Column("same", Integer, nullable=False, server_default="0"),
    Column("better_at", Instant),
    Column("active_s", Integer, nullable=False, server_default="0"),
    Column("idle_s", Integer, nullable=False, server_default="0"),
    comment="What follows from submissions and verdicts, kept up to date by the transaction that saves a verdict.",
)
