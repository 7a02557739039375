"""doctor and cell: what the jail of this host is worth, and a way to try it."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the commands for operators."""
