"""What a stranger sees of a course, whatever address they ask for: how to come in."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import streamlit as st

from grader.course.people.doors import TICKET_MINUTES
from grader.model import Person
from ui.door import join_path
from ui.parts.identity import DEFAULT, claims, proven_email, providers
from ui.parts.markup import Html, escape
from ui.parts.page import column, title
from ui.parts.rows import label_of
from ui.parts.services import services
from ui.parts.speak import h, t

WIDTH = 620


def show() -> None:
    """The whole page."""
    said = claims()
    with column(WIDTH, "medium"):
        if said is None:
            title(t("door.title"), lead=t("door.lead"))
            st.html(f"<p class='kd-door-note'>{h('door.kept')}</p>")
            offer("door.sign-in")
            return
        recognised(said)


def recognised(said: Mapping[str, Any]) -> None:
    """Somebody whom a provider knows: their courses, or that we know none."""
    email = proven_email(said)
    found = services().people.known_as(email)
    if found:
        title(t("door.which" if len(found) > 1 else "door.welcome"), lead=t("door.known", email=email))
        for place, (person, course) in enumerate(found):
            st.html(way_in(person, course, email, is_main=place == 0))
    else:
        title(
            t("door.title"),
            lead=t("door.unknown" if email else "door.unproven", email=email or said.get("email") or "?"),
        )
    offer("door.other-account")


def way_in(person: Person, course: str, email: str, *, is_main: bool) -> Html:
    """One button that opens a course. A form, because only the answer to a request can set the cookie of a session."""
    name, role = escape(person.name or person.id), h(f"door.role.{person.role.value}")
    return Html(
        f"<form method='post' action='{join_path(ticket(person.id, email))}' class='kd-door'>"
        f"<div><b>{escape(course)}</b><span>{name} · {role}</span></div>"
        f"<button type='submit'{' class=main' if is_main else ''}>{h('door.open')}</button></form>"
    )


def ticket(id: str, email: str) -> str:
    """A link of some minutes for this tab; half its life is left whenever the page is drawn."""
    kept: dict[str, tuple[float, str]] = st.session_state.setdefault("tickets", {})
    if id not in kept or time.monotonic() - kept[id][0] > TICKET_MINUTES * 30:
        kept[id] = (time.monotonic(), services().people.ticket(email, id))
    return kept[id][1]


def offer(key: str) -> None:
    """A button for each provider that is configured."""
    for name in providers():
        label = t(key) if name == DEFAULT else t(f"{key}-at", provider=name.title())
        is_main = key == "door.sign-in" and name == providers()[0]
        with st.container(key=f"{'main' if is_main else 'other'}-{name}"):
            if st.button(label_of(label), key=f"sign-in-{name}", type="primary" if is_main else "secondary"):
                st.login(None if name == DEFAULT else name)


show()
