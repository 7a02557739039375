"""Assignments as a learner sees them: when they are due, how far one is, and what counts."""

from __future__ import annotations

from functools import partial

import streamlit as st

from grader.course.homework.mine import MyAssignment, MyPart
from grader.errors import ContentError, Declined, UnknownExercise
from grader.model import Message
from grader.words import say
from ui.parts import moments, rows
from ui.parts.icons import icon
from ui.parts.later import later
from ui.parts.markup import Html, escape, join
from ui.parts.services import me, services
from ui.parts.speak import h, lang, of, t
from ui.parts.terms import late_said

_PHASES = {"early": "wait", "open": "wait", "late": "stop", "closed": "skip", "done": "pass"}
_STATES = {"todo": ("wait", "todo"), "checking": ("now", "next"), "kept": ("wait", "next")}
_STATES |= {"begun": ("fail", "begun"), "passed": ("pass", "passed")}


def mine(found: tuple[MyAssignment, ...]) -> None:
    """What is open first, as due; then what comes; what has closed at the end, the newest first."""
    running = [one for one in found if one.phase in ("open", "late")]
    coming = [one for one in found if one.phase == "early"]
    closed = [one for one in reversed(found) if one.phase == "closed"]
    for heading, group in (("", running), ("coming", coming), ("closed", closed)):
        if group and heading:
            st.html(f"<h2 class='kd-h2 kd-over-list'>{h(f'homework.{heading}')}</h2>")
        for one in group:
            card(one)


def card(one: MyAssignment) -> None:
    """One assignment: title, points, dates, and its exercises."""
    with st.container(key=f"hw-{one.assignment.id}", gap=None):
        st.html(head(one))
        for part in one.parts:
            part_row(one, part)
        choices(one)
        receipts(one)


def head(one: MyAssignment) -> Html:
    """Title and points; below, a sign with a word and the dates."""
    level = "h2" if one.phase in ("open", "late") else "h3"
    total = moments.points(one.assignment.points)
    got = h("homework.points.hidden", of=total)
    if one.points is not None:
        got = h("homework.points", n=moments.points(one.points), of=total)
    facts = "".join(f"<span>{fact}</span>" for fact in dates(one))
    return Html(
        f"<div class='kd-hw'><div class='kd-row'><{level} class='kd-h'>{escape(of(one.assignment.title))}</{level}>"
        f"<p class='kd-facts'><span>{got}</span></p></div><p class='kd-terms'>{facts}</p></div>"
    )


def dates(one: MyAssignment) -> list[Html]:
    """Sign and word, then what is due when, what it costs, and what is not shown yet."""
    is_done = one.phase in ("open", "late") and all(part.state == "passed" for part in one.parts)
    word = "done" if is_done else one.phase
    said = [Html(f"<span class='kd-phase {word}'>{icon(_PHASES[word])} {h(f'homework.phase.{word}')}</span>")]
    moment = {"early": one.dates.opens, "open": one.dates.due}.get(one.phase, one.dates.closes)
    key = {"early": "homework.opens", "open": "homework.due", "late": "homework.late-until"}.get(one.phase)
    said.append(h(key or "homework.closed-at", date=moments.date(moment, one.zone), when=moments.relative(moment)))
    if one.phase == "open" and one.dates.closes > one.dates.due:
        said.append(h("homework.late-until.later", date=moments.date(one.dates.closes, one.zone)))
    if one.is_extended:
        said.append(h("homework.extended"))
    late = one.late and not is_done and late_said(one.late.days_late, one.late.days_banked, float(one.late.costs))
    if late:
        said.append(late)
    if one.bank_left is not None:
        said.append(h("homework.bank", n=one.bank_left))
    if one.hidden_until:
        shown = one.dates.due if one.assignment.hidden_until == "due" else one.dates.closes
        said.append(h("homework.hidden", until=moments.date(shown, one.zone)))
    if one.phase == "closed" and one.assignment.practice:
        said.append(h("homework.practice"))
    return said


# ---------- its exercises ----------


def title_of(exercise: str) -> str:
    """An exercise's title; its id where the course has lost it."""
    try:
        return of(services().catalog.exercise(exercise).title)
    except (UnknownExercise, ContentError):
        return exercise


