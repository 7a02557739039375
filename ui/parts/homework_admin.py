"""Assignments as an instructor sees them: the list, one of them in its form, and extensions."""

from __future__ import annotations

from typing import Literal
from zoneinfo import ZoneInfo

import streamlit as st

from grader.course.homework.assignment import Assignment
from grader.course.homework.dates import LEARNER, SECTION, moment_of
from grader.course.homework.homework import NewDates
from grader.errors import Declined, UsageError
from grader.model import Message, Person
from grader.store.assignments import Extension
from grader.words import say
from ui.parts import moments, rows
from ui.parts.homework_form import DATES, fields, form_of, refusal
from ui.parts.icons import icon
from ui.parts.markup import Html, escape
from ui.parts.services import me, services
from ui.parts.speak import h, lang, of, t

PAGE = "pages/assignments.py"
_PHASES = {"early": "wait", "open": "wait", "late": "stop", "closed": "skip"}


def listed(found: list[Assignment], zone: ZoneInfo, *, may_edit: bool) -> None:
    """Every assignment as a line; for an instructor it leads to its form."""
    with st.container(key="list", gap=None):
        for one in found:
            below = Html(f"<p class='kd-terms'>{''.join(f'<span>{fact}</span>' for fact in _facts(one, zone))}</p>")
            if may_edit:
                opener = f"<span class='kd-open' aria-hidden='true'>{h('homework.edit')}</span>"
                rows.row(f"assignment-{one.id}", PAGE, {"edit": one.id}, of(one.title), below, after=opener)
            else:
                st.html(f"<div class='kd-hw'><h2 class='kd-h'>{escape(of(one.title))}</h2>{below}</div>")


def _facts(one: Assignment, zone: ZoneInfo) -> list[Html]:
    now = moments.now()
    phase = "early" if now < one.opens else "open" if now <= one.due else "late" if now <= one.closes else "closed"
    moment = {"early": one.opens, "open": one.due}.get(phase, one.closes)
    key = {"early": "homework.opens", "open": "homework.due", "late": "homework.late-until"}.get(phase)
    return [
        Html(f"<span class='kd-phase {phase}'>{icon(_PHASES[phase])} {h(f'homework.phase.{phase}')}</span>"),
        h(key or "homework.closed-at", date=moments.date(moment, zone), when=moments.relative(moment)),
        h("homework.size", n=len(one.parts), points=moments.points(one.points)),
    ]


def editor(assignment: Assignment | None, zone: ZoneInfo) -> None:
    """The form, Save, Delete while nothing counts, and extensions below."""
    form = form_of(assignment, zone)
    found = fields(form, is_new=assignment is None)
    if assignment is None and not isinstance(found, str):
        taken = found.id in [one.id for one in services().homework.all(me())]
        found = t("homework.form.twice", id=found.id) if taken else found
    with st.container(horizontal=True, vertical_alignment="center"):
        is_pressed = st.button(t("homework.save"), type="primary", key="main-save")
        if assignment is not None and not services().homework.has_counted(me(), assignment.id):
            st.button(t("homework.delete"), key="delete-assignment", on_click=_delete, args=(assignment.id,))
    if not isinstance(found, str):
        if is_pressed:
            _save(found)
    elif is_pressed or assignment is not None:
        refusal(found)
    else:
        st.html(f"<p class='kd-meta'>{escape(found)}</p>")
    if assignment is not None:
        extensions(assignment, zone)


def _save(found: Assignment) -> None:
    try:
        services().homework.save(me(), found)
    except UsageError as error:
        refusal(_told(error))
        return
    st.session_state["homework-said"] = t("homework.saved", title=of(found.title))
    st.switch_page(PAGE)


def _delete(id: str) -> None:
    try:
        services().homework.delete(me(), id)
    except UsageError as error:
        st.session_state["homework-said"] = _told(error)
    else:
        st.session_state["homework-said"] = t("homework.deleted", id=id)
        st.query_params.clear()


def _told(error: UsageError) -> str:
    return say(Message(error.code, error.fields), lang()) if isinstance(error, Declined) else str(error)


# ---------- Extensions ----------


def extensions(assignment: Assignment, zone: ZoneInfo) -> None:
    """Who has other dates, and a form for one more."""
    sections, learners = services().homework.targets(me())
    names = {one.id: _named(one) for one in learners}
    st.html(
        f"<h2 class='kd-h2 kd-over-list'>{h('homework.extensions')}</h2><p class='kd-meta'>{h('homework.extensions.why')}</p>"
    )
    given = services().homework.extensions(me(), assignment.id)
    with st.container(key="extensions", gap=None):
        for one in given:
            _extension(one, names.get(one.target, one.target), zone)
    if not (sections or learners):
        st.html(f"<p class='kd-meta'>{h('homework.extensions.nobody')}</p>")
        return
    _new_extension(assignment, zone, sections, learners)


def _named(one: Person) -> str:
    """Tells apart two people of one name."""
    return " · ".join(filter(None, [one.name, one.email or one.login or one.number])) or one.id


def _extension(one: Extension, name: str, zone: ZoneInfo) -> None:
    dates = ((key, getattr(one, key)) for key in DATES)
    said = [h(f"homework.extension.{key}", date=moments.date(date, zone)) for key, date in dates if date]
    said += [escape(one.reason)] if one.reason else []
    facts = "".join(f"<span>{fact}</span>" for fact in said)
    key = f"{one.assignment}-{one.kind}-{one.target}"
    with st.container(key=f"extension-{key}", horizontal=True, vertical_alignment="center"):
        who = h(f"homework.extension.{one.kind}", name=name)
        st.html(f"<p class='kd-ext'>{who}</p><p class='kd-terms'>{facts}</p>", width="stretch")
        label = rows.label_of(t("homework.extension.withdraw", name=name))
        args = (one.assignment, one.kind, one.target)
        st.button(label, key=f"withdraw-{key}", on_click=_withdraw, args=args)


def _withdraw(assignment: str, kind: Literal["section", "learner"], target: str) -> None:
    services().homework.withdraw(me(), assignment, kind, target)


def _new_extension(assignment: Assignment, zone: ZoneInfo, sections: list[str], learners: list[Person]) -> None:
    """For whom, which dates, why."""
    kinds: dict[tuple[Literal["section", "learner"], str], str] = {}
    kinds |= {(SECTION, name): t("homework.extension.section", name=name) for name in sections}
    kinds |= {(LEARNER, one.id): _named(one) for one in learners}
    with st.form(f"extend-{assignment.id}", clear_on_submit=False):
        target = st.selectbox(
            t("homework.extension.whom"), list(kinds), format_func=lambda key: kinds[key], key="ext-whom"
        )
        with st.container(key="hwgrid-ext"):
            written = {
                name: st.text_input(t(f"homework.form.{name}"), key=f"ext-{name}", placeholder="2026-12-01 23:59")
                for name in ("due", "closes", "opens")
            }
        reason = st.text_input(t("homework.extension.reason"), key="ext-reason", max_chars=500)
        if st.form_submit_button(t("homework.extension.give")):
            _give(assignment.id, target, written, reason, zone)


def _give(
    id: str, target: tuple[Literal["section", "learner"], str], written: dict[str, str], reason: str, zone: ZoneInfo
) -> None:
    try:
        dates = {name: moment_of(text, zone) for name, text in written.items() if text.strip()}
        services().homework.extend(me(), id, NewDates(target[0], target[1], **dates, reason=reason))
    except UsageError as error:
        refusal(_told(error))
        return
    st.rerun()
