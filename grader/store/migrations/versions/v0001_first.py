"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "learners",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8)),
        sa.Column("since", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_learners"),
    )
    op.create_table(
        "codes",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("blob", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_codes"),
        comment="What was handed in, once for each text; zlib-compressed.",
    )
    _create_submissions()
    _create_verdicts()
    _create_drafts()
    _create_hints_used()
    _create_progress()


def _create_submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", ID, nullable=False),
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(120), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("form", sa.String(8), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("seed", sa.BigInteger, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("state", sa.String(12), nullable=False, server_default="open"),
        sa.Column("graded_by", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_submissions_learner"),
        sa.ForeignKeyConstraint(["sha256"], ["codes.sha256"], name="fk_submissions_sha256"),
        sa.UniqueConstraint("learner", "key", name="uq_submissions_learner_key"),
        sqlite_autoincrement=True,
        comment="Submits only, append-only: a run leaves nothing. graded_by names the verdict in force.",
    )
    op.create_index("ix_submissions_learner_exercise", "submissions", ["learner", "exercise", "id"])
    is_open = sa.text("state = 'open'")
    op.create_index("ix_submissions_open", "submissions", ["at"], sqlite_where=is_open, postgresql_where=is_open)


def _create_verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column("submission", ID, nullable=False, autoincrement=False),
        sa.Column("grader", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("score", sa.Integer, nullable=False),
        sa.Column("max_score", sa.Integer, nullable=False),
        sa.Column("passed", sa.Boolean, nullable=False),
        sa.Column("misconception", sa.String(120)),
        sa.Column("at", TIME, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("submission", "grader", name="pk_verdicts"),
        sa.ForeignKeyConstraint(["submission"], ["submissions.id"], name="fk_verdicts_submission"),
        comment="One for each submission and grader version, never changed; the whole verdict as compact JSON.",
    )


def _create_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(120), nullable=False),
        sa.Column("form", sa.String(8)),
        sa.Column("blob", sa.LargeBinary),
        sa.Column("rev", sa.Integer, nullable=False, server_default="1"),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("learner", "exercise", name="pk_drafts"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_drafts_learner"),
        comment="The newest text of a learner; rev counts how often the program, not the learner, replaced it.",
    )


def _create_hints_used() -> None:
    op.create_table(
        "hints_used",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(120), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("learner", "exercise", "number", name="pk_hints_used"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_hints_used_learner"),
    )


def _create_progress() -> None:
    op.create_table(
        "progress",
        sa.Column("learner", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(120), nullable=False),
        sa.Column("best", sa.Integer, nullable=False, server_default="0"),
        sa.Column("passed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("last_submission", ID),
        sa.Column("last_misconception", sa.String(120)),
        sa.Column("last_at", TIME),
        sa.Column("passed_at", TIME),
        sa.PrimaryKeyConstraint("learner", "exercise", name="pk_progress"),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name="fk_progress_learner"),
        comment="What follows from submissions and verdicts, kept up to date by the transaction that saves a verdict.",
    )
