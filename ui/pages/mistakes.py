"""Mistakes: which failures are shared, what they look like, and one comment to everybody who makes them."""

from __future__ import annotations

import streamlit as st

from grader.course.mistakes import Clusters, Story
from grader.errors import UnknownExercise
from grader.model import Role
from ui.parts import clusters, comments, sheets
from ui.parts.filters import choice, switch
from ui.parts.page import Up, frame, me, not_found, require, title
from ui.parts.services import services
from ui.parts.speak import h, of, t

STEP = 20
"""Clusters, and people, that are shown before one asks for more."""
DAYS = ("7", "1", "30", "0")


def show() -> None:
    """The list, or the one cluster that the address names."""
    require(Role.ASSISTANT)
    asked = st.query_params
    with frame(1160, gap="small"):
        if signature := asked.get("signature", ""):
            one(asked.get("exercise", ""), signature, asked.get("section", ""))
        else:
            everything()


# ---------- The list ----------


def everything() -> None:
    """Filters, the clusters by number of learners, the same as a file."""
    heading = st.container()
    exercise, section, days, is_open = choose()
    most = st.session_state.get("clusters-shown", STEP)
    found = services().mistakes.clusters(
        me(), exercise=exercise, section=section, days=int(days) or None, is_open=is_open, most=most
    )
    with heading:
        count = h("mistakes.count.one") if found.total == 1 else h("mistakes.count", n=found.total)
        title(t("mistakes.title"), facts=[count] if found.total else (), lead=t("mistakes.lead"))
    if not found.listed:
        is_narrowed = exercise or section or is_open or days != "0"
        st.html(f"<p class='kd-lead'>{h('mistakes.empty.filter' if is_narrowed else 'mistakes.empty')}</p>")
        return
    clusters.listed(found.listed, section)
    more(found, most)


def more(found: Clusters, most: int) -> None:
    """The rest of the list, and what is listed as a file."""
    with st.container(key="mistakes-more", horizontal=True, gap="small"):
        if len(found.listed) < found.total:
            st.button(t("mistakes.more"), key="more-clusters", on_click=_grow, args=("clusters-shown", most + STEP))
        sheets.offer(t("mistakes.csv"), "mistakes.csv", lambda: clusters.sheet(found.listed), key="csv-clusters")


def _grow(name: str, to: int) -> None:
    st.session_state[name] = to


def choose() -> tuple[str, str, str, bool]:
    """Exercise, section, days, whether only unsolved ones."""
    titles = {one.id: of(one.title) for one in services().catalog.exercises}
    sections = {name: name for name in services().mistakes.sections(me())}
    with st.container(key="mistakes-filters", horizontal=True, gap="small", vertical_alignment="bottom"):
        exercise = choice("mistakes", "exercise", {"": t("mistakes.exercise.all"), **titles}, 260)
        section = choice("mistakes", "section", {"": t("mistakes.section.all"), **sections}, 180) if sections else ""
        days = choice("mistakes", "days", {days: t(f"mistakes.days.{days}") for days in DAYS}, 200)
        is_open = switch("mistakes", "open", t("mistakes.open.help"))
    return exercise, section, days, is_open


# ---------- One cluster ----------


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
        crumb += t("mistakes.crumb", title=t("mistakes.filtered", name=section))
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
            st.button(t("mistakes.who.more", n=n), key="more-people", on_click=_grow, args=(name, n))
        sheets.offer(
            t("mistakes.csv.members"),
            "learners.csv",
            lambda: clusters.sheet_of_members(story.members),
            key="csv-members",
        )


show()
