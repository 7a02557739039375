"""Drafts know when they were last put back to the starter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Made anew: ALTER TABLE puts the column where no other schema of ours has it (SQLite).
    with op.batch_alter_table("drafts", recreate="always") as drafts:
        drafts.add_column(sa.Column("reset_at", sa.DateTime(timezone=True)))
