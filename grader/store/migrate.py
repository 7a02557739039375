"""Bring a database to today's schema. The caller holds the folder: four processes migrating at once broke one of them."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from grader.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"


def revisions() -> list[str]:
    """All revisions, oldest first."""
    script = ScriptDirectory.from_config(_config())
    return [revision.revision for revision in script.walk_revisions()][::-1]


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run the missing migrations, all or none. Raises `StoreError` for a newer database and for what is none."""
    known = revisions()
    try:
        with engine.begin() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            if current is not None and current not in known:
                said = f"The data was written by a newer Kernel Dojo (schema {current}, this one knows {known[-1]})."
                raise StoreError(f"{said} Update the program, or set DOJO_DATA_DIR to another folder.")
            if current != (known[-1] if to == "head" else to):
                config = _config()
                config.attributes["connection"] = connection
                command.upgrade(config, to)
    except DBAPIError as error:
        said = f"The database {engine.url.database} cannot be used: {error.orig}."
        raise StoreError(f"{said} Set DOJO_DATA_DIR to another folder, or restore a backup.") from None


def require_current(engine: Engine) -> None:
    """Raise `StoreError` unless the schema is today's: for who must not change it while another process works."""
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current != (known := revisions()[-1]):
        said = f"The app that runs on this data has schema {current}, this program {known}."
        raise StoreError(f"{said} Use the program of the app, or restart the app.")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
