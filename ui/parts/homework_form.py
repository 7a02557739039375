"""The form of an assignment. What is typed is read by the same rules as a file; what a late policy means is said in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from grader.course.homework.assignment import Assignment, LatePolicy
from grader.course.homework.assignment_file import build
from grader.course.homework.dates import moment_of, wall
from grader.course.homework.late import days_after, lateness
from grader.errors import Declined
from grader.model import Message
from grader.words import say
from ui.parts import moments, rows
from ui.parts.homework import title_of
from ui.parts.markup import Html, escape
from ui.parts.services import services
from ui.parts.speak import h, lang, t

DATES = ("opens", "due", "closes")
COUNTS = ("best", "last", "chosen")
HIDDEN = ("now", "due", "closes")
SHOWN_DAYS = 4
"""Late days that the preview spells out."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its key in the session, what it starts from, and the clocks that are meant."""

    key: str
    start: Mapping[str, Any]
    zone: ZoneInfo

    def field(self, name: str) -> str:
        """The key of a widget."""
        return f"{self.key}-{name}"


def form_of(assignment: Assignment | None, zone: ZoneInfo) -> Form:
    """The form of an assignment, or of a new one: due in a week, late ones for three days, 10 % a day."""
    if assignment is not None:
        values = assignment.model_dump()
        return Form(f"hwform-{assignment.id}", values | {name: getattr(assignment, name) for name in DATES}, zone)
    today = moments.now().astimezone(zone).replace(hour=8, minute=0, second=0, microsecond=0)
    due = days_after(today.replace(hour=23, minute=59), 7, zone)
    start = Assignment.model_construct(id="", late=LatePolicy(percent_per_day=10, floor_percent=50)).model_dump()
    more = {"title": {"en": "", "zh": ""}, "parts": []}
    return Form("hwform-new", start | more | {"opens": today, "due": due, "closes": days_after(due, 3, zone)}, zone)


def fields(form: Form, *, is_new: bool) -> Assignment | str:
    """All widgets → the assignment as it stands in them, or why it is none."""
    values: dict[str, Any] = {} if is_new else {"id": form.start["id"]}
    values |= _what(form, is_new=is_new)
    _heading("homework.form.when", h("homework.form.when.why", zone=form.zone.key))
    with st.container(key="hwgrid-dates"):
        written = {name: _text(form, name, wall(form.start[name], form.zone)) for name in DATES}
    values["late"] = _late(form)
    place = st.empty()
    values |= _rules(form)
    if missing := _missing(values):
        return missing
    try:
        moments_read = {name: moment_of(text, form.zone) for name, text in written.items() if text.strip()}
        found = build(values | moments_read, t("homework.form.this"))
    except Declined as error:
        return say(Message(error.code, error.fields), lang())
    place.html(preview(found, form.zone))
    return found


def _missing(values: Mapping[str, Any]) -> str:
    """What nobody could guess; empty when it is all there."""
    if not values["title"]["en"]:
        return t("homework.form.no-title")
    if not values["id"]:
        return t("homework.form.no-id")
    return "" if values["parts"] else t("homework.form.no-exercises")


def _what(form: Form, *, is_new: bool) -> dict[str, Any]:
    """Id, titles, exercises and their points."""
    _heading("homework.form.what")
    values: dict[str, Any] = {}
    title = form.start["title"]
    with st.container(key="hwgrid-what"):
        if is_new:
            values["id"] = _text(form, "id", form.start["id"]).strip()
        english = _text(form, "title-en", title["en"]).strip()
        chinese = _text(form, "title-zh", title["zh"]).strip()
    if is_new:
        values["id"] = values["id"] or slug_of(english)
    values["title"] = {"en": english or chinese, "zh": chinese or english}
    worth = {part["exercise"]: part["points"] for part in form.start["parts"]}
    known = [exercise.id for exercise in services().catalog.exercises]
    options = known + [id for id in worth if id not in known]
    asked = t("homework.form.exercises")
    hint = t("homework.form.exercises.hint")
    picked = st.multiselect(
        asked, options, list(worth), format_func=title_of, key=form.field("exercises"), placeholder=hint
    )
    with st.container(key="hwgrid-points"):
        values["parts"] = [{"exercise": id, "points": _points(form, id, worth.get(id))} for id in picked]
    return values


def _points(form: Form, id: str, worth: float | None) -> float:
    usual = next((one.points for one in services().catalog.exercises if one.id == id), 10)
    label = rows.label_of(t("homework.form.points", title=title_of(id)))
    start = float(usual if worth is None else worth)
    return st.number_input(label, 0.01, 1000.0, start, 1.0, format="%g", key=form.field(f"points-{id}"))


