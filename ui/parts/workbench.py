"""The right side of an exercise: the place to answer and the result under it. A fragment: typing reruns only this."""

from __future__ import annotations

import time
from collections.abc import Sequence

import streamlit as st

from grader.catalog.approaches import Approach
from grader.course import ExerciseState, JobState
from grader.errors import ContentError
from grader.model import Exercise, Verdict
from ui.parts import grading
from ui.parts.answers import answer_area
from ui.parts.charts import training
from ui.parts.glyph import glyph
from ui.parts.markup import Html, escape
from ui.parts.page import guarded
from ui.parts.results import program, section
from ui.parts.services import me, services
from ui.parts.speak import h, of, t
from ui.parts.statement import markdown
from ui.parts.upload import hand_in
from ui.parts.verdicts import Panel, checking, finished, idle, is_solved, took, whole


@st.fragment
def workbench(exercise: Exercise) -> None:
    """Answer and result. After a press it waits a moment, then shows the whole page again: score and attempts changed."""
    guarded(lambda: _workbench(exercise))


def _workbench(exercise: Exercise) -> None:
    if grading.wait(exercise.id):
        st.rerun()
    state = services().learning.state(me(), exercise.id)
    job = grading.open_job(exercise.id, state)
    verdict = None if job else grading.latest(state)
    panel = finished(exercise, verdict, state.attempts) if verdict else idle(exercise)
    with st.container(key="code"):
        answer_area(exercise, state, job, panel.said if grading.is_ours(exercise.id, state) else "")
        if declined := grading.watched(exercise.id).declined:
            st.html(f"<p class='kd-problem' role='alert'>{escape(declined)}</p>")
        if exercise.kind.is_code:
            hand_in(exercise)
    with st.container(key="result", gap=None):
        if job:
            _watch(exercise, job)
        elif verdict:
            _verdict(exercise, state, verdict, panel)
        else:
            st.html(whole(panel))


def _watch(exercise: Exercise, job: JobState) -> None:
    """Progress, looked at again and again until the verdict is there; slower as time goes by."""
    every = grading.pause(exercise.id)

    @st.fragment(run_every=every)
    def look() -> None:
        guarded(progress)

    def progress() -> None:
        now = services().learning.job(grading.watched(exercise.id).job, me())
        if now.status == "done" or grading.pause(exercise.id) != every:
            st.rerun()
        st.html(whole(checking(exercise, now, services().dispatch.state)))

    look()


def _verdict(exercise: Exercise, state: ExerciseState, verdict: Verdict, panel: Panel) -> None:
    solved = is_solved(verdict)
    if solved:
        _band(exercise, state, verdict)
    if verdict.curves:
        if panel.top:
            st.html(section(panel.top, joined=solved))
        training(verdict, exercise)
        st.html(section(panel.checks, goes_on=True))
    else:
        st.html(whole(panel, joined=solved))
    if solved:
        _explanation(exercise, state)


def _band(exercise: Exercise, state: ExerciseState, verdict: Verdict) -> None:
    """Solved: the concept's glyph fills once, and the next exercise is the thing to do."""
    concept = services().catalog.concept(exercise.concept)
    text = f"<h2 class='kd-t'>{h('panel.solved', score=verdict.score, max=verdict.max_score)}</h2>"
    sub = f"<p class='kd-s'>{h('panel.attempt', n=state.attempts, took=took(verdict))}</p>"
    is_first = time.monotonic() - grading.watched(exercise.id).since < 2
    with st.container(key="next", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        mark = glyph(concept.glyph, 40)
        st.html(
            f"<div class='kd-solved{' first' if is_first else ''}'>{mark}<div>{text}{sub}</div></div>", width="stretch"
        )
        following = next_id(exercise)
        label = t("panel.next") if following else t("panel.all")
        if st.button(label, type="primary", key="main-next"):
            st.session_state.pane = "task"
            if following:
                st.switch_page("pages/exercise.py", query_params={"id": following})
            st.switch_page("pages/learn.py")


def next_id(exercise: Exercise) -> str | None:
    """The exercise that follows; after the last one that is still to be solved, if any."""
    following = services().catalog.next_after(exercise.id)
    return following.id if following else services().learning.overview(me()).next_up


def _explanation(exercise: Exercise, state: ExerciseState) -> None:
    """Why it works, and the model answer beside the learner's own."""
    with st.container(key="why", gap="small"):
        st.html(f"<h2 class='kd-h'>{h('panel.why')}</h2>")
        markdown(of(exercise.explanation))
        model = model_answer(exercise)
        if model is None:
            return
        if not services().learning.terms(me(), exercise.id).may_see_solution:
            st.html(f"<p class='kd-meta'>{h('terms.no-model')}</p>")
            return
        own = next(
            (a.answer for a in services().learning.attempts(me(), exercise.id) if a.verdict and a.verdict.passed), None
        )
        with st.container(key="compare"):
            if isinstance(own, str):
                st.html(f"<div><p class='kd-k'>{h('panel.yours')}</p>{program(own.strip())}</div>")
            st.html(f"<div><p class='kd-k'>{h('panel.model')}</p>{model}</div>")
            for other in other_approaches(exercise):
                st.html(f"<div><p class='kd-k'>{escape(of(other.says))}</p>{program(other.source.strip())}</div>")


def model_answer(exercise: Exercise) -> Html | None:
    """The model answer as its file has it; None where there is no code. Only ever shown after passing."""
    file = services().catalog.folder_of(exercise.id) / "solution.py"
    return program(file.read_text("utf-8").strip()) if exercise.kind.is_code and file.is_file() else None


def other_approaches(exercise: Exercise) -> Sequence[Approach]:
    """Other right answers, beside the model answer. One that its author has broken is missing: the lint names it."""
    try:
        return services().catalog.approaches(exercise.id)
    except ContentError:
        return ()
