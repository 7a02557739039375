"""One learner from near: where they stand, their attempts over time, and the code of each."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from grader.course import Attempt
from grader.course.classroom.classroom import Profile
from grader.model import Exercise, Outcome, Person
from grader.words import plain
from ui.components import classroom
from ui.parts import attempts, charts, rows, timeline
from ui.parts.figures import CONFIG, DARK, LIGHT
from ui.parts.glyph import squares
from ui.parts.live import name_of, title_of
from ui.parts.markup import Html, escape, join
from ui.parts.moments import points
from ui.parts.results import code
from ui.parts.services import me, services
from ui.parts.sheets import Line
from ui.parts.speak import h, lang, of, section_named, t
from ui.parts.standing import sentences, states, zone
from ui.parts.statement import when


def facts(profile: Profile) -> list[Html]:
    """Section, solved, points, attempts; each explained on hover."""
    at = profile.overview
    numbers = [
        ("learner.solved", {"n": at.solved, "of": len(at.exercises)}),
        ("learner.points", {"n": at.points, "of": at.max_points}),
        ("learner.attempts.n", {"n": len(profile.moments)}),
    ]
    whys = [key.removesuffix(".n") for key, _ in numbers]
    found = [
        Html(f"<span title='{escape(t(f'{why}.why'))}'>{h(key, **given)}</span>")
        for (key, given), why in zip(numbers, whys, strict=True)
    ]
    section = profile.person.section
    return [escape(section_named(section)), *found] if section else found


def map_of(profile: Profile) -> None:
    """One square an exercise, concept by concept."""
    at = profile.overview
    shown = []
    for concept in services().catalog.concepts:
        ids = [id for id in concept.exercises if id in at.exercises]
        if ids:
            solved = t("learner.squares", n=sum(at.exercises[id].passed for id in ids), of=len(ids))
            said = sentences([f"{of(concept.title)}: {solved}"])
            drawn = squares(states(ids, at.exercises), said, small=True)
            shown.append(Html(f"<li title='{escape(said)}'><span>{escape(of(concept.title))}</span>{drawn}</li>"))
    st.html(f"<ul class='kd-near'>{join(shown)}</ul>")


def neighbours(profile: Profile) -> None:
    """Previous and next by name."""
    with st.container(key="neighbours", horizontal=True, gap="small"):
        _neighbour("before", profile.before)
        _neighbour("after", profile.after)


def _neighbour(which: str, person: Person | None) -> None:
    if person is not None:
        said = t(f"learner.{which}", name=plain(name_of(person), 40))
        rows.button(f"{which}", "pages/learner.py", said, {"id": person.id})


def over_time(profile: Profile) -> None:
    """The timeline with a sentence that says what to see."""
    says = said_of(profile)
    st.html(f"<h2 class='kd-h2 kd-over-list'>{h('learner.time')}</h2>")
    ink = DARK if charts.dark() else LIGHT
    order = list(profile.overview.exercises)
    figure = timeline.figure(profile.moments, title_of, ink, zone(), order)
    alt = t("learner.time.alt", says=says)
    with st.container(key="fig-learner-time", gap="xsmall"):
        st.html(f"<div class='kd-fig'><p>{escape(says)} <span>{h('learner.time.legend')}</span></p></div>")
        st.plotly_chart(figure, theme=None, config=CONFIG, key=f"time-{profile.person.id}", alt=alt)


def said_of(profile: Profile) -> str:
    """How many attempts, between when and when, and how many passed."""
    moments = profile.moments
    first, last = when(moments[0].at, lang()), when(moments[-1].at, lang())
    if len(moments) == 1:
        return t("learner.time.one", first=first)
    given = {"n": len(moments), "of": len({one.exercise for one in moments}), "passed": sum(o.passed for o in moments)}
    parts = [t("learner.time.says", first=first, last=last, **given)]
    if len(moments) > timeline.MOST:
        parts.append(t("learner.time.cut", n=timeline.MOST))
    return sentences(parts)


def look_back(exercise: Exercise, found: Sequence[Attempt]) -> None:
    """All attempts at one exercise: code, what changed, what was wrong, what it printed."""
    if not found:
        st.html(f"<p class='kd-meta'>{h('learner.untried')}</p>")
        return
    st.html(attempts.listed(exercise, found, more=lambda one: _more(exercise, one)))


def _more(exercise: Exercise, one: Attempt) -> Html:
    """The checks that did not pass, hidden ones too, and the prints."""
    if one.verdict is None:
        return Html("")
    fine = (Outcome.PASSED, Outcome.SKIPPED)
    titles = {check.id: of(check.title) for check in exercise.checks}
    open_ones = [titles.get(check.id, check.id) for check in one.verdict.checks if check.outcome not in fine]
    said = f"<p class='kd-meta'>{escape(t('learner.failing', list=open_ones))}</p>" if open_ones else ""
    text = one.verdict.stdout
    prints = f"<p class='kd-meta'>{h('learner.prints')}</p>{code(text)}" if text.strip() else ""
    return Html(f"<div class='kd-more-of'>{said}{prints}</div>" if said or prints else "")


def grades(profile: Profile) -> str:
    """What each assignment comes to → the address of the one that was clicked, or nothing."""
    book, items = services().gradebook, []
    for one in book.assignments(me()):
        ledger = book.ledger(me(), profile.person.id, one.id)
        where = escape(f"gradebook?{urlencode({'assignment': one.id, 'learner': profile.person.id})}")
        said = h("learner.grade", grade=points(ledger.grade or 0), points=points(one.points))
        items.append(Html(f"<li><a href='{where}'>{escape(of(one.title))}</a> <b>{said}</b></li>"))
    if not items:
        return ""
    why = escape(t("learner.grade.why"))
    heading = f"<div class='kd-row'><h2 class='kd-h'>{h('learner.grades')}</h2><p class='kd-meta'>{why}</p></div>"
    return classroom.living(
        Html(f"<section class='kd-box kd-grades'>{heading}<ul class='kd-list'>{join(items)}</ul></section>"),
        key="grades-of",
    )


def sheet(profile: Profile) -> list[Line]:
    """Every attempt of this learner, oldest first."""
    names = ("name", "section", "exercise", "attempt", "at", "outcome", "score", "max_score", "mistake")
    lines: list[Line] = [[t(f"class.csv.{name}") for name in names]]
    for n, one in timeline.numbered(profile.moments):
        at = one.at.isoformat(timespec="seconds")
        mine = [one.exercise, n, at, one.outcome, one.score, one.max_score, one.misconception]
        lines.append([name_of(profile.person), profile.person.section, *mine])
    return lines
