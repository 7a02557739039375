"""Learn, the home page: where to start or to go on, and all concepts."""

from __future__ import annotations

import streamlit as st

from grader.course import Overview
from grader.model import Concept
from ui.parts import hero
from ui.parts.listing import concept_row, drill_row
from ui.parts.markup import Html
from ui.parts.page import frame, me, title
from ui.parts.services import services
from ui.parts.speak import h, t


def show() -> None:
    """The first visit says what this is; a later one where you left off."""
    catalog, overview = services().catalog, services().learning.overview(me())
    begun = any(at.begun or at.attempts for at in overview.exercises.values())
    with frame(1040):
        if not catalog.concepts:
            title(t("learn.empty.title"), lead=t("learn.empty.lead"))
            return
        returning(overview) if begun else first_visit(catalog.concepts[0])
        drills(overview)
        concepts(overview, begun)


def first_visit(first: Concept) -> None:
    """What this is, one thing to do, and what to expect."""
    title(t("learn.first.title"), lead=t("learn.first.lead"))
    with st.container(key="hero"):
        with st.container(gap="small"):
            hero.start(first)
        hero.diagonal()
    hero.promises()


def returning(overview: Overview) -> None:
    """Where you left off, and how far you are."""
    solved = h("learn.solved", n=overview.solved, of=len(overview.exercises))
    title(t("learn.back.title"), facts=(solved, h("learn.points", n=overview.points)))
    with st.container(key="hero"):
        with st.container(gap="small"):
            hero.go_on(overview)
        hero.progress_map(overview)


def drills(overview: Overview) -> None:
    """Solved some days ago, and not at the first try: from the starter once more."""
    if not overview.drills:
        return
    with st.container(gap="xsmall"):
        head = f"<h2 class='kd-h2'>{h('learn.drills')}</h2><p class='kd-meta'>{h('learn.drills.why')}</p>"
        st.html(f"<div class='kd-row kd-over-list'>{head}</div>")
        with st.container(key="drills", gap=None):
            for id in overview.drills:
                drill_row(
                    services().catalog.exercise(id), overview.exercises[id], services().learning.stumble(me(), id)
                )


def concepts(overview: Overview, begun: bool) -> None:
    """All concepts in two columns, in order down the first, then down the second."""
    every = services().catalog.concepts
    up_next = services().catalog.exercise(overview.next_up).concept if overview.next_up else None
    half = -(-len(every) // 2)
    head = f"<h2 class='kd-h2'>{h('learn.concepts')}</h2><p class='kd-meta'>{h('learn.order')}</p>"
    with st.container(gap="xsmall"):
        st.html(f"<div class='kd-row kd-over-list'>{head}</div>")
        with st.container(key="concepts"):
            for first, part in (1, every[:half]), (1 + half, every[half:]):
                with st.container(gap=None):
                    for n, concept in enumerate(part, first):
                        concept_row(concept, overview, number=n, word=word_for(concept, overview, up_next, begun))


def word_for(concept: Concept, overview: Overview, up_next: str | None, begun: bool) -> Html | None:
    """Done, or that this is the one to go on with."""
    if concept.exercises and all(overview.exercises[id].passed for id in concept.exercises):
        return Html(f"<b>{h('learn.done')}</b>")
    return Html(f"<em>{h('learn.continue' if begun else 'learn.begin')}</em>") if concept.id == up_next else None


show()
