"""Everybody in the course: filters, the table, and files to take away."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from grader.course.people.roster import LINK_COLUMNS
from grader.errors import Declined
from grader.model import Message, Person, Role
from grader.words import say
from ui.components import classroom
from ui.parts import sheets
from ui.parts.base import base_path
from ui.parts.filters import choice
from ui.parts.icons import icon
from ui.parts.live import name_of
from ui.parts.markup import Html, escape, join
from ui.parts.page import me
from ui.parts.services import services
from ui.parts.sheets import Line
from ui.parts.speak import h, lang, t

ALL = ""
STATES = ("here", "new", "left")
_FIELDS = ("name", "email", "login", "number", "section", "role")


def facts(everybody: Sequence[Person], erased: int) -> list[Html]:
    """How many are here, left, and were erased."""
    left = sum(person.has_left for person in everybody)
    said = [h("people.here", n=len(everybody) - left)]
    said += [h("people.gone", n=left)] if left else []
    return said + ([h("people.erased", n=erased)] if erased else [])


def choose(everybody: Sequence[Person], came_in: set[str]) -> list[Person]:
    """The filter row → whom it leaves."""
    sections = sorted({person.section for person in everybody if person.section})
    with st.container(key="people-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
        wanted = (
            st.text_input(
                t("people.search"), key="people-search", type="search", placeholder=t("people.search.hint"), width=260
            )
            or ""
        )
        section = choice("people", "section", {ALL: t("people.section.all"), **{one: one for one in sections}}, 200)
        roles = {ALL: t("people.role.all"), **{role.value: t(f"door.role.{role.value}") for role in Role}}
        role = choice("people", "role", roles, 160)
        state = choice(
            "people", "state", {ALL: t("people.state.all"), **{s: t(f"people.state.{s}") for s in STATES}}, 200
        )
    return [
        person
        for person in everybody
        if _fits(person, wanted)
        and section in (ALL, person.section)
        and role in (ALL, person.role.value)
        and state in (ALL, state_of(person, came_in))
    ]


def _fits(person: Person, wanted: str) -> bool:
    words = wanted.casefold().split()
    known = " ".join((person.name, person.email, person.login, person.number, person.id)).casefold()
    return all(word in known for word in words)


def state_of(person: Person, came_in: set[str]) -> str:
    """Left; here; or new, who never came in."""
    return "left" if person.has_left else "here" if person.id in came_in else "new"


def table(found: Sequence[Person], came_in: set[str], open_id: str) -> str:
    """Everybody found, each name a link → the address that was clicked, or nothing."""
    heads = join(Html(f"<th scope='col'>{h(f'people.{name}')}</th>") for name in ("name", "section", "role", "state"))
    rows = join(_row(person, state_of(person, came_in), person.id == open_id) for person in found)
    shown = f"<p class='kd-meta' role='status'>{h('people.shown', n=len(found))}</p>"
    body = f"<table class='kd-people'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return classroom.living(Html(shown + body), key="people-rows")


def _row(person: Person, state: str, is_open: bool) -> Html:
    more = " · ".join(filter(None, (person.email, person.login, person.number)))
    current = " aria-current='true'" if is_open else ""
    return Html(
        f"<tr{current}><th scope='row'><a href='people?id={person.id}'>{escape(name_of(person))}</a>"
        f"<small>{escape(more)}</small></th><td>{escape(person.section)}</td>"
        f"<td>{h(f'door.role.{person.role.value}')}</td><td class='{state}'>{sign(state)}</td></tr>"
    )


def sign(state: str) -> Html:
    """A sign and a word."""
    return Html(f"{icon({'here': 'pass', 'new': 'wait', 'left': 'skip'}[state])} {h(f'people.state.{state}')}")


def open_clicked(address: str) -> None:
    """Show the person whose name was clicked."""
    ids = parse_qs(urlsplit(address).query).get("id", [])
    if ids:
        st.query_params["id"] = ids[0]
        st.rerun()


# ---------- Files ----------


def files(found: Sequence[Person], came_in: set[str]) -> None:
    """The people shown as a table, and a fresh link for each."""
    here = [person for person in found if not person.has_left]
    with st.container(key="people-files", horizontal=True, gap="small"):
        sheets.offer(t("people.csv"), "people.csv", lambda: sheet(found, came_in), key="csv-people")
        asks = st.button(t("people.links", n=len(here)), key="people-links") if here else False
    if asks or st.session_state.get("people-links-asked") == [person.id for person in here]:
        st.session_state["people-links-asked"] = [person.id for person in here]
        st.html(f"<p class='kd-band' role='status'>{icon('stuck')}<span>{h('people.links.what')}</span></p>")
        sheets.offer(t("people.links.do"), "links.csv", lambda: links([p.id for p in here]), key="csv-links")


def sheet(found: Sequence[Person], came_in: set[str]) -> list[Line]:
    """A line a person; a roster again, should somebody upload it."""
    lines = [[*(str(getattr(person, name)) for name in _FIELDS), state_of(person, came_in)] for person in found]
    return [[*_FIELDS, "state"], *lines]


def links(ids: Sequence[str]) -> list[Line]:
    """A fresh personal link for each, for mail merge."""
    return [LINK_COLUMNS, *services().roster.links(me(), ids, address_of)]


def address_of(secret: str) -> str:
    """The address of a join link, as this visitor reaches the app."""
    here = urlsplit(st.context.url or "")
    return f"{f'{here.scheme}://{here.netloc}' if here.netloc else ''}{base_path()}/join/{secret}"


# ---------- What was done, or not ----------


def tell(key: str, **args: str | int) -> None:
    """Say on the next run what was done."""
    st.session_state["people-told"] = (True, h(key, **args))


def refuse(error: Declined) -> None:
    """Say on the next run why it was not done."""
    st.session_state["people-told"] = (False, escape(reason(Message(error.code, error.fields))))


def told() -> None:
    """What the last action came to."""
    said = st.session_state.pop("people-told", None)
    if said is not None:
        good, text = said
        role = "status" if good else "alert"
        st.html(
            f"<p class='kd-done {'good' if good else 'bad'}' role='{role}'>{icon('pass' if good else 'stuck')}<span>{text}</span></p>"
        )


def reason(message: Message) -> str:
    """Why a line or a change is refused, fields in the language of this request."""
    args = dict(message.args)
    if lang() == "zh" and str(args.get("field")) in _FIELDS:
        args["field"] = t(f"people.{args['field']}")
    return say(Message(message.code, args), lang())


def confirmed(key: str, ask: str, warning: Html, do: str) -> bool:
    """A button that asks again before it does what cannot be undone by itself."""
    if not st.session_state.get(key):
        if st.button(ask, key=f"{key}-ask"):
            st.session_state[key] = True
            st.rerun()
        return False
    st.html(f"<p class='kd-band' role='status'>{icon('stuck')}<span>{warning}</span></p>")
    with st.container(horizontal=True, gap="small"):
        yes, no = st.button(do, key=f"{key}-yes"), st.button(t("people.cancel"), key=f"{key}-no")
    if yes or no:
        del st.session_state[key]
    if no:
        st.rerun()
    return yes
