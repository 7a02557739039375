"""link: a way into a course, printed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from grader.cli.console import warn
from grader.cli.folder import store
from grader.course.access import Operator
from grader.errors import UnknownCourse, UsageError
from grader.model import Person, Role
from grader.words import plain

if TYPE_CHECKING:
    from grader.store import Store
    from grader.store.doors import Link

HERE = "http://localhost:8501"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("link")(link)


def link(
    course: Annotated[str, typer.Argument(help="The course's id.")],
    role: Annotated[Role | None, typer.Option(help="What whoever opens it becomes. Default: learner.")] = None,
    person: Annotated[
        str | None, typer.Option(metavar="ID|EMAIL|LOGIN", help="For this person alone; ends their older links.")
    ] = None,
    section: Annotated[str, typer.Option(help="The section of who comes in.")] = "",
    hours: Annotated[
        float | None,
        typer.Option(help="How long it opens. Default: learner 14 days, staff 24 hours, admin 10 minutes."),
    ] = None,
    uses: Annotated[
        int | None, typer.Option(help="How often it opens. Default: any number for learners, else 1.")
    ] = None,
    base: Annotated[str, typer.Option(metavar="URL", help="Where people reach the app.")] = HERE,
) -> int:
    """Make a join link: the link alone goes to stdout, what it is for to stderr. It cannot be shown again.

    Example: python -m grader link autumn --role admin
    """
    from grader.course.people.people import People
    from grader.course.people.roster import Roster

    if not base.startswith(("http://", "https://")):
        raise UsageError(f"--base is {base!r}. Write where people reach the app, such as https://dojo.example.org.")
    with store() as opened:
        by, door = Operator(course), People(opened)
        _require_course(opened, by)
        whom = Roster(opened).find(by, person) if person is not None else None
        if whom and role is not None and role is not whom.role:
            raise UsageError(f"{plain(person or '')} has the role {whom.role.value}. Leave --role out.")
        made = door.make_link(by, role=role, person=whom.id if whom else None, section=section, hours=hours, uses=uses)
    print(f"{base.rstrip('/')}/join/{made.secret}")
    warn(_said(made.link, whom))
    return 0


def _require_course(opened: Store, by: Operator) -> None:
    """Raises `UnknownCourse` with what makes one: a link alone never does."""
    from grader.course.access import Access

    try:
        Access(opened).require(by, Role.ADMIN)
    except UnknownCourse as error:
        raise UnknownCourse(f"{error} Make one: python -m grader course --help, or python -m grader demo.") from None


def _said(link: Link, whom: Person | None) -> str:
    who = f"{plain(whom.name) or whom.id}, {link.role.value}" if whom else f"somebody new, {link.role.value}"
    uses = {None: "any number of uses", 1: "one use"}.get(link.uses_left, f"{link.uses_left} uses")
    return f"For {who} of {link.course}: {uses}, until {link.expires_at:%Y-%m-%d %H:%M} UTC."
