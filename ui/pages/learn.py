"""Learn, the home page: where to start or to go on, and all concepts."""

from __future__ import annotations

import streamlit as st

from grader.course import Overview
from grader.model import Concept, Exercise
from ui.parts import rows, standing
from ui.parts.glyph import glyph, squares
from ui.parts.markup import Html, escape, join
from ui.parts.page import frame, me, title
from ui.parts.services import services
from ui.parts.speak import h, of, t

# The picture of a first visit: a window that slides over a small diagonal, by CSS alone.
CELLS = join(
    Html(f"<i class='{'b' if i == j else 'a' if abs(i - j) == 1 else ''}'></i>") for i in range(5) for j in range(5)
)


def show() -> None:
    """The first visit says what this is; a later one where you left off."""
    catalog, overview = services().catalog, services().learning.overview(me())
    begun = any(at.begun or at.attempts for at in overview.exercises.values())
    with frame(1040):
        rows.style()
        if not catalog.concepts:
            title(t("learn.empty.title"), lead=t("learn.empty.lead"))
            return
        if begun:
            facts = (
                h("learn.solved", n=overview.solved, of=len(overview.exercises)),
                h("learn.points", n=overview.points),
            )
            title(t("learn.back.title"), facts=facts)
        else:
            title(t("learn.first.title"), lead=t("learn.first.lead"))
        with st.container(key="hero"):
            with st.container(gap="small"):
                go_on(overview) if begun else start(catalog.concepts[0])
            with st.container():
                progress_map(overview) if begun else st.html(
                    f"<div class='kd-anim' aria-hidden='true'>{CELLS}<span></span></div>"
                )
        if not begun:
            promises()
        concepts(overview, begun)


def start(first: Concept) -> None:
    """The one thing to do on a first visit."""
    minutes = sum(services().catalog.exercise(id).minutes for id in first.exercises[:1]) or 10
    card(h("learn.first.over", minutes=minutes), of(first.title), escape(of(first.lead)))
    rows.button("start", "pages/concept.py", t("learn.first.start"), {"id": first.id}, primary=True)


def go_on(overview: Overview) -> None:
    """Where you left off, or what is next, or that all is solved."""
    if overview.next_up is None:
        card(h("learn.done"), t("learn.all.title"), h("learn.all.lead", n=overview.points))
        rows.button("progress", "pages/progress.py", t("learn.all.go"), primary=True)
        return
    exercise = services().catalog.exercise(overview.next_up)
    left = exercise.id == overview.left_off and overview.left_off_at
    over = h("learn.left", ago=standing.ago(left)) if left else h("learn.next")
    card(over, of(exercise.title), last_time(exercise, overview) if left else escape(of(exercise.lead)))
    concept = services().catalog.concept(exercise.concept)
    place = {"concept": of(concept.title), "n": 1 + concept.exercises.index(exercise.id), "of": len(concept.exercises)}
    with st.container(horizontal=True, vertical_alignment="center"):
        rows.button("on", "pages/exercise.py", t("learn.continue"), {"id": exercise.id}, primary=True)
        st.html(f"<p class='kd-meta'>{h('learn.where', **place)}</p>", width="content")


def last_time(exercise: Exercise, overview: Overview) -> Html:
    """Points, what went wrong last, and that the draft is safe."""
    at = overview.exercises[exercise.id]
    said = [h("learn.best", best=at.best, points=at.points)] if at.attempts else []
    named = exercise.misconceptions.get(at.last_misconception or "")
    if named:
        said.append(h("learn.named", what=of(named.headline)))
    if services().learning.state(me(), exercise.id).draft is not None:
        said.append(h("learn.draft"))
    return Html(standing.sentences(said)) if said else escape(of(exercise.lead))


def card(over: Html, heading: str, text: Html) -> None:
    """What the hero says."""
    st.html(
        f"<div class='kd-hero'><p class='kd-over'>{over}</p><h2>{escape(heading)}</h2><p class='kd-s'>{text}</p></div>"
    )


def progress_map(overview: Overview) -> None:
    """One square an exercise."""
    said = t("learn.solved", n=overview.solved, of=len(overview.exercises)).replace("**", "")
    drawn = squares(standing.states(overview.exercises, overview.exercises, overview.next_up), said)
    st.html(f"<div class='kd-mapbox'>{drawn}<p class='kd-meta'>{h('learn.square')}</p></div>")


def promises() -> None:
    """Play, write, see."""
    steps = (f"<div><b>{h(f'learn.{step}')}</b>{h(f'learn.{step}.what')}</div>" for step in ("play", "write", "see"))
    st.html(f"<div class='kd-steps'>{''.join(steps)}</div>")


def concepts(overview: Overview, begun: bool) -> None:
    """All concepts in two columns, in order down the first, then down the second."""
    every = services().catalog.concepts
    up_next = services().catalog.exercise(overview.next_up).concept if overview.next_up else None
    with st.container(gap="xsmall"):
        st.html(
            f"<div class='kd-row kd-over-list'><h2 class='kd-h2'>{h('learn.concepts')}</h2><p class='kd-meta'>{h('learn.order')}</p></div>"
        )
        half = -(-len(every) // 2)
        with st.container(key="concepts"):
            for part in every[:half], every[half:]:
                with st.container(gap=None):
                    for concept in part:
                        concept_row(concept, 1 + every.index(concept), overview, begun, is_next=concept.id == up_next)


def concept_row(concept: Concept, n: int, overview: Overview, begun: bool, *, is_next: bool) -> None:
    """Glyph, name, squares and a word."""
    ids, at = concept.exercises, overview.exercises
    done = standing.solved(ids, at)
    some = t("learn.some", n=done, of=len(ids))
    word = f"<em>{h('learn.continue' if begun else 'learn.begin')}</em>" if is_next else ""
    if ids and done == len(ids):
        word = f"<b>{h('learn.done')}</b>"
    dots = f"{squares(standing.states(ids, at), some, small=True)}<span aria-hidden='true'>{escape(some)}</span>{word}"
    below = Html(f"<div class='kd-cn'>{dots if ids else h('learn.reading')}</div>")
    sign = glyph(concept.glyph, on=is_next or any(at[id].begun or at[id].attempts for id in ids))
    rows.row(
        f"concept-{concept.id}", "pages/concept.py", {"id": concept.id}, f"{n}. {of(concept.title)}", below, before=sign
    )


show()
