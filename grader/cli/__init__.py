"""python -m grader: one file a group of commands, `main` at the edge. Nothing heavy is imported before a command runs."""

from grader.cli.edge import main

__all__ = ["main"]
