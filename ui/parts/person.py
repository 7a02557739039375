"""One person of the course: who they are, and everything that can be done about them."""

from __future__ import annotations

import json
from collections.abc import Callable

import streamlit as st

from grader.course.people.records import Erasure
from grader.errors import Declined
from grader.model import Person, Role
from ui.parts import rows
from ui.parts.later import later
from ui.parts.live import name_of
from ui.parts.markup import Html, escape
from ui.parts.page import me
from ui.parts.people import address_of, confirmed, refuse, sign, state_of, tell
from ui.parts.services import services
from ui.parts.speak import h, t
from ui.parts.standing import zone


def show(person: Person, asking: Person, came_in: bool) -> None:
    """Facts, then actions from harmless to final."""
    state = state_of(person, {person.id} if came_in else set())
    st.html(
        f"<div class='kd-person'><h2 class='kd-h'>{escape(name_of(person))}</h2>"
        f"<p class='kd-meta'>{h(f'door.role.{person.role.value}')} · <span class='{state}'>{sign(state)}</span></p>"
        f"<p class='kd-meta'><code>{escape(person.id)}</code></p></div>"
    )
    with st.container(key="person-ways", horizontal=True, gap="small", vertical_alignment="center"):
        if person.role is Role.LEARNER:
            rows.button("learner", "pages/learner.py", t("people.work"), {"id": person.id})
        if st.button(t("people.close"), key="person-close"):
            st.query_params.pop("id", None)
            st.rerun()
    if not asking.role.covers(person.role):
        st.html(f"<p class='kd-meta'>{h('people.above')}</p>")
        return
    details(person)
    if not person.has_left:
        door(person)
    if asking.role is Role.ADMIN:
        role(person)
    away(person, asking)
    if asking.role is Role.ADMIN and person.id != asking.id:
        erase(person)


def act(work: Callable[[], object], key: str, **args: str | int) -> None:
    """Do something, say what came of it, show the page anew."""
    try:
        done = work()
        is_later = isinstance(done, Erasure) and not done.is_swept
        tell(f"{key}.later" if is_later else key, **args)
    except Declined as error:
        refuse(error)
    st.rerun()


def details(person: Person) -> None:
    """Name, addresses and section."""
    with st.form(f"person-{person.id}", border=False):
        values = {name: field(person, name) for name in ("name", "email")}
        with st.container(key="person-pairs", gap="small"):
            values |= {name: field(person, name) for name in ("login", "number", "section")}
        saves = st.form_submit_button(t("people.save"))
    if saves:
        changed = {name: value for name, value in values.items() if value != getattr(person, name)}
        act(lambda: services().roster.change(me(), person.id, **changed), "people.saved")


def field(person: Person, name: str) -> str:
    """One value to change."""
    return st.text_input(t(f"people.{name}"), getattr(person, name), key=f"person-{name}-{person.id}") or ""


def door(person: Person) -> None:
    """A way in of their own, and out of everywhere."""
    st.html(f"<h3 class='kd-h'>{h('people.door')}</h3><p class='kd-meta'>{h('people.link.what')}</p>")
    with st.container(horizontal=True, gap="small"):
        makes = st.button(t("people.link"), key=f"link-{person.id}")
        if st.button(t("people.sign-out"), key=f"sign-out-{person.id}"):
            act(lambda: services().roster.sign_out(me(), person.id), "people.signed-out")
    if makes:
        issued = services().people.make_link(me(), person=person.id)
        until = issued.link.expires_at.astimezone(zone())
        st.code(address_of(issued.secret), language=None, wrap_lines=True)
        st.html(f"<p class='kd-meta' role='status'>{h('people.link.made', until=f'{until:%Y-%m-%d %H:%M}')}</p>")


def role(person: Person) -> None:
    """For admins: another role."""
    st.html(f"<h3 class='kd-h'>{h('people.role')}</h3>")
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        roles = list(Role)
        chosen = st.selectbox(
            t("people.role"),
            roles,
            roles.index(person.role),
            format_func=lambda role: t(f"door.role.{role.value}"),
            key=f"role-{person.id}-{person.role.value}",
            label_visibility="collapsed",
            width=180,
        )
        if st.button(t("people.role.change"), key=f"role-do-{person.id}") and chosen is not None:
            act(lambda: services().roster.set_role(me(), person.id, chosen), "people.saved")


def away(person: Person, asking: Person) -> None:
    """Everything of theirs as a file; out of the course, or back."""
    st.html(f"<h3 class='kd-h'>{h('people.data')}</h3>")
    with st.container(gap="small"):
        st.download_button(
            t("people.export"),
            later(lambda: json.dumps(services().records.everything_of(me(), person.id), ensure_ascii=False, indent=1)),
            f"{person.id}.json",
            "application/json",
            on_click="ignore",
            key=f"export-{person.id}",
        )
        if person.has_left:
            if st.button(t("people.back"), key=f"back-{person.id}"):
                act(lambda: services().roster.take_back(me(), person.id), "people.is-back")
        elif person.id != asking.id and confirmed(
            f"out-{person.id}", t("people.out"), h("people.out.what"), t("people.out.do")
        ):
            act(lambda: services().roster.take_out(me(), person.id), "people.is-out")


def erase(person: Person) -> None:
    """For admins: nothing that names them is left. The id, typed, is the confirmation."""
    with st.expander(t("people.erase"), key=f"erase-{person.id}"):
        st.html(f"<p class='kd-meta'>{Html(h('people.erase.what', id=person.id))}</p>")
        typed = st.text_input(t("people.erase.type"), key=f"erase-id-{person.id}", autocomplete="off", live=True) or ""
        if st.button(t("people.erase.do"), key=f"erase-do-{person.id}", disabled=typed.strip() != person.id):
            st.query_params.pop("id", None)
            act(lambda: services().records.erase(me(), person.id), "people.is-erased", id=person.id)