def part_row(one: MyAssignment, part: MyPart) -> None:
    """Sign and word, the name as the link, attempts, and points."""
    sign, tone = _STATES[part.state]
    key = f"{one.assignment.id}-{part.part.exercise}"
    worth = moments.points(part.part.points)
    points = h("homework.worth", of=worth)
    if part.points is not None:
        points = h("homework.part", n=moments.points(part.points), of=worth)
    facts = "".join(f"<span>{fact}</span>" for fact in part_facts(one, part))
    below = Html(f"<p class='kd-terms'><span class='kd-tag {tone}'>{h(f'homework.{part.state}')}</span>{facts}</p>")
    before = f"<span class='kd-hw-sign {tone}'>{icon(sign)}</span>"
    after = f"<span class='kd-hw-points'>{points}</span>"
    query = {"id": part.part.exercise}
    rows.row(key, "pages/exercise.py", query, title_of(part.part.exercise), below, before=before, after=after)


def part_facts(one: MyAssignment, part: MyPart) -> list[Html]:
    """Attempts, lateness, and points set by hand."""
    said = []
    if part.attempts:
        said.append(h("homework.attempts.one" if part.attempts == 1 else "homework.attempts", n=part.attempts))
    if part.attempts_left is not None and one.phase in ("open", "late"):
        said.append(h("terms.left.one" if part.attempts_left == 1 else "terms.left", n=part.attempts_left))
    if part.row and part.row.days_late:
        percent = moments.points(part.row.percent)
        key = "homework.late.banked" if part.row.days_banked else "homework.late"
        said.append(h(key, n=part.row.days_late, banked=part.row.days_banked, percent=percent))
    elif part.row and part.row.percent > 100:
        said.append(h("homework.early", percent=moments.points(part.row.percent)))
    if part.is_set_by_hand:
        said.append(h("homework.by-hand"))
    return said


def choices(one: MyAssignment) -> None:
    """Which submission counts, where that is for the learner to say and there is a choice."""
    parts = [part for part in one.parts if len(part.candidates) > 1]
    if one.assignment.counts == "chosen" and one.phase in ("open", "late") and parts:
        with st.container(key=f"chosen-{one.assignment.id}", gap="small"):
            st.html(f"<p class='kd-meta'>{h('homework.choose')}</p>")
            with st.container(key=f"hwgrid-chosen-{one.assignment.id}"):
                for part in parts:
                    choose(one, part)


def choose(one: MyAssignment, part: MyPart) -> None:
    """One of the submissions to an exercise."""
    by_id = {candidate.id: n for n, candidate in enumerate(part.candidates)}

    def label(id: int) -> str:
        candidate = part.candidates[by_id[id]]
        date = moments.date(candidate.at, one.zone)
        if one.hidden_until:
            return t("homework.choice.hidden", n=by_id[id] + 1, date=date)
        return t("homework.choice", n=by_id[id] + 1, date=date, score=candidate.score, max=candidate.max_score)

    counting = part.submission if part.submission in by_id else part.candidates[-1].id
    key = f"choose-{one.assignment.id}-{part.part.exercise}"
    asked = rows.label_of(title_of(part.part.exercise))
    args = (key, one.assignment.id, part.part.exercise)
    ids = list(by_id)
    st.selectbox(asked, ids, ids.index(counting), format_func=label, key=key, on_change=_chosen, args=args)


def _chosen(key: str, assignment: str, exercise: str) -> None:
    try:
        services().homework.choose(me(), assignment, exercise, st.session_state[key])
    except Declined as error:
        st.session_state["homework-said"] = say(Message(error.code, error.fields), lang())


def receipts(one: MyAssignment) -> None:
    """A signed receipt of each submission that counts, to keep."""
    given = [(part.part.exercise, part.submission) for part in one.parts if part.submission is not None]
    if not given:
        return
    with st.expander(t("homework.receipts"), key=f"receipts-{one.assignment.id}"):
        st.html(f"<p class='kd-meta'>{h('homework.receipts.why')}</p>")
        with st.container(horizontal=True):
            for exercise, submission in given:
                st.download_button(
                    rows.label_of(title_of(exercise)),
                    later(partial(_receipt, submission)),
                    f"receipt-{exercise}-{submission}.json",
                    "application/json",
                    on_click="ignore",
                    key=f"receipt-{one.assignment.id}-{exercise}",
                )


def _receipt(submission: int) -> bytes:
    return services().receipts.of(me(), submission)


def facts(found: tuple[MyAssignment, ...]) -> list[Html]:
    """Beside the page's title: points over everything that shows them."""
    told = [one for one in found if one.points is not None and one.phase != "early"]
    if not told:
        return []
    got, most = sum(one.points or 0 for one in told), sum(one.assignment.points for one in told)
    return [h("homework.points", n=moments.points(got), of=moments.points(most))]


def said_once() -> Html:
    """What the last action said, shown once."""
    text = st.session_state.pop("homework-said", "")
    return Html(f"<p class='kd-problem' role='status'>{escape(text)}</p>") if text else join(())
