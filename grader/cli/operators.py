"""doctor and cell: what the jail of this host is worth, and a way to try it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from grader.cli.answers import name_of, read
from grader.cli.console import Ink, LangOption, language, print_json, progress, warn
from grader.cli.text import word
from grader.errors import SandboxError
from grader.model import Lang, Message, Outcome
from grader.words import plain, say

if TYPE_CHECKING:
    from grader.sandbox.doctor import Report
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


def doctor(
    format: Annotated[DoctorFormat, typer.Option(help="How to print.")] = DoctorFormat.TEXT,
    lang: Annotated[LangOption | None, typer.Option(help="Default: the environment's locale.")] = None,
) -> int:
    """Check this host: the isolation that canaries proved, and each weakness with its remedy.

    Exit code 0: tier full, 1: anything less.

    Example: python -m grader doctor --format json
    """
    from grader.sandbox.doctor import doctor as examine

    with progress("Trying to break out of a cell"):
        report = examine()
    speech = language(lang)
    if format is DoctorFormat.JSON:
        weak = [{"code": weak.code, "text": say(weak, speech)} for weak in report.weaknesses]
        print_json(report.as_json() | {"weaknesses": weak}, indent=1)
    else:
        print("\n".join(_examined(report, speech, Ink(sys.stdout))))
    return 0 if report.is_full else 1


def _examined(report: Report, lang: Lang, ink: Ink) -> Iterator[str]:
    """Tier, one line a layer with what its canaries met, weaknesses, facts."""
    good = report.is_full
    yield ink(f"{'✓' if good else '✕'} {word('doctor.tier', lang)}: {report.isolation.tier}", "good" if good else "bad")
    for proof in report.proofs:
        met = ", ".join(f"{attempt} {result}" for attempt, result in proof.attempts.items())
        sign = ink("✓", "good") if proof.holds else ink("✕", "bad")
        yield f"{sign} {proof.layer:<10} {ink(met, 'dim')}"
    yield from (f"{ink('!', 'note')} {say(weak, lang)}" for weak in report.weaknesses)
    yield ink("  ".join(f"{name} {value}" for name, value in report.facts.items()), "dim")


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
    if error.code:
        return say(Message(error.code, error.args), "en")
    where = f" (line {error.line})" if error.line else ""
    return plain(": ".join(filter(None, [error.type, error.text])), 2000) + where


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
