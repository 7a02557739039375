"""Where the learner answers: the editor for code, and choices, numbers or a grid of cells for everything else."""

from __future__ import annotations

import math
import secrets
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from grader.course import ExerciseState, JobState
from grader.model import Exercise, Json, Kind, Message, Verdict
from grader.words import say
from ui.components.cells import cells
from ui.components.editor import Marker, Shown, action_of, draft_of, editor
from ui.parts import grading
from ui.parts.markup import escape
from ui.parts.matrices import by
from ui.parts.services import me, services
from ui.parts.speak import h, lang, of, t


def answer_area(exercise: Exercise, state: ExerciseState, job: JobState | None, said: str) -> None:
    """The place to answer. `job`: what is being checked now; `said`: the verdict in one sentence, for screen readers."""
    quiet = state.passed and job is None
    if exercise.kind.is_code:
        _code(exercise, state, job, said, quiet)
    elif exercise.kind is Kind.PREDICT:
        _grid(exercise, state, job is not None, quiet)
    else:
        _choices(exercise, state, job is not None, quiet)


# ---------- Code ----------


def _code(exercise: Exercise, state: ExerciseState, job: JobState | None, said: str, quiet: bool) -> None:
    key = f"editor-{exercise.id}"
    seen = grading.watched(exercise.id)

    def act() -> None:
        action = action_of(key)
        if action is None or action["n"] == seen.answered:
            return
        if action["kind"] == "reset":
            seen.answered = action["n"]
            services().learning.reset(me(), exercise.id)
        else:
            grading.start(exercise.id, action["code"], action["kind"], action["n"])

    def keep() -> None:
        if draft := draft_of(key):
            grading.keep_draft(exercise.id, draft["code"], draft["rev"])

    words = {name: t(f"editor.{name}") for name in ("run", "submit", "reset", "undo", "busy", "hint", "more", "broken")}
    shown = _shown(exercise, state, job, said, quiet)
    label = t("editor.label")
    editor(key, f"{me()}:{exercise.id}", shown, words, label=label, on_action=act, on_draft=keep, min_height=248)


def _shown(exercise: Exercise, state: ExerciseState, job: JobState | None, said: str, quiet: bool) -> Shown:
    """The editor's text, and the marks of the last verdict: on the text that was graded, however it changed since."""
    seen = grading.watched(exercise.id)
    verdict, is_ours = grading.latest(state), grading.is_ours(exercise.id, state)
    text = str(state.draft) if state.draft is not None else exercise.starter
    return Shown(
        code=text,
        rev=state.draft_rev,
        busy=job.mode.value if job else "",
        quiet=quiet,
        markers=() if job or verdict is None else tuple(markers(exercise, verdict)),
        marked=seen.press if is_ours else "",
        fits=verdict is not None and _graded(exercise, seen, is_ours) == text,
        answered=seen.answered,
        live=said,
    )


def _graded(exercise: Exercise, seen: grading.Watched, is_ours: bool) -> Json:
    """The text that the verdict speaks of."""
    if is_ours:
        return seen.answer
    past = services().learning.attempts(me(), exercise.id)
    return next((attempt.answer for attempt in past if attempt.verdict), None)


def markers(exercise: Exercise, verdict: Verdict) -> Iterable[Marker]:
    """Lines to look at: amber for the named misconception, red where the code stopped."""
    named = exercise.misconceptions.get(verdict.misconception or "")
    if named and verdict.misconception_line and not verdict.passed:
        yield Marker(verdict.misconception_line, of(named.headline).replace("`", ""), "warning")
    lines = {verdict.misconception_line}
    said: list[tuple[int | None, Message | None]] = [(verdict.line, verdict.message)]
    said += [(_line(check.message), check.message) for check in verdict.checks]
    for line, message in said:
        if line and message and line not in lines:
            lines.add(line)
            yield Marker(line, say(message, lang(), exercise.messages))


def _line(message: Message | None) -> int | None:
    line = message.args.get("line") if message else None
    return line if isinstance(line, int) else None


# ---------- A grid of numbers ----------


