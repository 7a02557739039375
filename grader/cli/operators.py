"""doctor and cell: what the jail of this host is worth, and a way to try it."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from grader.cli.answers import name_of, read
from grader.cli.console import Ink, print_json, progress, warn
from grader.errors import SandboxError
from grader.model import Outcome
from grader.words import plain

if TYPE_CHECKING:
    from grader.sandbox.job import CellError, JobRun
    from grader.sandbox.pool import Pool

_PRINTS = 65_536


class CellFormat(StrEnum):
    """How `cell` prints."""

    TEXT = "text"
    JSONL = "jsonl"


class DoctorFormat(StrEnum):
    """How `doctor` prints."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the commands for operators."""
    app.command("doctor")(doctor)
    app.command("cell")(cell)


def doctor(format: Annotated[DoctorFormat, typer.Option(help="How to print.")] = DoctorFormat.TEXT) -> int:
    """Check this host: the isolation that canaries proved, and each weakness with its remedy.

    Exit code 0: tier full, 1: anything less.

    Example: python -m grader doctor --format json
    """
    raise NotImplementedError


def cell(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Python files; each is one script.")],
    no_policy: Annotated[
        bool, typer.Option("--no-policy", help="Only the jail: plain Python, no language policy.")
    ] = False,
    format: Annotated[CellFormat, typer.Option(help="How to print; one object a file.")] = CellFormat.TEXT,
) -> int:
    """Run files as scripts, each in a cell of its own: for operators and security tests only.

    Exit code 0: every script ran to its end, 1: some did not.

    Example: python -m grader cell attack.py --no-policy --format jsonl
    """
    from grader.sandbox.pool import Pool

    sources = [(file, read(file).decode("utf-8-sig", errors="replace")) for file in files]
    outcomes = set()
    with progress("Running", len(files)) as advance, Pool() as pool:
        for file, source in sources:
            row = _run(pool, file, source, policy=not no_policy)
            outcomes.add(row["outcome"])
            _print(row, format)
            advance()
    return 3 if Outcome.INTERNAL in outcomes else 1 if outcomes - {Outcome.PASSED} else 0


def _run(pool: Pool, file: Path, source: str, *, policy: bool) -> dict[str, Any]:
    from grader.sandbox.pool import Job

    layers = [layer for layer in pool.isolation.layers if policy or layer != "policy"]
    row: dict[str, Any] = {
        "file": str(file),
        "outcome": Outcome.INTERNAL.value,
        "stdout": "",
        "error": None,
        "wall_ms": 0.0,
    }
    row["isolation"] = {"tier": pool.isolation.tier, "layers": layers}
    try:
        run = pool.run(Job(source, None, policy=policy))
    except SandboxError as error:
        warn(f"{name_of(file)}: {plain(str(error))}; this is our fault.")
        return row
    times = {"wall_ms": round(run.timings_ms.get("total", 0.0), 1)}
    return (
        row | {"outcome": _outcome(run).value, "stdout": plain(run.stdout, _PRINTS), "error": _said(run.load)} | times
    )


def _outcome(run: JobRun) -> Outcome:
    """How a script ended. One that broke its cell or the frames out of it is an error of its own."""
    names = {"returned": Outcome.PASSED, "crashed": Outcome.ERROR, "garbled": Outcome.ERROR}
    return names.get(run.loaded.value) or Outcome(run.loaded.value)


def _said(error: CellError | None) -> str | None:
    """What went wrong in one line of plain text."""
    if error is None:
        return None
    what = ": ".join(filter(None, [error.type or error.code, error.text or " ".join(map(str, error.args.values()))]))
    return plain(what, 2000) + (f" (line {error.line})" if error.line else "")


def _print(row: dict[str, Any], format: CellFormat) -> None:
    if format is CellFormat.JSONL:
        print_json(row)
        return
    ink = Ink(sys.stdout)
    good = row["outcome"] == Outcome.PASSED
    head = ink(f"{row['outcome']:<9}", "good" if good else "bad")
    print(f"{head} {row['wall_ms']:>8} ms  {name_of(Path(row['file']))}")
    for text in (row["stdout"], row["error"] or ""):
        print("".join(f"    {line}\n" for line in text.splitlines()), end="", flush=True)
