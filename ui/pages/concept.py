"""A concept: its explanation, something to play with, and its exercises."""

from __future__ import annotations

import re
from functools import partial

import streamlit as st

from grader.errors import UnknownConcept
from grader.model import Concept
from ui.parts import rows, standing
from ui.parts.demos import EXPLORED, PLAYED
from ui.parts.listing import exercise_row
from ui.parts.markup import escape
from ui.parts.page import Up, frame, me, not_found, title
from ui.parts.services import services
from ui.parts.speak import h, of, t
from ui.parts.standing import Standings
from ui.parts.statement import markdown

_SECTION = re.compile(r"^## +(.+?)\s*$", re.M)


def show() -> None:
    """The page of `?id=`."""
    catalog = services().catalog
    try:
        concept = catalog.concept(st.query_params.get("id", ""))
    except UnknownConcept:
        with frame(920):
            not_found("concept")
        return
    standings = services().learning.overview(me()).exercises
    with frame(920):
        opening(concept, standings)
        played = demos(concept)
        with st.container(key="cols"):
            with st.container():
                explanation(of(concept.body))
            with st.container():
                exercises(concept, standings, played)


def opening(concept: Concept, standings: Standings) -> None:
    """Breadcrumb, title, facts, lead."""
    every = services().catalog.concepts
    crumb = t("concept.crumb", n=1 + [other.id for other in every].index(concept.id), of=len(every))
    count, done = len(concept.exercises), standing.solved(concept.exercises, standings)
    facts = [h("concept.exercise" if count == 1 else "concept.exercises", n=count)] if count else []
    if done:
        facts.append(h("concept.solved", n=done))
    title(of(concept.title), crumb, facts, of(concept.lead), Up("pages/learn.py", t("nav.learn"), {}))
    groundwork(concept, standings)


def groundwork(concept: Concept, standings: Standings) -> None:
    """What this builds on and of which nothing is solved yet. A word, no lock."""
    missing = standing.missing(concept, standings)
    if not missing:
        return
    with st.container(key="groundwork", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f"<span class='kd-meta'>{h('concept.needs')}</span>", width="content")
        for needed in missing:
            st.page_link("pages/concept.py", label=rows.label_of(of(needed.title)), query_params={"id": needed.id})


def demos(concept: Concept) -> bool:
    """The things to play with. True when somebody has played, or nothing has a Play: then an exercise is the main action."""
    key = f"played-{concept.id}"
    played = bool(st.session_state.get(key))
    waits = False
    for n, demo in enumerate(concept.demos):
        kind, place = demo["kind"], f"demo-{concept.id}-{n}"
        if kind in EXPLORED:
            EXPLORED[kind](demo, place)
        else:
            note = partial(st.session_state.update, {key: True})
            PLAYED[kind](demo, key=place, played=played, main=not waits, on_played=note)
            waits = True
    return played or not waits


def explanation(body: str) -> None:
    """The sections of a concept: our own Markdown, with formulas."""
    _, *pieces = _SECTION.split(body)
    for heading, text in zip(pieces[::2], pieces[1::2], strict=True):
        with st.container(gap="xsmall"):
            st.html(f"<h2 class='kd-h'>{escape(heading)}</h2>")
            markdown(text)


def exercises(concept: Concept, standings: Standings, played: bool) -> None:
    """Now write it: each exercise with its state, the next one first among equals."""
    here = [services().catalog.exercise(id) for id in concept.exercises]
    upcoming = next((exercise.id for exercise in here if not standings[exercise.id].passed), None)
    with st.container(gap="xsmall"):
        st.html(f"<h2 class='kd-h'>{h('concept.write')}</h2>")
        if not here:
            st.html(f"<p class='kd-meta'>{h('concept.none')}</p>")
        with st.container(key="list", gap=None):
            for exercise in here:
                is_next = exercise.id == upcoming
                exercise_row(exercise, standings[exercise.id], is_next=is_next, main=is_next and played)
    following(concept, primary=upcoming is None and played)


def following(concept: Concept, *, primary: bool) -> None:
    """The way on; the main action once everything here is solved."""
    every = list(services().catalog.concepts)
    after = every[every.index(concept) + 1 :]
    if after:
        text = t("concept.following", title=of(after[0].title))
        rows.button("concept", "pages/concept.py", text, {"id": after[0].id}, primary=primary)


show()
