"""One learner: where they stand, when they worked, and the code of every attempt. For assistants and up, unmasked."""

from __future__ import annotations

import streamlit as st

from grader.course.classroom.classroom import Profile
from grader.errors import UnknownPerson
from grader.model import Exercise, Role
from ui.parts import comments, live, near, rows, sheets
from ui.parts.page import Up, frame, me, not_found, notice, require, title
from ui.parts.services import services
from ui.parts.speak import h, of, t


def show() -> None:
    """The learner of the address; for any other id the page that holds nothing."""
    asking = require(Role.ASSISTANT)
    live.arrive()
    with frame(1040):
        try:
            profile = services().classroom.profile(me(), st.query_params.get("id", ""))
        except UnknownPerson:
            not_found("page")
            return
        draw(profile, asking.role.covers(Role.INSTRUCTOR))


def draw(profile: Profile, may_see_grades: bool) -> None:
    """Facts, squares, grades, code, comments, timeline, file."""
    name = live.name_of(profile.person)
    title(name, facts=near.facts(profile), up=Up("pages/class.py", t("learner.crumb"), live.left_at()))
    if profile.person.has_left:
        notice(h("learner.left", name=name))
    near.neighbours(profile)
    near.map_of(profile)
    if may_see_grades and (clicked := near.grades(profile)):
        live.follow(clicked)
    if not profile.moments:
        st.html(f"<p class='kd-lead'>{h('learner.none')}</p>")
        return
    st.html(f"<h2 class='kd-h2 kd-over-list'>{h('learner.work')}</h2>")
    exercise = choose(profile)
    near.look_back(exercise, services().classroom.attempts(me(), profile.person.id, exercise.id))
    said = t("comment.learner", name=name), t("comment.learner.help")
    comments.thread(exercise.id, *said, learner=profile.person.id)
    near.over_time(profile)
    sheets.offer(t("learner.csv"), "attempts.csv", lambda: near.sheet(profile), key="csv-attempts")


def choose(profile: Profile) -> Exercise:
    """Which exercise to look at; the address remembers it. At first the one that was touched last."""
    standings = profile.overview.exercises
    ids = list(standings)

    def label(id: str) -> str:
        at, name = standings[id], of(services().catalog.exercise(id).title)
        if not at.attempts:
            return t("learner.which.none", title=name)
        return t("learner.which.item", title=name, best=at.best, points=at.points, n=at.attempts)

    newest = [one.exercise for one in reversed(profile.moments)]
    start = next(id for id in [st.query_params.get("exercise", ""), *newest, *ids] if id in standings)
    key = f"looked-at-{profile.person.id}"
    with st.container(key="which", horizontal=True, vertical_alignment="bottom"):
        which = st.selectbox(
            t("learner.which"),
            ids,
            ids.index(start),
            format_func=label,
            key=key,
            on_change=lambda: st.query_params.update(exercise=st.session_state[key]),
        )
        rows.button("exercise", "pages/exercise.py", t("learner.open"), {"id": which})
    return services().catalog.exercise(which)


show()
