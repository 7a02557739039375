"""My progress: the map of concepts, every attempt with what changed in it, and everything to take away."""

from __future__ import annotations

import json

import streamlit as st

from grader.course import Overview
from grader.model import Exercise
from ui.parts import attempts, rows
from ui.parts.later import later
from ui.parts.listing import concept_row
from ui.parts.page import frame, me, title
from ui.parts.services import services
from ui.parts.speak import h, of, t


def show() -> None:
    """Points, map, attempts, export."""
    overview = services().learning.overview(me())
    tried = [id for id, at in overview.exercises.items() if at.attempts]
    solved = h("learn.solved", n=overview.solved, of=len(overview.exercises))
    facts = [solved, h("progress.points", n=overview.points, of=overview.max_points)]
    with frame(1040):
        title(t("progress.title"), facts=facts, lead=t("progress.lead"))
        map_of(overview)
        st.html(f"<h2 class='kd-h2 kd-over-list'>{h('progress.attempts')}</h2>")
        if tried:
            look_back(choose(tried, overview))
        else:
            st.html(f"<p class='kd-lead'>{h('progress.empty')}</p>")
            rows.button("learn", "pages/learn.py", t("progress.start"), primary=True)
        name = f"kernel-dojo-{me()}.json"
        st.html(f"<p class='kd-meta kd-over-list'>{h('progress.export.what')}</p>")
        st.download_button(
            t("progress.export"), later(exported), name, "application/json", on_click="ignore", key="export"
        )


def exported() -> str:
    """Everything of this person, made when it is asked for."""
    return json.dumps(services().learning.export(me()), ensure_ascii=False, indent=1)


def map_of(overview: Overview) -> None:
    """Each concept with its squares."""
    with st.container(key="map", gap=None):
        for concept in services().catalog.concepts:
            concept_row(concept, overview)


def choose(tried: list[str], overview: Overview) -> Exercise:
    """Which exercise to look back at; the address remembers it."""
    catalog = services().catalog

    def label(id: str) -> str:
        at = overview.exercises[id]
        if at.hidden_until:
            return of(catalog.exercise(id).title)
        return t("progress.which.item", title=of(catalog.exercise(id).title), best=at.best, points=at.points)

    wanted = [id for id in (st.query_params.get("id"), overview.left_off) if id in tried]
    start = tried.index(wanted[0]) if wanted else len(tried) - 1
    with st.container(key="which", horizontal=True, vertical_alignment="bottom"):
        which = st.selectbox(t("progress.which"), tried, start, format_func=label, key="looked-at", on_change=_remember)
        rows.button("exercise", "pages/exercise.py", t("progress.open"), {"id": which})
    return catalog.exercise(which)


def _remember() -> None:
    st.query_params["id"] = st.session_state["looked-at"]


def look_back(exercise: Exercise) -> None:
    """All attempts at one exercise."""
    found = services().learning.attempts(me(), exercise.id)
    if found:
        st.html(attempts.listed(exercise, found))


show()
