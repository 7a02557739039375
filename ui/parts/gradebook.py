"""The gradebook's table, and the panel that explains one learner's points and lets them be set by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import streamlit as st

from grader.course.access import OPERATOR
from grader.course.gradebook.gradebook import NOTHING, Entry, Line, Sheet, Whole
from grader.course.gradebook.gradebook_tables import number
from grader.course.gradebook.ledger import Ledger, Row, Step
from grader.course.homework.dates import wall
from grader.errors import Declined
from grader.model import Json, Message, Person
from grader.words import say
from ui.components import grades
from ui.parts import sheets
from ui.parts.heat import FEW
from ui.parts.live import name_of, title_of
from ui.parts.markup import Html, escape, join
from ui.parts.page import me, notice
from ui.parts.services import services
from ui.parts.speak import h, lang, of, t

_SIGNS = {Step.LATE: "↓ ", Step.EARLY: "↑ ", Step.OVERRIDE: "* "}


# ---------- the table ----------


def table(facts: dict[str, Json], follow: Callable[[str], None]) -> None:
    """Draw everyone × exercise. `follow` hears the address of a cell that was clicked, before the page is drawn again."""
    legend()
    grades.grades(facts, follow, key="grades")


def of_sheet(sheet: Sheet, lines: Sequence[Line], chosen: str) -> dict[str, Json]:
    """One assignment: a column an exercise, then points and grade."""
    id, worth = sheet.assignment.id, sheet.assignment.points
    parts = [[part.exercise, _column(title_of(part.exercise), part.points), part.points, id] for part in sheet.parts]
    sums = [["", t("gradebook.points"), worth, id], ["", t("gradebook.grade"), worth, id]]
    rows = [
        _row(
            line.person,
            [*(_cell(line.entries[part.exercise]) for part in sheet.parts), _plain(line.points), _plain(line.grade)],
        )
        for line in lines
    ]
    return _facts(of(sheet.assignment.title), [*parts, *sums], len(parts), rows, chosen)


def of_course(whole: Whole, people: Sequence[Person], chosen: str) -> dict[str, Json]:
    """The whole course: a column an assignment, then the sum."""
    assignments = [sheet.assignment for sheet in whole.sheets]
    columns = [["", _column(of(one.title), one.points), one.points, one.id] for one in assignments]
    worth = sum(one.points for one in assignments)
    rows = [
        _row(
            person,
            [
                *(_plain(line.grade) if line.has_something else _cell(NOTHING) for line in whole.lines[person.id]),
                _plain(round(sum(line.grade for line in whole.lines[person.id]), 2)),
            ],
        )
        for person in people
    ]
    last = ["", t("gradebook.grade"), worth, assignments[-1].id]
    return _facts(t("gradebook.filter.assignment.all"), [*columns, last], len(columns), rows, chosen)


def _facts(
    title: str, columns: list[list[Json]], parts: int, rows: list[dict[str, Json]], chosen: str
) -> dict[str, Json]:
    return {
        "page": "gradebook",
        "few": FEW,
        "groups": [[title, parts], [t("gradebook.sum"), len(columns) - parts]],
        "starts": [parts],
        "exercises": columns,
        "rows": rows,
        "means": [_mean(rows, n) for n in range(len(columns))],
        "chosen": chosen,
    }


def _column(title: str, points: float) -> str:
    return t("gradebook.column", title=title, n=number(points))


def _row(person: Person, cells: list[str]) -> dict[str, Json]:
    total = cells[-1].split("|")[0]
    return {"id": person.id, "name": name_of(person), "section": person.section, "solved": total, "cells": cells}


def _cell(entry: Entry) -> str:
    """`points|days late|attempts|signs`, as the browser reads it."""
    row = entry.row
    signs = ("h" if entry.override else "") + ("c" if entry.state == "checking" else "")
    signs += "e" if row and row.percent > 100 else ""
    return f"{number(entry.grade)}|{row.days_late if row else 0}|{row.attempts if row else 0}|{signs}"


def _plain(points: float) -> str:
    return f"{number(points)}|0|0|"


def _mean(rows: Sequence[Mapping[str, Json]], column: int) -> str:
    """Of those who have something there."""
    known = [float(text) for row in rows if (text := row["cells"][column].split("|")[0])]
    return number(sum(known) / len(known)) if known else ""


def legend() -> None:
    """What the signs mean; the same signs and colours as the cells."""
    shown = [("full", "10", "once"), ("part", "6", "after"), ("hand", "7 *", "trying"), ("late", "8 ↓", "after")]
    shown += [("early", "9 ↑", "after"), ("none", "–", "none")]
    items = join(
        Html(f"<span><i class='{style}'>{sign}</i>{h(f'gradebook.legend.{name}')}</span>")
        for name, sign, style in shown
    )
    st.html(f"<div class='kd-leg kd-grades-leg'>{items}</div>")


# ---------- one learner ----------


def panel(ledger: Ledger, opened: str, close: Callable[[], None]) -> None:
    """How a learner's points come about, and the form that sets them."""
    person, assignment = ledger.person, ledger.assignment
    about = " · ".join(filter(None, [person.email or person.login, person.section]))
    with st.container(key="ledger", gap="small"):
        with st.container(key="ledger-head", horizontal=True, vertical_alignment="top", wrap=False):
            st.html(
                f"<h2 class='kd-h2'>{escape(name_of(person))}</h2><p class='kd-meta'>{escape(about)}</p>"
                f"<p class='kd-meta'>{escape(of(assignment.title))}</p>"
            )
            st.button(t("ledger.close"), key="ledger-close", type="tertiary", on_click=close)
        st.html(rows_of(ledger, opened, names()))
        sheets.offer(t("ledger.csv"), "ledger.csv", lambda: lines_of(ledger, names()), key="csv-ledger")
        form(ledger, opened)


