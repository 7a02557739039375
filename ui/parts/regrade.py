"""Regrade: a dry run in the background, who would go up and down and why, in force and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import streamlit as st

from grader.course.gradebook.gradebook_tables import number
from grader.course.gradebook.regrade_effects import CheckShift, Effect, GradeShift
from grader.course.gradebook.regrading import Preview, Run
from grader.errors import Declined
from grader.model import Message
from grader.store.regrades import Regrade
from grader.words import catalogue, plain, say
from ui.parts import sheets, speak
from ui.parts.live import name_of, title_of
from ui.parts.markup import Html, escape, join
from ui.parts.page import guarded, me, notice
from ui.parts.services import services
from ui.parts.speak import h, lang, of, t
from ui.parts.statement import when

EVERY_S = 1.0


def pane(exercises: Sequence[str]) -> None:
    """Choose an exercise, run, read, decide. `exercises`: those of the assignment, or of the course."""
    stale = services().regrading.stale(me())
    ids = [*stale, *(id for id in exercises if id not in stale)]
    if not ids:
        st.html(f"<p class='kd-meta'>{h('gradebook.none')}</p>")
        return

    def label(id: str) -> str:
        return t("regrade.changed", title=title_of(id)) if id in stale else title_of(id)

    exercise = st.selectbox(t("regrade.exercise"), ids, format_func=label, key="regrade-exercise", width=420)
    run = services().regrading.progress(me(), exercise)
    is_going = run is not None and not run.is_over
    st.fragment(desk, run_every=EVERY_S if is_going else None)(exercise, is_going)


def desk(exercise: str, was_going: bool) -> None:
    """How far it is, or what came of it."""
    run = services().regrading.progress(me(), exercise)
    is_going = run is not None and not run.is_over
    if is_going is not was_going:
        st.rerun()  # only the whole page can begin or end to ask every second
    if run is not None and is_going:
        st.progress(run.done / max(run.of, 1), t("regrade.going", done=run.done, of=run.of))
        return
    guarded(lambda: result(exercise, run))
    guarded(history)


def result(exercise: str, run: Run | None) -> None:
    """What would change; where nothing was run yet, only how much there is to run."""
    regrading = services().regrading
    if told := st.session_state.pop("regrade-told", None):
        notice(told)
    preview = _seen(exercise, run)
    st.html(f"<p class='kd-meta'>{h('regrade.pending', n=preview.of, pending=preview.pending)}</p>")
    if run is not None and run.failed:
        notice(h("regrade.failed", n=run.failed))
    if preview.pending:
        _act(t("regrade.start"), "regrade-start", lambda: regrading.start(me(), exercise))
    if preview.pending == preview.of:
        return
    st.html(effects(preview))
    if preview.effects:
        sheets.offer(t("regrade.csv"), f"regrade-{exercise}.csv", lambda: lines_of(preview), key="csv-regrade")
    if preview.effects or preview.quiet:
        _act(t("regrade.apply"), "regrade-apply", lambda: regrading.apply(me(), [exercise]), "regrade.applied")


def _seen(exercise: str, run: Run | None) -> Preview:
    """The preview, worked out once for what there is: it is tried in a transaction, and others write too."""
    regrading = services().regrading
    stamp = (exercise, regrading.pending(me(), exercise), tuple(one.undone_at for one in regrading.applied(me())))
    kept = st.session_state.get("regrade-seen")
    if kept is None or kept[0] != stamp:
        kept = st.session_state["regrade-seen"] = (stamp, regrading.preview(me(), exercise))
    seen: Preview = kept[1]
    return seen


def _act(label: str, key: str, act: Callable[[], object], done: str = "") -> None:
    """A button that does something before the page is drawn again; never the page's main one."""
    st.button(label, key=key, on_click=_do, args=(act, done))


def _do(act: Callable[[], object], done: str) -> None:
    try:
        act()
    except Declined as error:
        st.session_state["regrade-told"] = escape(say(Message(error.code, error.fields), lang()))
    else:
        st.session_state["regrade-told"] = h(done) if done else None


