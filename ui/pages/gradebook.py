"""Gradebook: what everybody has and why, points set by hand, the way back into the LMS, and regrading."""

from __future__ import annotations

from functools import partial
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from grader.course import gradebook_tables as tables
from grader.course.assignment import Assignment
from grader.errors import UnknownAssignment, UnknownPerson
from grader.model import Person, Role
from ui.parts import gradebook, lms, regrade, sheets
from ui.parts.live import title_of
from ui.parts.page import frame, guarded, me, notice, require, title
from ui.parts.services import services
from ui.parts.speak import h, of, t

WIDTH = 1560
PANES = ("grades", "lms", "regrade")


def show() -> None:
    """Title, filters, then one of three things to do."""
    require(Role.INSTRUCTOR)
    known = services().gradebook.assignments(me())
    with frame(WIDTH, gap="small"):
        title(t("gradebook.title"), lead=t("gradebook.lead" if known else "gradebook.none"))
        if not known:
            return
        with st.container(key="class-filters", horizontal=True, gap="small"):
            assignment = _assignment(known)
            pane = _pane()
        if pane == "lms":
            st.fragment(lambda: guarded(lambda: lms.pane(assignment)))()
        elif pane == "regrade":
            parts = [part.exercise for one in known if assignment in (None, one) for part in one.parts]
            regrade.pane(list(dict.fromkeys(parts)))
        else:
            grades(assignment)


def _assignment(known: tuple[Assignment, ...]) -> Assignment | None:
    """The one to look at; the address keeps it. At first the one that was due last."""
    ids = ["", *(one.id for one in known)]
    wanted = st.query_params.get("assignment", known[0].id)
    titles = {"": t("gradebook.filter.assignment.all"), **{one.id: of(one.title) for one in known}}
    chosen = st.selectbox(
        t("gradebook.filter.assignment"),
        ids,
        ids.index(wanted) if wanted in ids else 1,
        format_func=lambda id: titles[id],
        key="grades-assignment",
        on_change=_moved,
        label_visibility="collapsed",
        width=280,
    )
    return next((one for one in known if one.id == chosen), None)


def _moved() -> None:
    st.query_params["assignment"] = st.session_state["grades-assignment"]
    _close()


def _pane() -> str:
    chosen = st.segmented_control(
        t("gradebook.panes"),
        PANES,
        format_func=lambda name: t(f"gradebook.pane.{name}"),
        default=PANES[0],
        key="grades-pane",
        label_visibility="collapsed",
        required=True,
    )
    return str(chosen or PANES[0])


@st.fragment
def grades(assignment: Assignment | None) -> None:
    """The table, and beside it what a cell is made of. A click stays within."""
    guarded(lambda: _grades(assignment))


def _grades(assignment: Assignment | None) -> None:
    book = services().gradebook
    sheet = book.sheet(me(), assignment.id) if assignment else None
    whole = None if assignment else book.whole(me())
    everybody = [line.person for line in sheet.lines] if sheet else list(whole.people) if whole else []
    people = _filtered(everybody)
    chosen = st.query_params.get("learner", "")
    with st.container(key="grades-split", gap="small"):
        with st.container(key="grades-table", gap="small"):
            if not people:
                st.html(f"<p class='kd-lead'>{h('gradebook.nobody')}</p>")
            elif sheet:
                ids = {person.id for person in people}
                lines = [line for line in sheet.lines if line.person.id in ids]
                _follow(gradebook.table(gradebook.of_sheet(sheet, lines, chosen)))
            elif whole:
                _follow(gradebook.table(gradebook.of_course(whole, people, chosen)))
            files(assignment, len(everybody))
        if chosen:
            _panel(chosen, assignment)


def _filtered(people: list[Person]) -> list[Person]:
    """By section and by what stands in the search field."""
    sections = sorted({person.section for person in people if person.section})
    with st.container(key="grades-filters", horizontal=True, gap="small"):
        section = ""
        if sections:
            said = {"": t("gradebook.filter.section.all")}
            section = st.selectbox(
                t("gradebook.filter.section"),
                ["", *sections],
                format_func=lambda id: said.get(id, id),
                key="grades-section",
                label_visibility="collapsed",
                width=220,
            )
        asked = st.text_input(
            t("gradebook.filter.search"),
            key="grades-search",
            placeholder=t("gradebook.filter.search"),
            label_visibility="collapsed",
            width=280,
        )
    wanted = asked.strip().casefold()
    here = [person for person in people if section in ("", person.section)]
    return [one for one in here if wanted in f"{one.name} {one.email} {one.login} {one.number} {one.id}".casefold()]


def _follow(address: str) -> None:
    """A cell was clicked: remember whose it is, in the address."""
    if address:
        st.query_params.update(dict(parse_qsl(urlsplit(address).query)))
        st.rerun(scope="fragment")


def _close() -> None:
    for name in ("learner", "exercise"):
        st.query_params.pop(name, None)


def _panel(learner: str, assignment: Assignment | None) -> None:
    """Of somebody who is not here: nothing, as of nobody."""
    id = assignment.id if assignment else st.query_params.get("assignment", "")
    try:
        ledger = services().gradebook.ledger(me(), learner, id)
    except (UnknownPerson, UnknownAssignment):
        _close()
        return
    gradebook.panel(ledger, st.query_params.get("exercise", ""), _close)


def files(assignment: Assignment | None, count: int) -> None:
    """The table as a file, and whether every stored number follows from what was handed in."""
    book = services().gradebook
    with st.container(key="class-files", horizontal=True, gap="small"):
        name = f"gradebook-{assignment.id}.csv" if assignment else "gradebook.csv"
        rows = partial(_rows, assignment)
        sheets.offer(t("gradebook.csv"), name, rows, key="csv-grades")
        is_asked = st.button(t("gradebook.check"), key="grades-check", type="tertiary")
    if is_asked:
        found = book.check_ledger(me(), assignment.id if assignment else None)
        notice(h("gradebook.check.found", n=len(found)) if found else h("gradebook.check.fine", n=count))
        for one in found[:20]:
            where = f"{one.assignment} · {title_of(one.exercise)}"
            said = {"where": where, "what": one.what, "stored": str(one.stored), "derived": str(one.derived)}
            st.html(f"<p class='kd-meta'>{h('gradebook.check.one', who=one.learner, **said)}</p>")


def _rows(assignment: Assignment | None) -> list[sheets.Line]:
    book = services().gradebook
    if assignment:
        return list(tables.of_sheet(book.sheet(me(), assignment.id)))
    return list(tables.of_course(book.whole(me())))


show()
