"""Mistakes: which failures are shared, the most shared first."""

from __future__ import annotations

import streamlit as st

from grader.course.classroom.mistakes import Clusters
from grader.model import Role
from ui.parts import clusters, sheets
from ui.parts.filters import choice, switch
from ui.parts.page import frame, me, require, title
from ui.parts.services import services
from ui.parts.speak import h, of, t

STEP = 20
"""Clusters that are shown before one asks for more."""
DAYS = ("7", "1", "30", "0")


def show() -> None:
    """The list; an address that names a cluster leads to its own page."""
    require(Role.ASSISTANT)
    if "signature" in st.query_params:
        st.switch_page("pages/mistake.py", query_params=st.query_params.to_dict())
    with frame(1160, gap="small"):
        everything()


def everything() -> None:
    """Filters, the clusters by number of learners, the same as a file."""
    heading = st.container()
    exercise, section, days, is_open = choose()
    most = st.session_state.get("clusters-shown", STEP)
    found = services().mistakes.clusters(
        me(), exercise=exercise, section=section, days=int(days) or None, is_open=is_open, most=most
    )
    with heading:
        count = h("mistakes.count.one") if found.total == 1 else h("mistakes.count", n=found.total)
        title(t("mistakes.title"), facts=[count] if found.total else (), lead=t("mistakes.lead"))
    if not found.listed:
        is_narrowed = exercise or section or is_open or days != "0"
        st.html(f"<p class='kd-lead'>{h('mistakes.empty.filter' if is_narrowed else 'mistakes.empty')}</p>")
        return
    clusters.listed(found.listed, section)
    more(found, most)


def more(found: Clusters, most: int) -> None:
    """The rest of the list, and what is listed as a file."""
    with st.container(key="mistakes-more", horizontal=True, gap="small"):
        if len(found.listed) < found.total:
            st.button(t("mistakes.more"), key="more-clusters", on_click=_grow, args=("clusters-shown", most + STEP))
        lines = [*clusters.sheet(found.listed)]  # now: a download runs where nobody's language is known
        sheets.offer(t("mistakes.csv"), "mistakes.csv", lambda: lines, key="csv-clusters")


def _grow(name: str, to: int) -> None:
    st.session_state[name] = to


def choose() -> tuple[str, str, str, bool]:
    """Exercise, section, days, whether only unsolved ones."""
    titles = {one.id: of(one.title) for one in services().catalog.exercises}
    sections = {name: name for name in services().mistakes.sections(me())}
    with st.container(key="mistakes-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
        exercise = choice("mistakes", "exercise", {"": t("mistakes.exercise.all"), **titles}, 260)
        section = choice("mistakes", "section", {"": t("mistakes.section.all"), **sections}, 180) if sections else ""
        days = choice("mistakes", "days", {days: t(f"mistakes.days.{days}") for days in DAYS}, 200)
        is_open = switch("mistakes", "open", t("mistakes.open.help"))
    return exercise, section, days, is_open


show()
