"""Courses: people, links, assignments, grades, and the rollups of the instructor's pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TIME = sa.DateTime(timezone=True)
EMPTY, ZERO = sa.text("''"), sa.text("'0'")


def upgrade() -> None:
    op.create_table(
        "courses",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        _number("late_days"),
        sa.Column("since", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_courses"),
    )
    _widen_learners()
    _widen_progress()
    with op.batch_alter_table("verdicts", recreate="always") as verdicts:
        # before the verdict, whose overflow pages would have to be read on the way to what stands after it
        verdicts.add_column(_text("signature", 32, default=True), insert_after="at")
    op.create_index("ix_drafts_at", "drafts", ["at"])
    op.create_index("ix_submissions_sha256", "submissions", ["sha256"])
    _create_doors()
    _create_assignments()
    _create_grades()
    _create_rollups()


def _text(name: str, size: int, *, default: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(size), nullable=null, server_default=EMPTY if default else None)


def _number(name: str, *, default: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default=ZERO if default else None)


def _widen_learners() -> None:
    with op.batch_alter_table("learners", recreate="always") as learners:
        learners.add_column(_text("course", 64, null=True))
        learners.add_column(_text("role", 12, null=True))
        learners.add_column(_text("section", 80, default=True))
        for name, size in (("name", 200), ("email", 254), ("login", 120), ("number", 120)):
            learners.add_column(_text(name, size, null=True))
        learners.add_column(sa.Column("email_typed", sa.Boolean, nullable=False, server_default=sa.false()))
        learners.add_column(sa.Column("left_at", TIME))
        learners.add_column(sa.Column("erased_at", TIME))
        learners.create_foreign_key("fk_learners_course", "courses", ["course"], ["id"])
        learners.create_unique_constraint("uq_learners_course_email", ["course", "email"])
    op.create_index("ix_learners_course_section", "learners", ["course", "section"])


def _widen_progress() -> None:
    with op.batch_alter_table("progress", recreate="always") as progress:
        progress.add_column(sa.Column("first_at", TIME))
        progress.add_column(sa.Column("passed_attempt", sa.Integer))
        progress.add_column(_text("last_signature", 32, default=True))
        progress.add_column(_number("same"))
        progress.add_column(sa.Column("better_at", TIME))
        progress.add_column(_number("active_s"))
        progress.add_column(_number("idle_s"))


def _create_doors() -> None:
    op.create_table(
        "links",
        _text("sha256", 64),
        _text("course", 64),
        _text("role", 12),
        _text("section", 80, default=True),
        _text("learner", 64, null=True),
        _text("made_by", 64),
        sa.Column("made_at", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("uses_left", sa.Integer),
        sa.Column("revoked_at", TIME),
        sa.PrimaryKeyConstraint("sha256", name="pk_links"),
        sa.ForeignKeyConstraint(["course"], ["courses.id"], name="fk_links_course"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_links_learner"),
    )
    op.create_index("ix_links_learner", "links", ["learner"])
    op.create_table(
        "sessions",
        _text("sha256", 64),
        _text("learner", 64),
        sa.Column("since", TIME, nullable=False),
        sa.Column("expires_at", TIME, nullable=False),
        sa.Column("revoked_at", TIME),
        sa.PrimaryKeyConstraint("sha256", name="pk_sessions"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_sessions_learner"),
    )
    op.create_index("ix_sessions_learner", "sessions", ["learner"])
    op.create_table(
        "audit",
        sa.Column("id", ID, nullable=False),
        _text("course", 64),
        sa.Column("at", TIME, nullable=False),
        _text("actor", 64),
        _text("action", 40),
        _text("subject", 64, null=True),
        sa.Column("details", sa.Text, nullable=False, server_default=sa.text("'{}'")),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sa.ForeignKeyConstraint(["course"], ["courses.id"], name="fk_audit_course"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_course_id", "audit", ["course", "id"])


def _create_assignments() -> None:
    op.create_table(
        "assignments",
        _text("course", 64),
        _text("id", 64),
        sa.Column("opens", TIME, nullable=False),
        sa.Column("due", TIME, nullable=False),
        sa.Column("closes", TIME, nullable=False),
        sa.Column("spec", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("course", "id", name="pk_assignments"),
        sa.ForeignKeyConstraint(["course"], ["courses.id"], name="fk_assignments_course"),
    )
    op.create_table(
        "extensions",
        _text("course", 64),
        _text("assignment", 64),
        _text("kind", 8),
        _text("target", 80),
        sa.Column("opens", TIME),
        sa.Column("due", TIME),
        sa.Column("closes", TIME),
        sa.Column("reason", sa.Text, nullable=False, server_default=EMPTY),
        _text("made_by", 64),
        sa.Column("made_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("course", "assignment", "kind", "target", name="pk_extensions"),
        sa.ForeignKeyConstraint(["course"], ["courses.id"], name="fk_extensions_course"),
        sa.ForeignKeyConstraint(
            ["course", "assignment"], ["assignments.course", "assignments.id"], name="fk_extensions_assignment"
        ),
    )
    op.create_table(
        "choices",
        _text("learner", 64),
        _text("assignment", 64),
        _text("exercise", 120),
        sa.Column("submission", ID, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("learner", "assignment", "exercise", name="pk_choices"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_choices_learner"),
        sa.ForeignKeyConstraint(["submission"], ["submissions.id"], name="fk_choices_submission"),
    )


def _create_grades() -> None:
    op.create_table(
        "grades",
        _text("learner", 64),
        _text("assignment", 64),
        _text("exercise", 120),
        _text("course", 64),
        sa.Column("submission", ID),
        *(_number(name) for name in ("score", "max_score", "days_late", "days_banked")),
        sa.Column("percent", sa.Float, nullable=False, server_default=ZERO),
        sa.Column("points", sa.Float, nullable=False, server_default=ZERO),
        _number("attempts"),
        sa.PrimaryKeyConstraint("learner", "assignment", "exercise", name="pk_grades"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_grades_learner"),
    )
    op.create_index("ix_grades_course_assignment", "grades", ["course", "assignment"])
    op.create_table(
        "overrides",
        sa.Column("id", ID, nullable=False),
        _text("course", 64),
        _text("assignment", 64),
        _text("exercise", 120),
        _text("learner", 64),
        sa.Column("points", sa.Float),
        sa.Column("reason", sa.Text, nullable=False),
        _text("made_by", 64),
        sa.Column("made_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_overrides"),
        sa.ForeignKeyConstraint(["course"], ["courses.id"], name="fk_overrides_course"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_overrides_learner"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_overrides_course_assignment", "overrides", ["course", "assignment"])
    op.create_table(
        "comments",
        sa.Column("id", ID, nullable=False),
        _text("course", 64),
        _text("exercise", 120),
        _text("learner", 64, null=True),
        _text("signature", 32, default=True),
        sa.Column("text", sa.Text, nullable=False),
        _text("made_by", 64),
        sa.Column("made_at", TIME, nullable=False),
        sa.Column("removed_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
        sa.ForeignKeyConstraint(["course"], ["courses.id"], name="fk_comments_course"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_comments_learner"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_comments_course_exercise", "comments", ["course", "exercise"])
    op.create_table(
        "regrades",
        sa.Column("id", ID, nullable=False),
        _text("course", 64),
        _text("exercise", 120),
        _text("grader", 32),
        _text("made_by", 64),
        sa.Column("made_at", TIME, nullable=False),
        sa.Column("applied_at", TIME),
        sa.Column("undone_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_regrades"),
        sa.ForeignKeyConstraint(["course"], ["courses.id"], name="fk_regrades_course"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "regraded",
        sa.Column("regrade", ID, nullable=False, autoincrement=False),
        sa.Column("submission", ID, nullable=False, autoincrement=False),
        _text("before", 32),
        sa.PrimaryKeyConstraint("regrade", "submission", name="pk_regraded"),
        sa.ForeignKeyConstraint(["regrade"], ["regrades.id"], name="fk_regraded_regrade"),
        sa.ForeignKeyConstraint(["submission"], ["submissions.id"], name="fk_regraded_submission"),
    )


def _create_rollups() -> None:
    op.create_table(
        "mistakes",
        _text("learner", 64),
        _text("exercise", 120),
        _text("signature", 32),
        _text("misconception", 120, null=True),
        _number("times", default=False),
        sa.Column("first_at", TIME, nullable=False),
        sa.Column("last_at", TIME, nullable=False),
        sa.Column("last_submission", ID, nullable=False),
        sa.PrimaryKeyConstraint("learner", "exercise", "signature", name="pk_mistakes"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_mistakes_learner"),
    )
    columns = ["exercise", "signature", "learner", "times", "last_at"]
    op.create_index("ix_mistakes_exercise_signature", "mistakes", columns)
    op.create_table(
        "check_tallies",
        _text("course", 64),
        _text("exercise", 120),
        _text("check", 120),
        _text("outcome", 12),
        _number("n", default=False),
        sa.PrimaryKeyConstraint("course", "exercise", "check", "outcome", name="pk_check_tallies"),
    )
    op.create_table(
        "daily",
        _text("course", 64),
        _text("day", 10),
        _text("exercise", 120),
        _number("submissions", default=False),
        _number("passed", default=False),
        sa.PrimaryKeyConstraint("course", "day", "exercise", name="pk_daily"),
    )
