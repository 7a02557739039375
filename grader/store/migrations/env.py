"""What Alembic runs: on the connection that `migrate.upgrade` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from grader.store import schema_courses

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema_courses.links.metadata,  # every table: these come after those of `schema`
    render_as_batch=True,  # SQLite alters a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
