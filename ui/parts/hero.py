"""The card on top of Learn: the one thing to do now, beside a picture of where one is."""

from __future__ import annotations

import streamlit as st

from grader.course import Overview
from grader.model import Concept, Exercise
from ui.parts import rows, standing
from ui.parts.glyph import squares
from ui.parts.markup import Html, escape, join
from ui.parts.services import me, services
from ui.parts.speak import h, of, t

CELLS = join(
    Html(f"<i class='{'b' if i == j else 'a' if abs(i - j) == 1 else ''}'></i>") for i in range(5) for j in range(5)
)
"""A small diagonal; a window slides over it, by CSS alone."""


def start(first: Concept) -> None:
    """The one thing to do on a first visit."""
    minutes = sum(services().catalog.exercise(id).minutes for id in first.exercises[:1]) or 10
    _card(h("learn.first.over", minutes=minutes), of(first.title), escape(of(first.lead)))
    rows.button("start", "pages/concept.py", t("learn.first.start"), {"id": first.id}, primary=True)


def go_on(overview: Overview) -> None:
    """Where you left off, or what is next, or that all is solved."""
    if overview.next_up is None:
        _card(h("learn.done"), t("learn.all.title"), h("learn.all.lead", n=overview.points))
        rows.button("progress", "pages/progress.py", t("learn.all.go"), primary=True)
        return
    exercise = services().catalog.exercise(overview.next_up)
    left = exercise.id == overview.left_off and overview.left_off_at
    over = h("learn.left", ago=standing.ago(left)) if left else h("learn.next")
    _card(over, of(exercise.title), _last_time(exercise, overview) if left else escape(of(exercise.lead)))
    concept = services().catalog.concept(exercise.concept)
    place = {"concept": of(concept.title), "n": 1 + concept.exercises.index(exercise.id), "of": len(concept.exercises)}
    with st.container(horizontal=True, vertical_alignment="center"):
        rows.button("on", "pages/exercise.py", t("learn.continue"), {"id": exercise.id}, primary=True)
        st.html(f"<p class='kd-meta'>{h('learn.where', **place)}</p>", width="content")


def _last_time(exercise: Exercise, overview: Overview) -> Html:
    """Points, what went wrong last, and that the draft is safe."""
    at = overview.exercises[exercise.id]
    said = [h("learn.best", best=at.best, points=at.points)] if at.attempts and not at.hidden_until else []
    if at.attempts and at.hidden_until:
        said.append(h("terms.handed-in", until=at.hidden_until))
    named = exercise.misconceptions.get(at.last_misconception or "")
    if named:
        said.append(h("learn.named", what=of(named.headline)))
    if services().learning.state(me(), exercise.id).draft is not None:
        said.append(h("learn.draft"))
    return Html(standing.sentences(said)) if said else escape(of(exercise.lead))


def _card(over: Html, heading: str, text: Html) -> None:
    """What the hero says."""
    st.html(
        f"<div class='kd-hero'><p class='kd-over'>{over}</p><h2>{escape(heading)}</h2><p class='kd-s'>{text}</p></div>"
    )


def diagonal() -> None:
    """The picture of a first visit."""
    st.html(f"<div class='kd-anim' aria-hidden='true'>{CELLS}<span></span></div>")


def progress_map(overview: Overview) -> None:
    """One square an exercise."""
    said = t("learn.solved", n=overview.solved, of=len(overview.exercises)).replace("**", "")
    drawn = squares(standing.states(overview.exercises, overview.exercises, overview.next_up), said)
    st.html(f"<div class='kd-mapbox'>{drawn}<p class='kd-meta'>{h('learn.square')}</p></div>")


def promises() -> None:
    """Play, write, see."""
    steps = (f"<div><b>{h(f'learn.{step}')}</b>{h(f'learn.{step}.what')}</div>" for step in ("play", "write", "see"))
    st.html(f"<div class='kd-steps'>{''.join(steps)}</div>")
