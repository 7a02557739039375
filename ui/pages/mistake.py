"""One mistake: what fails, typical answers, who makes it, and one comment to all of them, also those who come later."""

from __future__ import annotations

import streamlit as st

from grader.course.classroom.mistakes import Story
from grader.errors import UnknownExercise
from grader.model import Role
from ui.parts import clusters, comments, sheets
from ui.parts.page import Up, frame, me, not_found, require, title
from ui.parts.services import services
from ui.parts.speak import h, of, section_named, t

STEP = 20
"""People who are shown before one asks for all."""


def show() -> None:
    """The cluster that the address names."""
    require(Role.ASSISTANT)
    asked = st.query_params
    with frame(1160, gap="small"):
        one(asked.get("exercise", ""), asked.get("signature", ""), asked.get("section", ""))


def one(exercise: str, signature: str, section: str) -> None:
    """What fails and typical answers at the left; the comment box and who it is at the right."""
    try:
        story = services().mistakes.story(me(), exercise, signature, section=section)
    except UnknownExercise:
        story = None
    if story is None:
        not_found("page")
        return
    crumb = t("mistakes.crumb", title=of(clusters.exercise_of(story.cluster).title))
    if section:
        crumb += t("mistakes.crumb", title=t("mistakes.filtered", name=section_named(section)))
    up = Up("pages/mistakes.py", t("mistakes.title"), {"section": section} if section else {})
    title(clusters.name_of(story.cluster), crumb=crumb, facts=clusters.facts(story.cluster), up=up)
    with st.container(key="cols"):
        with st.container(key="what", gap="medium"):
            st.html(clusters.what_fails(story))
            st.html(clusters.examples(story))
        with st.container(key="whom", gap="medium"):
            help = t("comment.cluster.help", n=story.cluster.learners)
            comments.thread(exercise, t("comment.cluster"), help, signature=signature)
            with st.container(key="people-of", gap="xsmall"):
                people(story)


def people(story: Story) -> None:
    """Who is in the cluster: those who still need help first."""
    shown = st.session_state.get(f"people-{story.cluster.signature}", STEP)
    st.html(f"<h2 class='kd-h'>{h('mistakes.who')}</h2>")
    clusters.who(story.members[:shown])
    with st.container(key="people-more", horizontal=True, gap="small"):
        if len(story.members) > shown:
            name, n = f"people-{story.cluster.signature}", len(story.members)
            st.button(t("mistakes.who.more", n=n), key="more-people", on_click=_show_all, args=(name, n))
        lines = [*clusters.sheet_of_members(story.members)]
        sheets.offer(t("mistakes.csv.members"), "learners.csv", lambda: lines, key="csv-members")


def _show_all(name: str, n: int) -> None:
    st.session_state[name] = n


show()