def rows_of(ledger: Ledger, opened: str = "", who: Mapping[str, str] | None = None) -> Html:
    """The ledger as HTML: one fold an exercise. `who`: what staff are called, by id."""
    folds = join(
        _fold(ledger, part.exercise, part.points, opened in ("", part.exercise), who or {})
        for part in ledger.assignment.parts
    )
    untold = h("ledger.untold", until=next(iter(ledger.hidden.values()))) if ledger.hidden else Html("")
    said = {"points": _told(ledger.points), "grade": _told(ledger.grade), "of": number(ledger.assignment.points)}
    return Html(f"<div class='kd-ledger'><p class='kd-sum'>{h('ledger.sum', **said)} {untold}</p>{folds}</div>")


def _told(value: float | None) -> str:
    return t("ledger.later") if value is None else number(value)


def _fold(ledger: Ledger, exercise: str, worth: float, is_open: bool, who: Mapping[str, str]) -> Html:
    mine = ledger.of(exercise)
    heads = join(Html(f"<th scope='col'>{h(f'ledger.{name}')}</th>") for name in ("when", "what", "number", "running"))
    body = join(_line(row, ledger, who) for row in mine)
    return Html(
        f"<details {'open' if is_open else ''}><summary><span>{escape(title_of(exercise))}</span>"
        f"<b>{escape(_told(mine[-1].running))}<small> / {escape(number(worth))}</small></b></summary>"
        f"<div class='kd-scroll' tabindex='0' role='region' aria-label='{escape(title_of(exercise))}'>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )


def _line(row: Row, ledger: Ledger, who: Mapping[str, str]) -> Html:
    when = wall(row.at.replace(second=0, microsecond=0), ledger.zone) if row.at else ""
    counts = f"<em>{h('ledger.counts')}</em>" if row.details.get("counts") else ""
    return Html(
        f"<tr class='{row.step.value}'><td>{escape(when)}</td><td>{escape(said(row, who))} {counts}</td>"
        f"<td>{_SIGNS.get(row.step, '')}{escape(_signed(row))}</td><td>{escape(number(row.running))}</td></tr>"
    )


def _signed(row: Row) -> str:
    """The number of a row; what is taken off or added with its sign."""
    if row.number is None or row.step not in (Step.LATE, Step.EARLY):
        return number(row.number)
    return f"{'−' if row.number < 0 else '+'}{number(abs(row.number))}"


def said(row: Row, who: Mapping[str, str]) -> str:
    """What a row tells, in words."""
    key, given = f"ledger.{row.step.value}", dict(row.details)
    by = str(given.get("by"))
    given["by"] = who.get(by) or t("ledger.operator" if by == OPERATOR else "ledger.instructor")
    if row.step is Step.ATTEMPT:
        key = key if row.number is not None else f"{key}.untold"
        given["score"] = number(row.number)
    elif row.step is Step.WORTH:
        key = key if row.number is not None else f"{key}.untold"
        given["worth"] = number(given["worth"])
    elif row.step in (Step.LATE, Step.EARLY):
        given["percent"] = number(given["percent"])
        key += ".banked" if given["banked"] else ""
    return t(key, **given)


def names() -> dict[str, str]:
    """What staff are called, by id."""
    return services().gradebook.staff(me())


def lines_of(ledger: Ledger, who: Mapping[str, str]) -> Iterator[sheets.Line]:
    """The rows for a spreadsheet."""
    yield [t("override.exercise"), *(t(f"ledger.{name}") for name in ("when", "what", "number", "running"))]
    for row in ledger.rows:
        when = wall(row.at, ledger.zone) if row.at else ""
        yield [row.exercise, when, said(row, who), number(row.number), number(row.running)]


# ---------- by hand ----------


def form(ledger: Ledger, opened: str) -> None:
    """Points and a reason; what was set can be taken back."""
    ids = [part.exercise for part in ledger.assignment.parts]
    place = f"{ledger.person.id}-{ledger.assignment.id}"
    if told := st.session_state.pop("override-told", None):
        notice(told)
    with st.container(key="override", gap="small"):
        st.html(f"<h3 class='kd-h'>{h('override.title')}</h3>")
        start = ids.index(opened) if opened in ids else 0
        exercise = st.selectbox(
            t("override.exercise"), ids, start, format_func=title_of, key=f"override-which-{place}-{opened}"
        )
        part = ledger.assignment.part(exercise)
        most = 2 * (part.points if part else 0.0)
        now = ledger.of(exercise)[-1]
        keys = f"points-{place}-{exercise}", f"reason-{place}-{exercise}"
        st.number_input(t("override.points"), 0.0, most, min(now.running or 0.0, most), 0.5, key=keys[0])
        st.text_input(t("override.reason"), key=keys[1], max_chars=500)
        where = ledger.person.id, ledger.assignment.id, exercise
        with st.container(horizontal=True, gap="small"):
            st.button(t("override.set"), key="override-set", on_click=_set, args=(where, keys))
            if now.step is Step.OVERRIDE:
                st.button(
                    t("override.back"), key="override-back", type="tertiary", on_click=_take_back, args=(where, keys)
                )


def _set(where: tuple[str, str, str], keys: tuple[str, str]) -> None:
    points, reason = (st.session_state[key] for key in keys)
    _do("override.done", lambda: services().gradebook.override(me(), *where, points, reason))


def _take_back(where: tuple[str, str, str], keys: tuple[str, str]) -> None:
    _do("override.gone", lambda: services().gradebook.take_back(me(), *where, st.session_state[keys[1]]))


def _do(key: str, act: Callable[[], None]) -> None:
    """Before the page is drawn again, so that it shows what came of it."""
    try:
        act()
    except Declined as error:
        st.session_state["override-told"] = escape(say(Message(error.code, error.fields), lang()))
    else:
        st.session_state["override-told"] = h(key)
