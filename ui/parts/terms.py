"""The terms of an exercise in one quiet line, and its result while the hidden checks are not shown."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from grader.course.homework.terms import Terms
from grader.course.learning.veil import CODE
from grader.model import Exercise, Verdict
from ui.parts import moments
from ui.parts.markup import Html, join
from ui.parts.services import me, services
from ui.parts.speak import h, of, t

__all__ = ["is_veiled", "terms_line", "terms_said", "veil_said"]


def terms_line(exercise: Exercise) -> None:
    """Under the title: what it belongs to, when it is due, what is left. Nothing where there is no assignment."""
    terms = services().learning.terms(me(), exercise.id)
    if said := terms_said(terms):
        st.html(f"<p class='kd-terms'>{join(Html(f'<span>{one}</span>') for one in said)}</p>")


def terms_said(terms: Terms) -> Sequence[Html]:
    """The facts of the line, in the order of their weight."""
    if terms.assignment is None or terms.dates is None or terms.zone is None:
        return []
    name = h("terms.of", title=of(terms.assignment.title))
    if terms.phase == "early":
        opens = terms.dates.opens
        return [name, h("terms.opens", date=moments.date(opens, terms.zone), when=moments.relative(opens))]
    if terms.phase == "closed":
        key = "terms.practice" if terms.assignment.practice else "terms.over"
        return [name, h(key, date=moments.date(terms.dates.closes, terms.zone))]
    return [name, _due(terms), *_limits(terms)]


def _due(terms: Terms) -> Html:
    assert terms.dates is not None and terms.zone is not None
    due, closes = terms.dates.due, terms.dates.closes
    if moments.now() <= due:
        return h("terms.due", date=moments.date(due, terms.zone), when=moments.relative(due))
    return h("terms.closes", date=moments.date(closes, terms.zone), when=moments.relative(closes))


def _limits(terms: Terms) -> list[Html]:
    said = []
    if terms.late and (cost := late_said(terms.late.days_late, terms.late.days_banked, float(terms.late.costs))):
        said.append(cost)
    if terms.attempts_left is not None:
        said.append(h("terms.left.one" if terms.attempts_left == 1 else "terms.left", n=terms.attempts_left))
    if terms.tokens is not None:
        said.append(h("terms.tokens", n=terms.tokens.now, of=terms.tokens.size))
        if terms.tokens.more_at is not None:
            said[-1] = h(
                "terms.tokens.next",
                n=terms.tokens.now,
                of=terms.tokens.size,
                when=moments.relative(terms.tokens.more_at),
            )
    if terms.hidden_until is not None and terms.zone is not None:
        said.append(h("terms.hidden", date=moments.date(terms.hidden_until, terms.zone)))
    return said


def late_said(days: int, banked: int, costs: float) -> Html | None:
    """What handing in now costs or gains; None where it is simply on time."""
    if costs < 0:
        return h("terms.early", percent=moments.points(-costs))
    if not days:
        return None
    if banked == days:
        return h("terms.banked.one" if banked == 1 else "terms.banked", n=banked)
    if banked:
        return h("terms.late.banked", n=days, banked=banked, percent=moments.points(costs))
    return h("terms.late.one" if days == 1 else "terms.late", n=days, percent=moments.points(costs))


# ---------- While hidden checks are not shown ----------


def is_veiled(verdict: Verdict) -> bool:
    """Whether the hidden checks of this verdict are not shown yet."""
    return verdict.message is not None and verdict.message.code == CODE


def veil_said(verdict: Verdict) -> str:
    """When they are; plain text."""
    return t("terms.veil", until=verdict.message.args.get("until", "") if verdict.message else "")
