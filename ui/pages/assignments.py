"""Assignments: what is due and what one has so far; for an instructor, what is set: `?edit=homework-1`, `?edit=new`."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import streamlit as st

from grader.errors import UnknownAssignment
from grader.model import Role
from ui.parts import homework, homework_admin, rows
from ui.parts.page import Up, frame, me, not_found, require, title
from ui.parts.services import services
from ui.parts.speak import of, t

NEW = "new"


def show() -> None:
    """By role: doing, looking, or setting."""
    person = require(Role.LEARNER)
    if not person.course:  # local mode has no assignments
        with frame(920):
            not_found("page")
    elif not person.role.covers(Role.ASSISTANT):
        learner()
    elif (id := st.query_params.get("edit", "")) and person.role.covers(Role.INSTRUCTOR):
        edit(id)
    else:
        overview(may_edit=person.role.covers(Role.INSTRUCTOR))


def learner() -> None:
    """One's own."""
    found = services().homework.mine(me())
    zone = services().homework.course(me()).zone
    with frame(920):
        title(t("homework.title"), facts=homework.facts(found), lead=t("homework.lead", zone=zone))
        if said := homework.said_once():
            st.html(said)
        if not found:
            st.html(f"<p class='kd-lead'>{t('homework.empty')}</p>")
        homework.mine(found)


def overview(*, may_edit: bool) -> None:
    """Everything that is set."""
    course, found = services().homework.course(me()), services().homework.all(me())
    with frame(920):
        title(t("homework.title"), lead=t("homework.lead", zone=course.zone))
        if said := homework.said_once():
            st.html(said)
        if not found:
            st.html(f"<p class='kd-lead'>{t('homework.none')}</p>")
        homework_admin.listed(found, ZoneInfo(course.zone), may_edit=may_edit)
        if may_edit:
            rows.button("new", homework_admin.PAGE, t("homework.new"), {"edit": NEW}, primary=True)


def edit(id: str) -> None:
    """One assignment, or a new one."""
    zone = ZoneInfo(services().homework.course(me()).zone)
    try:
        one = None if id == NEW else services().homework.find(me(), id)
    except UnknownAssignment:
        with frame(920):
            not_found("page")
        return
    with frame(920, gap="small"):
        up = Up(homework_admin.PAGE, t("homework.title"), {})
        title(of(one.title) if one else t("homework.new"), up=up)
        if said := homework.said_once():
            st.html(said)
        homework_admin.editor(one, zone)


show()
