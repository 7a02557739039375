"""How far a learner is, in the words of the pages: squares, and when something was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from grader.course import Standing
from grader.model import Concept
from ui.parts.glyph import Square
from ui.parts.services import services
from ui.parts.speak import lang, t

Standings = Mapping[str, Standing]


def states(ids: Iterable[str], standings: Standings, now: str | None = None) -> list[Square]:
    """A square an exercise: done, now (where to go on), begun, open."""

    def state(id: str) -> Square:
        if standings[id].passed:
            return "done"
        return "now" if id == now else "begun" if standings[id].begun else "open"

    return [state(id) for id in ids]


def solved(ids: Iterable[str], standings: Standings) -> int:
    """How many of these exercises are solved."""
    return sum(standings[id].passed for id in ids)


def missing(concept: Concept, standings: Standings) -> list[Concept]:
    """The concepts that this one builds on and of which nothing is solved yet."""
    known = {one.id: one for one in services().catalog.concepts}
    needed = [known[id] for id in concept.needs if id in known]
    return [one for one in needed if one.exercises and not solved(one.exercises, standings)]


def zone() -> tzinfo:
    """The learner's time zone, as the browser says it."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def ago(then: datetime) -> str:
    """Today, yesterday, so many days ago, or the date, where the learner is."""
    here, now = then.astimezone(zone()), datetime.now(zone())
    days = (now.date() - here.date()).days
    if days <= 0:
        return t("ago.today")
    if days == 1:
        return t("ago.yesterday")
    return t("ago.days", n=days) if days < 14 else t("ago.date", date=here.date().isoformat())


def sentences(said: Iterable[str]) -> str:
    """Several sentences as one text; a Chinese full stop brings its own space."""
    return ("" if lang() == "zh" else " ").join(said)
