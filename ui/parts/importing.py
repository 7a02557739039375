"""A roster from a file: what it would do, line by line, then Apply."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from grader.course.people.roster import Preview
from grader.course.people.roster_plan import Kind, Line
from grader.errors import Declined
from grader.model import Message
from ui.parts.filters import choice
from ui.parts.icons import icon
from ui.parts.markup import Html, escape, join
from ui.parts.page import me
from ui.parts.people import ALL, reason, refuse, tell
from ui.parts.services import services
from ui.parts.speak import h, t

MOST = 500
"""Lines that are drawn at once."""
_SIGNS: Mapping[Kind, str] = {
    Kind.NEW: "pass",
    Kind.CHANGED: "change",
    Kind.SAME: "skip",
    Kind.BACK: "pass",
    Kind.LEFT: "skip",
    Kind.REFUSED: "fail",
}


def show() -> None:
    """Where the file goes, and what it would do."""
    st.html(f"<p class='kd-lead'>{h('people.import.lead')}</p><p class='kd-meta'>{h('people.import.columns')}</p>")
    turn = st.session_state.setdefault("roster-turn", 0)
    file = st.file_uploader(
        t("people.import.file"), type=["csv", "txt", "tsv"], key=f"roster-{turn}", max_upload_size=2
    )
    drops = st.toggle(t("people.import.drop"), key=f"roster-drop-{turn}", help=t("people.import.drop.what"))
    if file is None:
        return
    try:
        shown = services().roster.preview(me(), file.getvalue(), drop_missing=drops)
    except Declined as error:
        said = escape(reason(Message(error.code, error.fields)))
        st.html(f"<p class='kd-done bad' role='alert'>{icon('stuck')}<span>{said}</span></p>")
        return
    preview(shown)


def preview(shown: Preview) -> None:
    """How the file was read, the sums, the button, the lines."""
    counts = [h(f"people.sum.{kind.value}", n=shown.counts[kind]) for kind in Kind if shown.counts.get(kind)]
    st.html(
        f"<h2 class='kd-h2 kd-over-list'>{h('people.preview')}</h2>"
        f"<p class='kd-facts' role='status'>{join(Html(f'<span>{said}</span>') for said in counts)}</p>"
        f"<p class='kd-meta'>{_read_as(shown)}</p>"
    )
    # What is applied is what the page showed when the button was pressed, not what a rerun makes of it.
    st.button(
        t("people.apply"),
        key="main-apply",
        type="primary",
        disabled=not shown.does_something,
        on_click=apply,
        args=(shown,),
    )
    if shown.lines:
        kinds = {
            ALL: t("people.line.all"),
            **{k.value: t(f"people.line.{k.value}") for k in Kind if shown.counts.get(k)},
        }
        wanted = choice("people", "line", kinds, 220)
        lines([line for line in shown.lines if wanted in (ALL, line.kind.value)])


def apply(shown: Preview) -> None:
    """Do what was shown, and make room for the next file."""
    try:
        services().roster.apply(me(), shown)
    except Declined as error:
        refuse(error)
        return
    st.session_state["roster-turn"] += 1
    done = sum(n for kind, n in shown.counts.items() if kind not in (Kind.SAME, Kind.REFUSED))
    tell("people.applied", n=done, refused=shown.counts.get(Kind.REFUSED, 0))


def _read_as(shown: Preview) -> Html:
    file = shown.file
    read = h("people.read", encoding=file.encoding, delimiter=t(f"people.delimiter.{file.delimiter}"))
    return Html(f"{read} {h('people.ignored', names=list(file.ignored))}") if file.ignored else read


def lines(found: list[Line]) -> None:
    """The lines as a table; refused ones first, since they want to be looked at."""
    ordered = sorted(found, key=lambda line: (line.kind is not Kind.REFUSED, line.line or 10**6))
    heads = join(
        Html(f"<th scope='col'>{h(f'people.{name}')}</th>") for name in ("row", "what", "name", "section", "role")
    )
    rows = join(_row(line) for line in ordered[:MOST])
    st.html(f"<table class='kd-people lines'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
    if len(ordered) > MOST:
        st.html(f"<p class='kd-meta'>{h('people.more', n=len(ordered) - MOST)}</p>")


def _row(line: Line) -> Html:
    person = line.person
    more = " · ".join(filter(None, (person.email, person.login, person.number)))
    changes = "".join(
        f"<small>{h('people.line.field', field=t(f'people.{c.field}'))}{_value(c.field, c.before)} → <b>{_value(c.field, c.after)}</b></small>"
        for c in line.changes
    )
    why = f"<small class='why'>{escape(reason(line.reason))}</small>" if line.reason else ""
    where = str(line.line) if line.line else h("people.missing")
    return Html(
        f"<tr class='{line.kind.value}'><td>{where}</td><td>{icon(_SIGNS[line.kind])} {h(f'people.line.{line.kind.value}')}</td>"
        f"<th scope='row'>{escape(person.name or '—')}<small>{escape(more)}</small>{changes}{why}</th>"
        f"<td>{escape(person.section)}</td><td>{h(f'door.role.{person.role.value}')}</td></tr>"
    )


def _value(field: str, value: str) -> Html:
    if field == "role":
        return h(f"door.role.{value}")
    return escape(value or "—")
