"""The tables of courses: who may come in, what is due, what it is worth, and the rollups that dashboards read."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, ForeignKeyConstraint, Index, Integer, String, Table, Text

from grader.store.schema import EMPTY, ID, Instant, exercise_column, learner_column, metadata


def _course(*, primary_key: bool = False) -> Column[str]:
    return Column("course", String(64), ForeignKey("courses.id"), primary_key=primary_key, nullable=False)


links = Table(
    "links",
    metadata,
    Column("sha256", String(64), primary_key=True),
    _course(),
    Column("role", String(12), nullable=False),
    Column("section", String(80), nullable=False, server_default=EMPTY),
    Column("learner", String(64), ForeignKey("learners.id")),
    Column("made_by", String(64), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("uses_left", Integer),
    Column("revoked_at", Instant),
    Index("ix_links_learner", "learner"),
    comment="Join links by the hash of their secret. With a learner: theirs alone. uses_left NULL: any number.",
)

sessions = Table(
    "sessions",
    metadata,
    Column("sha256", String(64), primary_key=True),
    learner_column(),
    Column("since", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Index("ix_sessions_learner", "learner"),
    comment="Who is signed in, by the hash of the cookie.",
)

audit = Table(
    "audit",
    metadata,
    Column("id", ID, primary_key=True),
    _course(),
    Column("at", Instant, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(64)),
    Column("details", Text, nullable=False, server_default="{}"),
    Index("ix_audit_course_id", "course", "id"),
    sqlite_autoincrement=True,
    comment="Who did what to whom. Ids and numbers only, no names: it outlives an erased person.",
)

assignments = Table(
    "assignments",
    metadata,
    _course(primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("opens", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("closes", Instant, nullable=False),
    Column("spec", Text, nullable=False),
    comment="The spec is `course.assignment.Assignment` as JSON.",
)

extensions = Table(
    "extensions",
    metadata,
    _course(primary_key=True),
    Column("assignment", String(64), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("target", String(80), primary_key=True),
    Column("opens", Instant),
    Column("due", Instant),
    Column("closes", Instant),
    Column("reason", Text, nullable=False, server_default=EMPTY),
    Column("made_by", String(64), nullable=False),
    Column("made_at", Instant, nullable=False),
    ForeignKeyConstraint(
        ["course", "assignment"], ["assignments.course", "assignments.id"], name="fk_extensions_assignment"
    ),
    comment="Other dates for a section or a learner (kind); what is NULL stays as the assignment has it.",
)

choices = Table(
    "choices",
    metadata,
    learner_column(primary_key=True),
    Column("assignment", String(64), primary_key=True),
    exercise_column(primary_key=True),
    Column("submission", ID, ForeignKey("submissions.id"), nullable=False),
    Column("at", Instant, nullable=False),
    comment="Which submission the learner wants counted, where the assignment lets them choose.",
)

grades = Table(
    "grades",
    metadata,
    learner_column(primary_key=True),
    Column("assignment", String(64), primary_key=True),
    exercise_column(primary_key=True),
    Column("course", String(64), nullable=False),
    Column("submission", ID),
    Column("score", Integer, nullable=False, server_default="0"),
    Column("max_score", Integer, nullable=False, server_default="0"),
    Column("days_late", Integer, nullable=False, server_default="0"),
    Column("days_banked", Integer, nullable=False, server_default="0"),
    Column("percent", Float, nullable=False, server_default="0"),
    Column("points", Float, nullable=False, server_default="0"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Index("ix_grades_course_assignment", "course", "assignment"),
    comment="What follows from submissions, dates and late policy: before overrides. No row: nothing counted.",
)

overrides = Table(
    "overrides",
    metadata,
    Column("id", ID, primary_key=True),
    _course(),
    Column("assignment", String(64), nullable=False),
    exercise_column(),
    learner_column(),
    Column("points", Float),
    Column("reason", Text, nullable=False),
    Column("made_by", String(64), nullable=False),
    Column("made_at", Instant, nullable=False),
    Index("ix_overrides_course_assignment", "course", "assignment"),
    sqlite_autoincrement=True,
    comment="Points set by hand, append-only: the newest row counts, NULL points take it back.",
)

comments = Table(
    "comments",
    metadata,
    Column("id", ID, primary_key=True),
    _course(),
    exercise_column(),
    Column("learner", String(64), ForeignKey("learners.id")),
    Column("signature", String(32), nullable=False, server_default=EMPTY),
    Column("text", Text, nullable=False),
    Column("made_by", String(64), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("removed_at", Instant),
    Index("ix_comments_course_exercise", "course", "exercise"),
    sqlite_autoincrement=True,
    comment="To one learner, or (signature) to everybody who makes that mistake, now or later.",
)

regrades = Table(
    "regrades",
    metadata,
    Column("id", ID, primary_key=True),
    _course(),
    exercise_column(),
    Column("grader", String(32), nullable=False),
    Column("made_by", String(64), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("applied_at", Instant),
    Column("undone_at", Instant),
    sqlite_autoincrement=True,
)

regraded = Table(
    "regraded",
    metadata,
    Column("regrade", ID, ForeignKey("regrades.id"), primary_key=True, autoincrement=False),
    Column("submission", ID, ForeignKey("submissions.id"), primary_key=True, autoincrement=False),
    Column("before", String(32), nullable=False),
    comment="Which grader's verdict was in force before a regrade was applied: what undo puts back.",
)

# ---------- Rollups: what dashboards read; written by the transaction that saves a verdict, and rebuildable ----------

mistakes = Table(
    "mistakes",
    metadata,
    learner_column(primary_key=True),
    exercise_column(primary_key=True),
    Column("signature", String(32), primary_key=True),
    Column("misconception", String(120)),
    Column("times", Integer, nullable=False),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("last_submission", ID, nullable=False),
    # wide enough that the largest clusters are counted from it alone
    Index("ix_mistakes_exercise_signature", "exercise", "signature", "learner", "times", "last_at"),
    comment="How often a learner failed in the same way.",
)

check_tallies = Table(
    "check_tallies",
    metadata,
    Column("course", String(64), primary_key=True),
    exercise_column(primary_key=True),
    Column("check", String(120), primary_key=True),
    Column("outcome", String(12), primary_key=True),
    Column("n", Integer, nullable=False),
    comment="How often each check ended how, over all submissions.",
)

daily = Table(
    "daily",
    metadata,
    Column("course", String(64), primary_key=True),
    Column("day", String(10), primary_key=True),
    exercise_column(primary_key=True),
    Column("submissions", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    comment="Graded submissions by the day they were handed in, in the course's time zone.",
)
