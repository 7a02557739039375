"""One exercise: `?id=corr2d`. The task at the left, code and result at the right; on a phone, one of three panes."""

from __future__ import annotations

import streamlit as st

from grader.errors import ContentError, UnknownExercise
from grader.model import Exercise
from ui.parts.comments import notes
from ui.parts.listing import AGAIN
from ui.parts.markup import Html
from ui.parts.page import Up, frame, not_found, title
from ui.parts.services import me, services
from ui.parts.speak import h, of, t
from ui.parts.statement import statement
from ui.parts.terms import terms_line
from ui.parts.workbench import workbench

PANES = ("task", "code", "result")


def find() -> Exercise | None:
    """The exercise of the address; remembered, so that a rerun without one still knows it."""
    try:
        return services().catalog.exercise(st.query_params.get("id", ""))
    except (UnknownExercise, ContentError):  # a broken one: the band above tells its author
        return None


def facts(exercise: Exercise) -> list[Html]:
    """Before the first attempt what it asks for, then what was reached."""
    state = services().learning.state(me(), exercise.id)
    if not state.attempts:
        return [h("exercise.fresh", points=exercise.points, minutes=exercise.minutes)]
    if state.hidden_until:
        return [h("exercise.attempts.one") if state.attempts == 1 else h("exercise.attempts.many", n=state.attempts)]
    tried = h("exercise.attempts.one") if state.attempts == 1 else h("exercise.attempts.many", n=state.attempts)
    return [h("exercise.best", best=state.best, points=exercise.points), tried]


def heading(exercise: Exercise) -> None:
    """Breadcrumb to the concept, title, facts."""
    concept = services().catalog.concept(exercise.concept)
    place = concept.exercises.index(exercise.id) + 1
    up = Up("pages/concept.py", of(concept.title), {"id": concept.id})
    crumb = t("exercise.place", n=place, of=len(concept.exercises))
    title(of(exercise.title), crumb=crumb, facts=facts(exercise), up=up)


def panes(exercise: Exercise) -> None:
    """What a phone shows of the three; the choice is remembered. On a wide screen all are there and this is not."""
    if st.session_state.get("pane-of") != exercise.id or "pane" not in st.session_state:
        st.session_state["pane-of"], st.session_state["pane"] = exercise.id, "task"
    names = {"task": t("pane.task"), "code": t("pane.code" if exercise.kind.is_code else "pane.answer")}
    names["result"] = t("pane.result")
    pane = st.segmented_control(
        t("exercise.view"),
        PANES,
        format_func=lambda name: names[name],
        key="pane",
        label_visibility="collapsed",
        width="stretch",
        required=True,
    )
    st.html(f"<style>{PHONE[pane or 'task']}</style>")


def _on_phone(rules: str) -> str:
    return f"@media (max-width: 640px) {{ {rules} }}"


# Every keyed container sits in a wrapper of Streamlit's that costs a gap even when the container is hidden:
# `:has(> .st-key-…)` takes the wrapper without naming it. The editor stays mounted in every pane, so nothing is lost.
_NO_FACTS = ".kd-head .kd-facts { display: none; }"
PHONE = {
    "task": _on_phone(".st-key-split > :has(> .st-key-work) { display: none; }"),
    "code": _on_phone(f".st-key-split > :has(> .st-key-task), .st-key-result {{ display: none; }} {_NO_FACTS}"),
    "result": _on_phone(
        ".st-key-split > :has(> .st-key-task), .st-key-answer, .st-key-grid { display: none; } .st-key-code { --ed-cm: none; }"
        f" .st-key-work :has(> .st-key-code) {{ position: absolute; left: 0; width: 0; height: 0; }} {_NO_FACTS}"
    ),
}


def render() -> None:
    """The page."""
    exercise = find()
    with frame(1320, gap="small"):
        if exercise is None:
            not_found("exercise")
            return
        if st.query_params.pop(AGAIN, None):
            services().learning.practise(me(), exercise.id)
        heading(exercise)
        terms_line(exercise)
        panes(exercise)
        with st.container(key="split"):
            with st.container(key="task"):
                notes(exercise.id)
                statement(exercise, services().learning.state(me(), exercise.id))
            with st.container(key="work", gap="small"):
                workbench(exercise)


render()
