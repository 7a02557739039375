"""The left side of an exercise: its task, its hints one by one, and the attempts so far."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from grader.course import Attempt, ExerciseState
from grader.model import Exercise, Json, Lang
from ui.parts.markup import escape
from ui.parts.matrices import split
from ui.parts.results import code
from ui.parts.services import me, services
from ui.parts.speak import lang, of, t
from ui.parts.terms import is_veiled

SHOWN = 10
"""Attempts that are listed before "Show older"."""
# $$ on lines of its own sets a display, else the formula runs within the text.
_FORMULA = re.compile(r"^\$\$[ ]*(\S.*?)[ ]*\$\$$", re.M)


def statement(exercise: Exercise, state: ExerciseState) -> None:
    """Task | Hints | Attempts."""
    task, hints, attempts = st.tabs([t("tab.task"), t("tab.hints"), t("tab.attempts")], key=f"tabs-{exercise.id}")
    with task:
        st.html(f"<p class='kd-lead kd-opening'>{escape(of(exercise.lead))}</p>")
        markdown(of(exercise.task))
    with hints:
        _hints(exercise, state.hints_shown)
    with attempts:
        _attempts(exercise)


def markdown(text: str) -> None:
    """A text of the course; its ```matrix blocks become matrices with numbers in the cells."""
    for words, matrices in split(text):
        if matrices is None:
            st.markdown(_FORMULA.sub(r"$$\n\1\n$$", words))
        else:
            st.html(matrices)


# ---------- Hints ----------


def _hints(exercise: Exercise, shown: int) -> None:
    total = len(exercise.hints)
    if not total:
        st.html(f"<p class='kd-meta'>{t('hint.none')}</p>")
        return
    if not shown:
        said = t("hint.before", n=total) if total > 1 else t("hint.before.one")
        st.html(f"<p class='kd-meta'>{said}</p>")
    for n, hint in enumerate(exercise.hints[:shown], 1):
        with st.container(key=f"hint-{n}", gap="xsmall"):
            st.html(f"<p class='kd-k'>{t('hint.name', n=n)}</p>")
            markdown(of(hint))
    if shown < total:
        st.button(t("hint.show", n=shown + 1, of=total), key="hint-more", on_click=_reveal, args=(exercise.id,))


def _reveal(exercise_id: str) -> None:
    services().learning.reveal_hint(me(), exercise_id)


# ---------- Attempts ----------


def _attempts(exercise: Exercise) -> None:
    found = services().learning.attempts(me(), exercise.id)
    if not found:
        st.html(f"<p class='kd-meta'>{t('attempt.none')}</p>")
        return
    limit = st.session_state.get("attempts-shown", SHOWN)
    with st.container(key="attempts", gap="xsmall"):
        for attempt in found[:limit]:
            _attempt(exercise, attempt)
    if len(found) > limit:
        st.button(t("attempt.more"), key="attempts-more", on_click=_older, args=(limit + SHOWN,))


def _older(limit: int) -> None:
    st.session_state["attempts-shown"] = limit


def _attempt(exercise: Exercise, attempt: Attempt) -> None:
    verdict = attempt.verdict
    title = t("attempt.open", n=attempt.number)
    if verdict and is_veiled(verdict):
        title = t("terms.attempt", n=attempt.number)
    elif verdict:
        title = t("attempt.title", n=attempt.number, score=verdict.score, max=verdict.max_score)
    with st.expander(f"{title} · {when(attempt.at, lang())}", key=f"attempt-{attempt.id}"):
        if not exercise.kind.is_code:
            st.html(
                f"<p class='kd-meta'>{escape(t('attempt.answer', answer=answer_text(exercise, attempt.answer)))}</p>"
            )
            return
        st.html(code(str(attempt.answer)))
        args = (exercise.id, attempt.answer)
        st.button(t("attempt.restore"), key=f"restore-{attempt.id}", on_click=restore, args=args)


def restore(exercise_id: str, answer: Json) -> None:
    """Put an old answer back into the editor as new text, which can be undone there."""
    learning = services().learning
    learning.reset(me(), exercise_id)
    learning.save_draft(me(), exercise_id, answer)
    st.session_state.pane = "code"


def answer_text(exercise: Exercise, answer: Json) -> str:
    """An answer without code as one line: the words of the chosen ones, or its numbers."""
    if exercise.choices:
        chosen = answer if isinstance(answer, list) else [answer]
        return "; ".join(of(exercise.choices[c]) if c in exercise.choices else str(c) for c in chosen)
    return json.dumps(answer, ensure_ascii=False)


def when(at: datetime, language: Lang) -> str:
    """A moment on the learner's own clock: 12 Mar, 14:05."""
    zone = st.context.timezone
    local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(ZoneInfo(zone) if zone else None)
    clock = f"{local:%H:%M}"
    return f"{local.month} 月 {local.day} 日 {clock}" if language == "zh" else f"{local.day} {local:%b}, {clock}"
