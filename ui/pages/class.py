"""Class: who is stuck and why, which mistakes are shared, and where everybody stands. Comes up to date by itself."""

from __future__ import annotations

import streamlit as st

from grader.course.classroom.classroom import Choices, Room, Shared, View
from grader.errors import NotAllowed
from grader.model import Role
from ui.parts import heat, live, sheets
from ui.parts.filters import choice
from ui.parts.page import frame, guarded, me, require, title
from ui.parts.services import services
from ui.parts.speak import h, of, section_named, t

EVERY_S = 4
"""A verdict is seen within five seconds."""
WIDTH = 1560


def show() -> None:
    """Title, what to look at, the room, and the same as files."""
    require(Role.ASSISTANT)
    live.arrive()
    live.come_back()
    choices = services().classroom.choices(me())
    with frame(WIDTH), st.container(key="class-room", gap="small"):
        heading = st.container()
        view = choose(choices)
        with heading:
            title(section_named(view.section) if view.section else t("class.title"), crumb=choices.title)
        room(view)
        files(view)


def choose(choices: Choices) -> View:
    """The filters; the address keeps them."""
    offered = {
        "section": {one: one for one in choices.sections},
        "assignment": {one.id: of(one.title) for one in choices.assignments},
        "concept": {one.id: of(one.title) for one in services().catalog.concepts if one.exercises},
    }
    with st.container(key="class-filters", horizontal=True, gap="small"):
        chosen = {
            name: choice("class", name, {"": t(f"class.{name}.all"), **said}, 220)
            for name, said in offered.items()
            if said
        }
    return View(**chosen)


@st.fragment(run_every=EVERY_S)
def room(view: View) -> None:
    """What changes while one looks. Whoever may not look any more meets the page anew, and nothing on it."""
    try:
        seen = look(view)
    except NotAllowed:
        st.rerun()
    guarded(lambda: draw(*seen, view.section))


def draw(now: Room, shared: tuple[Shared, ...], section: str) -> None:
    """Numbers, cards, table. A link that was clicked leads on."""
    live.facts(now)
    clicked = live.cards(now, shared, section)
    if now.rows:
        clicked = heat.table(now) or clicked
    else:
        st.html(f"<p class='kd-lead'>{h('class.everyone.none')}</p>")
    if clicked:
        live.follow(clicked)


def look(view: View) -> tuple[Room, tuple[Shared, ...]]:
    """The room and what goes wrong in it, as it is now."""
    classroom = services().classroom
    return classroom.now(me(), view), classroom.mistakes(me(), view)


def files(view: View) -> None:
    """Each table as CSV."""
    with st.container(key="class-files", horizontal=True, gap="small"):
        sheets.offer(t("class.csv.heat"), "class.csv", lambda: heat.sheet(look(view)[0]), key="csv-heat")
        sheets.offer(t("class.csv.stuck.file"), "stuck.csv", lambda: live.stuck_sheet(look(view)[0]), key="csv-stuck")
        sheets.offer(
            t("class.csv.shared.file"), "mistakes.csv", lambda: live.shared_sheet(look(view)[1]), key="csv-shared"
        )


show()