def _late(form: Form) -> dict[str, Any]:
    """The late policy."""
    _heading("homework.form.late", h("homework.form.late.why"))
    late = form.start["late"]
    with st.container(key="hwgrid-late"):
        values: dict[str, Any] = {
            "percent_per_day": _number(form, "percent_per_day", late["percent_per_day"], 100),
            "floor_percent": _number(form, "floor_percent", late["floor_percent"], 100),
            "grace_minutes": int(_number(form, "grace_minutes", late["grace_minutes"], 1440)),
            "early_days": int(_number(form, "early_days", late["early_days"], 60)),
            "early_percent": _number(form, "early_percent", late["early_percent"], 100),
        }
    values["uses_bank"] = st.checkbox(t("homework.form.uses_bank"), late["uses_bank"], key=form.field("uses_bank"))
    return values


def _number(form: Form, name: str, value: float, most: float) -> float:
    label = t(f"homework.form.{name}")
    return st.number_input(label, 0.0, float(most), float(value), 1.0, format="%g", key=form.field(name))


def _rules(form: Form) -> dict[str, Any]:
    """Which submission counts, limits, and what is shown when."""
    _heading("homework.form.rules")
    start, bucket = form.start, form.start["bucket"] or {"size": 0, "minutes": 10.0}
    with st.container(key="hwgrid-rules"):
        counts = _one_of(form, "counts", COUNTS)
        hidden = _one_of(form, "hidden_until", HIDDEN)
        attempts = int(_number(form, "attempts", start["attempts"] or 0, 1000))
        size = int(_number(form, "bucket_size", bucket["size"], 100))
        minutes = _number(form, "bucket_minutes", bucket["minutes"], 1440)
    variants = st.checkbox(t("homework.form.variants"), start["variants"], key=form.field("variants"))
    practice = st.checkbox(t("homework.form.practice"), start["practice"], key=form.field("practice"))
    return {
        "counts": counts,
        "hidden_until": hidden,
        "attempts": attempts or None,
        "bucket": {"size": size, "minutes": minutes} if size else None,
        "variants": variants,
        "practice": practice,
    }


def _one_of(form: Form, name: str, options: Sequence[str]) -> str:
    def label(option: str) -> str:
        return t(f"homework.form.{name}.{option}")

    at = options.index(form.start[name])
    return st.selectbox(t(f"homework.form.{name}"), options, at, format_func=label, key=form.field(name))


def _text(form: Form, name: str, value: str) -> str:
    return st.text_input(t(f"homework.form.{name}"), value, key=form.field(name), max_chars=200) or ""


def _heading(key: str, why: Html | None = None) -> None:
    st.html(f"<h2 class='kd-h kd-over-list'>{h(key)}</h2>{f'<p class=kd-meta>{why}</p>' if why else ''}")


def slug_of(text: str) -> str:
    """An id that a title suggests."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:64]


# ---------- What the policy means ----------


def preview(one: Assignment, zone: ZoneInfo) -> Html:
    """What handing in at which moment is worth, line by line."""
    lines = []
    for moment, said in examples(one, zone):
        percent = moments.points(float(lateness(moment, one.due, zone, one.late, 0).percent))
        date = moments.date(moment, zone)
        lines.append(
            f"<li><b>{h('homework.preview.percent', percent=percent)}</b> {h(said[0], date=date, n=said[1])}</li>"
        )
    after = h(
        "homework.preview.practice" if one.practice else "homework.preview.nothing", date=moments.date(one.closes, zone)
    )
    lines.append(f"<li><b>{h('homework.preview.percent', percent='0')}</b> {after}</li>")
    bank = f"<p class='kd-meta'>{h('homework.preview.bank')}</p>" if one.late.uses_bank else ""
    head = f"<p class='kd-k'>{h('homework.preview')}</p>"
    return Html(f"<div class='kd-preview'>{head}<ul>{''.join(lines)}</ul>{bank}</div>")


def examples(one: Assignment, zone: ZoneInfo) -> list[tuple[datetime, tuple[str, int]]]:
    """The moments at which something changes, and what they are; at most some days."""
    found: list[tuple[datetime, tuple[str, int]]] = []
    if one.late.early_days and one.late.early_percent:
        found.append((days_after(one.due, -one.late.early_days, zone), ("homework.preview.early", one.late.early_days)))
    on_time = min(one.due + timedelta(minutes=one.late.grace_minutes), one.closes)
    found.append((on_time, ("homework.preview.grace" if on_time > one.due else "homework.preview.due", 0)))
    ends = [(days_after(one.due, day, zone), day) for day in range(1, SHOWN_DAYS + 1)]
    found += [(end, ("homework.preview.late", day)) for end, day in ends if on_time < end < one.closes]
    if one.closes > on_time:
        found.append((one.closes, ("homework.preview.closes", 0)))
    return found


def refusal(text: str) -> None:
    """Why it cannot be saved."""
    st.html(f"<p class='kd-problem' role='alert'>{escape(text)}</p>")