def effects(preview: Preview) -> Html:
    """Who goes down first, who goes up, and why."""
    up = sum(one.gain > 0 for one in preview.effects)
    said = h("regrade.effects", up=up, down=len(preview.effects) - up) if preview.effects else h("regrade.same")
    quiet = f" {h('regrade.quiet', n=preview.quiet)}" if preview.quiet else ""
    heads = join(Html(f"<th scope='col'>{h(f'regrade.{name}')}</th>") for name in ("who", "best", "grades", "why"))
    body = join(_line(one) for one in preview.effects)
    shown = (
        f"<div class='kd-scroll' tabindex='0' role='region' aria-label='{escape(t('regrade.exercise'))}'>"
        f"<table class='kd-moves'><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
        if preview.effects
        else ""
    )
    return Html(f"<div class='kd-ledger'><p class='kd-sum'>{said}{quiet}</p>{shown}</div>")


def _line(one: Effect) -> Html:
    way, sign = ("up", "▲") if one.gain > 0 else ("down", "▼")
    moved = join(Html(f"<div>{escape(_moved(grade))}</div>") for grade in one.grades)
    why = join(Html(f"<div>{escape(_shift(one.exercise, check))}</div>") for check in one.why)
    return Html(
        f"<tr><td><b class='{way}'>{sign} {h(f'regrade.{way}')}</b> {escape(name_of(one.person))}</td>"
        f"<td>{one.before} → {one.after} / {one.of}</td><td>{moved}</td><td>{why}</td></tr>"
    )


def _moved(grade: GradeShift) -> str:
    where = f"{grade.assignment} · {title_of(grade.exercise)}"
    stays = f" ({t('regrade.hand')})" if grade.is_overridden else ""
    return f"{where}: {number(grade.before)} → {number(grade.after)}{stays}"


def _shift(exercise: str, check: CheckShift) -> str:
    name = _check(exercise, check.id)
    if check.before == check.after:
        return t("regrade.points", check=name, before=check.points[0], after=check.points[1])
    return f"{name}: {_word(check.before, 'new')} → {_word(check.after, 'gone')}"


def _check(exercise: str, id: str) -> str:
    """A check's title; its id where this version has none of it."""
    facts = {one.id: one for one in services().catalog.exercise(exercise).checks}
    return of(facts[id].title) if id in facts else plain(id)


def _word(outcome: str, missing: str) -> str:
    key = f"word.{outcome}"
    return t(f"regrade.{missing}") if not outcome else t(key) if key in catalogue(speak.LOCALE) else plain(outcome)


def lines_of(preview: Preview) -> Iterator[sheets.Line]:
    """The list for a spreadsheet."""
    yield ["learner_id", "name", "email", "before", "after", "of", "points", "checks"]
    for one in preview.effects:
        who = [one.person.id, one.person.name, one.person.email]
        points, checks = map(_moved, one.grades), (_shift(one.exercise, check) for check in one.why)
        yield [*who, one.before, one.after, one.of, "; ".join(points), "; ".join(checks)]


def history() -> None:
    """What was put in force, each with its way back."""
    found: list[Regrade] = services().regrading.applied(me())
    if not found:
        return
    st.html(f"<h3 class='kd-h'>{h('regrade.history')}</h3>")
    for one in found:
        with st.container(key=f"regraded-{one.id}", horizontal=True, vertical_alignment="center", gap="small"):
            at = when(one.made_at, lang())
            about = t("regrade.one", id=one.id, title=title_of(one.exercise), at=at, n=one.submissions)
            state = f" · {h('regrade.undone')}" if one.undone_at else ""
            st.html(f"<p class='kd-meta'>{escape(about)}{state}</p>")
            if not one.undone_at:
                undo = partial(services().regrading.undo, me(), one.id)
                _act(t("regrade.undo", id=one.id), f"undo-{one.id}", undo)
