"""Gradebook: what everybody has and why, points set by hand, the way back into the LMS, and regrading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from grader.course.gradebook import gradebook_tables as tables
from grader.course.homework.assignment import Assignment
from grader.errors import UnknownAssignment, UnknownPerson
from grader.model import Person, Role
from ui.parts import gradebook, lms, regrade, sheets
from ui.parts.live import title_of
from ui.parts.page import frame, guarded, me, notice, require, title
from ui.parts.services import services
from ui.parts.speak import h, of, t

WIDTH = 1560
PANES = ("grades", "lms", "regrade")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to show. `text`: a part of a name, an address, a login or a number."""

    section: str = ""
    text: str = ""

    def holds(self, person: Person) -> bool:
        """Whether somebody is to be shown."""
        known = f"{person.name} {person.email} {person.login} {person.number} {person.id}".casefold()
        return self.section in ("", person.section) and self.text in known


ANYBODY = Wanted()


def show() -> None:
    """Title, filters, then one of three things to do."""
    require(Role.INSTRUCTOR)
    known = services().gradebook.assignments(me())
    with frame(WIDTH, gap="small"):
        pane = str(st.session_state.get("grades-pane") or PANES[0])
        title(t("gradebook.title"), lead=t(f"gradebook.lead.{pane}" if known else "gradebook.none"))
        if not known:
            return
        pane = _pane()
        with st.container(key="class-filters", horizontal=True, gap="small"):
            assignment = _assignment(known)
            wanted = _wanted() if pane == "grades" else ANYBODY
        if pane == "lms":
            with st.container(key="grades-lms"):
                upload(assignment)
        elif pane == "regrade":
            parts = [part.exercise for one in known if assignment in (None, one) for part in one.parts]
            with st.container(key="grades-regrade"):
                regrade.pane(list(dict.fromkeys(parts)))
        else:
            grades(assignment, wanted)


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


def _wanted() -> Wanted:
    """Section and search."""
    sections = services().gradebook.sections(me())
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
    hint = t("gradebook.filter.search")
    asked = st.text_input(hint, key="grades-search", placeholder=hint, label_visibility="collapsed", width=280)
    return Wanted(section, asked.strip().casefold())


@st.fragment
def upload(assignment: Assignment | None) -> None:
    """The way back into the LMS; a file that is chosen does not run the whole page."""
    guarded(lambda: lms.pane(assignment))


@st.fragment
def grades(assignment: Assignment | None, wanted: Wanted) -> None:
    """The table, and beside it what a cell is made of. A click stays within."""
    guarded(lambda: _grades(assignment, wanted))


def _grades(assignment: Assignment | None, wanted: Wanted) -> None:
    book = services().gradebook
    sheet = book.sheet(me(), assignment.id) if assignment else None
    whole = None if assignment else book.whole(me())
    everybody = [line.person for line in sheet.lines] if sheet else list(whole.people) if whole else []
    people = [person for person in everybody if wanted.holds(person)]
    chosen = st.query_params.get("learner", "")
    with st.container(key="grades-split", gap="small"):
        with st.container(key="grades-table", gap="small"):
            if not people:
                st.html(f"<p class='kd-lead'>{h('gradebook.nobody')}</p>")
            elif sheet:
                ids = {person.id for person in people}
                lines = [line for line in sheet.lines if line.person.id in ids]
                gradebook.table(gradebook.of_sheet(sheet, lines, chosen), _follow)
            elif whole:
                gradebook.table(gradebook.of_course(whole, people, chosen), _follow)
            files(assignment, len(everybody))
        if chosen:
            _panel(chosen, assignment)


def _follow(address: str) -> None:
    """A cell was clicked: remember whose it is, in the address; the filter stays as it is."""
    wanted = dict(parse_qsl(urlsplit(address).query))
    st.query_params.update(wanted)


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