def _grid(exercise: Exercise, state: ExerciseState, busy: bool, quiet: bool) -> None:
    key = f"cells-{exercise.id}"
    seen = grading.watched(exercise.id)
    words = {"submit": t("editor.submit"), "busy": t("editor.busy"), "fill": t("answer.cells")}
    words |= {"hint": t("answer.cells.hint"), "cell": t("answer.cell", i="{i}", j="{j}")}
    values = list(flat(state.draft)) if isinstance(state.draft, list) else []

    def act() -> None:
        action = st.session_state[key].get("action")
        if action and action["n"] != seen.answered:
            grading.start(exercise.id, nested(action["numbers"], exercise.shape), "submit", action["n"])
            grading.keep_draft(exercise.id, action["values"])

    def keep() -> None:
        draft = st.session_state[key].get("draft")
        if draft:
            grading.keep_draft(exercise.id, draft["values"])

    options: dict[str, Any] = {"busy": busy, "quiet": quiet, "answered": seen.answered}
    with st.container(key="grid", gap="xsmall"):
        st.html(f"<p class='kd-k'>{h('answer.grid')} <span>{by(exercise.shape)}</span></p>")
        cells(key, exercise.shape, values, state.draft_rev, words, on_action=act, on_draft=keep, **options)


def nested(numbers: Sequence[float], shape: Sequence[int]) -> Json:
    """Numbers row by row as nested lists of `shape`; whole ones as integers."""
    if not shape:
        number = float(numbers[0])
        return int(number) if number.is_integer() else number
    step = math.prod(shape[1:])
    return [nested(numbers[n * step : (n + 1) * step], shape[1:]) for n in range(shape[0])]


def flat(kept: Json) -> Iterable[str]:
    """The cells' texts of a kept draft, whether it holds texts or nested numbers."""
    for one in kept:
        if isinstance(one, list):
            yield from flat(one)
        else:
            yield str(one)


# ---------- Choices and numbers ----------


def _choices(exercise: Exercise, state: ExerciseState, busy: bool, quiet: bool) -> None:
    widget = {Kind.MCQ: _mcq, Kind.MULTI: _multi}.get(exercise.kind, _numbers)
    with st.container(key="answer", gap="small"):
        answer, problem = widget(exercise, state)
        pressed = st.session_state.get("answer-pressed") == exercise.id

        def submit() -> None:
            st.session_state["answer-pressed"] = exercise.id
            if answer is not None:
                grading.start(exercise.id, answer, "submit", secrets.token_hex(8))

        if pressed and answer is None:
            st.html(f"<p class='kd-problem' role='status'>{escape(problem)}</p>")
        label = t("editor.busy") if busy else t("editor.submit")
        key, kind = ("submit", "secondary") if quiet else ("main-submit", "primary")
        st.button(
            label,
            key=f"{key}-answer",
            type="primary" if kind == "primary" else "secondary",
            disabled=busy,
            on_click=submit,
        )


def _mcq(exercise: Exercise, state: ExerciseState) -> tuple[Json, str]:
    key = f"mcq-{exercise.id}"
    options = list(exercise.choices)
    index = options.index(state.draft) if state.draft in options else None
    chosen = st.radio(
        t("answer.choose"),
        options,
        index=index,
        format_func=lambda name: _lettered(exercise, name),
        key=key,
        on_change=_keep(exercise.id, key),
    )
    return chosen, t("answer.unfinished")


def _lettered(exercise: Exercise, name: str) -> str:
    """A choice with its letter in front: texts speak of choices by their letters."""
    return f"**{name}**  {of(exercise.choices[name])}"


def _multi(exercise: Exercise, state: ExerciseState) -> tuple[Json, str]:
    kept = state.draft if isinstance(state.draft, list) else []
    st.html(f"<p class='kd-meta' id='multi'>{escape(t('answer.multi'))}</p>")
    keys = {name: f"multi-{exercise.id}-{name}" for name in exercise.choices}

    def keep() -> None:
        chosen = [name for name, key in keys.items() if st.session_state[key]]
        grading.keep_draft(exercise.id, chosen)

    ticked = [
        name
        for name in exercise.choices
        if st.checkbox(_lettered(exercise, name), value=name in kept, key=keys[name], on_change=keep)
    ]
    return ticked or None, t("answer.unfinished")


def _numbers(exercise: Exercise, state: ExerciseState) -> tuple[Json, str]:
    key = f"numbers-{exercise.id}"
    kept = state.draft if isinstance(state.draft, str) else ""
    if not kept and isinstance(state.draft, list):
        kept = ", ".join(map(str, state.draft))
    text = st.text_input(t("answer.numbers"), value=kept, key=key, on_change=_keep(exercise.id, key))
    parts = [part.strip() for part in text.replace("，", ",").replace("−", "-").split(",") if part.strip()]
    numbers: list[float] = []
    for part in parts:
        try:
            number = float(part)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            return None, t("answer.bad", text=part)
        numbers.append(nested([number], ()))
    return numbers or None, t("answer.unfinished")


def _keep(exercise_id: str, key: str) -> Any:
    """Save a widget's value as the draft when it changes."""
    return lambda: grading.keep_draft(exercise_id, st.session_state[key])
