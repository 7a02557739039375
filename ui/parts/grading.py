"""From a press of Run or Submit to a verdict on the page. What matters is in the store before the page goes on.

A session only remembers which job it watches: a click, a reload, a second tab or another language loses nothing.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from grader.course import ExerciseState, JobState
from grader.errors import Declined
from grader.model import Json, Message, Verdict
from grader.words import say
from ui.parts.services import me, services
from ui.parts.speak import lang

PATIENCE = 0.4
"""Seconds that the page waits at once: most verdicts are there by then."""
_PAUSES = ((3.0, 0.25), (10.0, 1.0), (float("inf"), 2.0))
"""Watching: up to so many seconds, look every so many seconds. 200 learners at 0.25 s would cost 48 cores."""


@dataclass
class Watched:
    """What this session knows of one exercise's grading. The store knows everything else."""

    job: str = ""
    """The job of the last press here."""
    press: str = ""
    """The `n` of the editor's action that began it."""
    answer: Json = None
    answered: str = ""
    since: float = 0.0
    is_new: bool = False
    """Just pressed: wait a moment before showing progress."""
    declined: str = ""
    """Why the last press was not taken, in the learner's language."""


def watched(exercise_id: str) -> Watched:
    """This session's memory of an exercise."""
    found: Watched = st.session_state.setdefault(f"watched-{exercise_id}", Watched())
    return found


def start(exercise_id: str, answer: Json, kind: Literal["run", "submit"], press: str) -> None:
    """Run or submit; durable when this returns. The same `press` never makes a second one."""
    learning = services().learning
    seen = watched(exercise_id)
    seen.answered, seen.declined = press, ""
    try:
        if kind == "run":
            job = learning.run(me(), exercise_id, answer)
        else:
            job = learning.submit(me(), exercise_id, answer, f"{exercise_id}:{press}"[:100])
    except Declined as error:
        seen.declined = say(Message(error.code, error.fields), lang())
        return
    seen.job, seen.press, seen.answer = job, press, answer
    seen.since, seen.is_new = time.monotonic(), True
    st.session_state.pane = "result"


def keep_draft(exercise_id: str, answer: Json, rev: int | None = None) -> None:
    """Keep what was typed; one that is too large stays in the browser, and a press will say so."""
    with suppress(Declined):
        services().learning.save_draft(me(), exercise_id, answer, rev)


def open_job(exercise_id: str, state: ExerciseState) -> JobState | None:
    """The job to watch: this session's, or one that a reload or another tab left open."""
    if not state.job:
        return None
    seen = watched(exercise_id)
    if seen.job != state.job:
        seen.job, seen.press, seen.answer, seen.since = state.job, "", None, time.monotonic()
    job = services().learning.job(state.job, me())
    return job if job.status != "done" else None


def wait(exercise_id: str) -> bool:
    """Right after a press: wait a moment for the verdict. True when something was just pressed."""
    seen = watched(exercise_id)
    if not seen.is_new:
        return False
    seen.is_new = False
    until = time.monotonic() + PATIENCE
    while services().learning.job(seen.job, me()).status != "done" and time.monotonic() < until:
        time.sleep(0.01)
    return True


def pause(exercise_id: str) -> float:
    """Seconds until the next look."""
    waited = time.monotonic() - watched(exercise_id).since
    return next(every for limit, every in _PAUSES if waited < limit)


def latest(state: ExerciseState) -> Verdict | None:
    """The verdict to show: that of the newest run, if it came after the last submission, else of that submission.

    None for somebody who began anew from the starter.
    """
    run = services().learning.job(state.run, me()).verdict if state.run else None
    return run or (None if state.is_fresh else state.last)


def is_ours(exercise_id: str, state: ExerciseState) -> bool:
    """The newest job was begun by a press in this session, so the editor knows the text that it speaks of."""
    seen = watched(exercise_id)
    return bool(seen.press) and seen.job == (state.run or state.last_submission)
