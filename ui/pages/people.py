"""People: who is in the course, one person with what can be done, rosters from files, and what was done."""

from __future__ import annotations

import streamlit as st

from grader.errors import NotAllowed, UnknownPerson
from grader.model import Person, Role
from ui.parts import importing, logbook, people, person
from ui.parts.page import frame, me, require, title
from ui.parts.services import services
from ui.parts.speak import h, t

VIEWS = ("list", "import", "log")


def show() -> None:
    """Title, what to look at, and that."""
    asking = require(Role.INSTRUCTOR)
    everybody = services().roster.everybody(me())
    with frame(1160, gap="small"):
        title(t("people.title"), facts=people.facts(everybody, services().records.erased(me())))
        view = choose(asking)
        people.told()
        if view == "import":
            importing.show()
        elif view == "log":
            logbook.show(everybody)
        else:
            listed(everybody, asking)


def choose(asking: Person) -> str:
    """What to look at; the address keeps it. The log is for admins."""
    options = [view for view in VIEWS if view != "log" or asking.role is Role.ADMIN]
    wanted = st.query_params.get("view", options[0])
    chosen = st.segmented_control(
        t("people.view"),
        options,
        default=wanted if wanted in options else options[0],
        required=True,
        format_func=lambda view: t(f"people.view.{view}"),
        key="people-view",
        on_change=_remember,
        label_visibility="collapsed",
    )
    return chosen or options[0]


def _remember() -> None:
    chosen = st.session_state["people-view"] or VIEWS[0]
    st.query_params.clear()
    if chosen != VIEWS[0]:
        st.query_params["view"] = chosen


def listed(everybody: list[Person], asking: Person) -> None:
    """Filters, then the one who is open beside all."""
    came_in = services().roster.came_in(me())
    found = people.choose(everybody, came_in)
    open_one = next((one for one in everybody if one.id == st.query_params.get("id")), None)
    with st.container(key="people-one" if open_one else "people-all"):
        with st.container(key="people-table", gap="small"):
            if found:
                people.open_clicked(people.table(found, came_in, open_one.id if open_one else ""))
                people.files(found, came_in)
            else:
                st.html(f"<p class='kd-lead'>{h('people.none' if everybody else 'people.empty')}</p>")
        if open_one:
            with st.container(key="person", gap="small"):
                try:
                    person.show(open_one, asking, open_one.id in came_in)
                except (NotAllowed, UnknownPerson):
                    st.rerun()


show()
