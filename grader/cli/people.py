"""roster and person: who is in a course, all that is kept of somebody, and erasing them."""

from __future__ import annotations

import csv
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli.answers import name_of, read
from grader.cli.console import print_json, progress, warn
from grader.cli.folder import store
from grader.cli.link import HERE
from grader.errors import UsageError
from grader.words import plain, say

if TYPE_CHECKING:
    from grader.course.people.roster import Preview
    from grader.course.people.roster_plan import Line
    from grader.model import Person
    from grader.store import Store

_ID = typer.Argument(metavar="ID", help="Id, address or login.")


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("roster")(roster)
    person = typer.Typer(
        help="All that is kept of one person, and erasing it.\n\nExample: python -m grader person export ada@example.org"
    )
    person.command("export")(export)
    person.command("erase")(erase)
    app.add_typer(person, name="person")


def roster(
    course: Annotated[str, typer.Argument(metavar="COURSE", help="The course's id.")],
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="As the LMS wrote it, or name,email,section,role.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what it would do.")] = False,
    links: Annotated[
        Path | None,
        typer.Option(metavar="OUT.csv", help="A new file with a personal link for each in FILE who never came in."),
    ] = None,
    base: Annotated[str, typer.Option(metavar="URL", help="Where people reach the app.")] = HERE,
    drop_missing: Annotated[
        bool, typer.Option("--drop-missing", help="Learners who are not in FILE have left.")
    ] = False,
) -> int:
    """Take people in from a file, line by line. Exit code 1: some lines were refused; the others are done all the same.

    Example: python -m grader roster autumn students.csv --dry-run
    """
    from grader.course.access import Operator
    from grader.course.people.roster import LINK_COLUMNS, Roster
    from grader.course.people.roster_file import MOST_MB
    from grader.course.people.roster_plan import Kind

    data = read(file, MOST_MB << 20)
    if links is not None and (links.exists() or dry_run or not base.startswith(("http://", "https://"))):
        raise UsageError(f"--links wants a new file, an http address as --base, and no --dry-run: {name_of(links)}.")
    with store() as opened:
        people, actor = Roster(opened), Operator(course)
        shown = people.preview(actor, data, drop_missing=drop_missing)
        print("\n".join(_said(line) for line in shown.lines))
        if not dry_run:
            ids = people.apply(actor, shown)
            if links is not None:
                fresh = sorted(set(ids) - people.came_in(actor), key=ids.index)
                with progress("Making links"):
                    rows = people.links(actor, fresh, lambda secret: f"{base.rstrip('/')}/join/{secret}")
                _write_private(links, [LINK_COLUMNS, *rows])
    warn(_summary(shown, dry_run=dry_run))
    return 1 if shown.counts.get(Kind.REFUSED) else 0


def _said(line: Line) -> str:
    person = line.person
    who = " · ".join(filter(None, (person.name, person.email, person.login, person.number, person.section)))
    changes = ", ".join(f"{change.field}: {change.before or '—'} → {change.after}" for change in line.changes)
    why = say(line.reason, "en") if line.reason else changes
    if not why and line.kind.value == "new":
        why = person.role.value
    where = f"line {line.line}" if line.line else "missing"
    return plain(f"{where:<9} {line.kind.value:<8} {who}{f'  ({why})' if why else ''}", 2000)


def _summary(shown: Preview, *, dry_run: bool) -> str:
    counts = ", ".join(f"{n} {kind.value}" for kind, n in sorted(shown.counts.items())) or "no lines"
    ignored = f"; not used: {', '.join(shown.file.ignored)}" if shown.file.ignored else ""
    done = "Nothing was changed" if dry_run else "Done"
    return plain(f"{done}: {counts}. Read as {shown.file.encoding}, {shown.file.delimiter}{ignored}.", 2000)


def _write_private(file: Path, rows: list[tuple[str, ...]]) -> None:
    """Whoever has a link is that person, so nobody else may read the file."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise UsageError(f"{name_of(file)} cannot be written: {error.strerror}. The people are in.") from None
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def export(id: Annotated[str, _ID]) -> int:
    """Print all that is kept of one person as JSON; links and sessions without their secrets.

    Example: python -m grader person export ada@example.org > ada.json
    """
    from grader.course.access import Operator
    from grader.course.people.records import Records

    with store() as opened:
        person = _anywhere(opened, id)
        print_json(Records(opened).everything_of(Operator(person.course), person.id), indent=1)
    return 0


def erase(
    id: Annotated[str, _ID],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> int:
    """Erase a person for good: names, addresses, code, prints, links. The class's sums stay, under their opaque id.

    The database is written anew, a minute for each GB; whoever hands in meanwhile waits.

    Example: python -m grader person erase ada@example.org --yes
    """
    from grader.course.access import Operator
    from grader.course.people.records import Records
    from grader.store import people

    with store() as opened:
        with opened.read() as connection:
            before = people.was_erased(connection, id)
        person = None if before else _anywhere(opened, id)
        named = plain(person.name or person.id) if person else id
        if not yes and not _agreed(f"Erase {named} ({person.course if person else before}) for good?"):
            return 1
        with progress("Erasing"):
            course = person.course if person else before or ""
            done = Records(opened).erase(Operator(course), person.id if person else id, at_any_size=True)
    warn(
        f"Erased. {done.submissions} submissions stay as numbers, without their code."
        if person
        else "Was erased already."
    )
    return 0


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("Erasing cannot be taken back. Say --yes to do it without being asked.")
    return typer.confirm(question, err=True)


def _anywhere(opened: Store, text: str) -> Person:
    """The person, whatever course they are in. Raises `UnknownPerson`, or `UsageError` that names several."""
    from grader.course.people.roster import the_one
    from grader.store import people

    with opened.read() as connection:
        return the_one(people.matching(connection, text), text)
